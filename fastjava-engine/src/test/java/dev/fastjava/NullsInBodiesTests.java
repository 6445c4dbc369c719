package dev.fastjava;

import static dev.fastjava.schema.Schemas.integer;
import static dev.fastjava.schema.Schemas.object;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.inject.InjectResponse;
import dev.fastjava.schema.HttpPart;
import dev.fastjava.schema.Schemas;
import dev.fastjava.schema.ValidationOptions;
import dev.fastjava.schema.ValidationOptions.Coercion;
import dev.fastjava.schema.ValidationOptions.Engine;
import dev.fastjava.type.TypeRef;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.NonNull;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class NullsInBodiesTests {
  enum Size {
    SMALL,
    LARGE
  }

  record Part(String name) {}

  @NullUnmarked
  record Loose(
      Integer age,
      Boolean vip,
      Double rate,
      String nick,
      List<String> tags,
      Map<String, String> extra,
      Size size,
      Part part,
      int count) {}

  @NullMarked
  record Strict(
      Integer age,
      Boolean vip,
      Double rate,
      String nick,
      List<String> tags,
      Map<String, String> extra,
      Size size,
      Part part,
      int count,
      @Nullable Integer maybe,
      Optional<String> perhaps) {}

  @NullUnmarked
  static class Bean {
    public Integer age = 7;
    public String nick = "none";
    @NotNull public String name = "";
    public @NonNull String code = "";
    public List<Integer> numbers = List.of(1);
  }

  @SuppressWarnings("ArrayRecordComponent") // as applications have them
  @NullUnmarked
  record LooseContents(
      Map<String, Integer> scores,
      List<List<String>> rows,
      List<Integer> numbers,
      Map<String, List<Integer>> byName,
      List<Map<String, Boolean>> flags,
      String[][] grid,
      Optional<List<Integer>> maybe,
      Held<List<Integer>> held,
      List<@NotNull String> names) {}

  @NullUnmarked
  record Held<T>(T value) {}

  @NullMarked
  record StrictContents(
      Map<String, Integer> scores,
      List<List<String>> rows,
      List<Integer> numbers,
      Map<String, List<Integer>> byName,
      Map<String, @Nullable Integer> open,
      List<List<@Nullable String>> openRows) {}

  private static final String STRICT_CONTENTS =
      "{'scores':{'a':1},'rows':[['x']],'numbers':[1],'byName':{'a':[1]},'open':{'a':null},"
          + "'openRows':[[null]]}";

  private static final String LOOSE =
      "{'age':1,'vip':true,'rate':0.5,'nick':'n','tags':['t'],'extra':{'a':'b'},'size':'SMALL',"
          + "'part':{'name':'p'},'count':1}";
  private static final String STRICT =
      LOOSE.replace("'count':1", "'count':1,'maybe':2,'perhaps':'x'");

  private static String json(String text) {
    return text.replace('\'', '"');
  }

  private static String withNull(String json, String name) {
    return json.replaceFirst(
        "'" + name + "':('[^']*'|\\[[^\\]]*\\]|\\{[^}]*\\}|[^,}]*)", "'" + name + "':null");
  }

  /** Posts a body; the value it is bound to is left in the reference. */
  private static <T> InjectResponse post(
      Class<T> type, String body, AtomicReference<T> bound, ValidationOptions options) {
    try (Fastjava app = Fastjava.create(o -> o.validation(options))) {
      app.post(
          "/",
          route -> route.schema(s -> s.body(type)),
          (request, reply) -> {
            bound.set(request.body(type));
            return "ok";
          });
      return app.inject(
          r ->
              r.method("POST")
                  .url("/")
                  .header("content-type", "application/json")
                  .payload(json(body)));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"age", "vip", "rate", "nick", "tags", "extra", "size", "part"})
  void nullIsAValueOfWhatIsNotDeclaredNonNull(String name) throws Exception {
    for (ValidationOptions options :
        List.of(
            ValidationOptions.defaults(),
            ValidationOptions.of(v -> v.coercion(Coercion.ON)),
            ValidationOptions.of(v -> v.coercion(Coercion.OFF)))) {
      AtomicReference<Loose> bound = new AtomicReference<>();
      InjectResponse response = post(Loose.class, withNull(LOOSE, name), bound, options);
      assertThat(response.body()).isEqualTo("ok");
      assertThat(Loose.class.getDeclaredMethod(name).invoke(bound.get())).isNull();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"age", "vip", "rate", "nick", "tags", "extra", "size", "part", "count"})
  void nullIsAnErrorWhereTheTypeSaysSo(String name) {
    for (Coercion coercion : Coercion.values()) {
      InjectResponse response =
          post(
              Strict.class,
              withNull(STRICT, name),
              new AtomicReference<>(),
              ValidationOptions.of(v -> v.coercion(coercion)));
      assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
      assertThat(response.body()).contains("body/" + name + " must be ");
    }
  }

  @Test
  void nullableAndOptionalTakeNullInMarkedCode() {
    AtomicReference<Strict> bound = new AtomicReference<>();
    post(
        Strict.class,
        withNull(withNull(STRICT, "maybe"), "perhaps"),
        bound,
        ValidationOptions.defaults());
    assertThat(bound.get().maybe()).isNull();
    assertThat(bound.get().perhaps()).isEmpty();
  }

  @Test
  void primitivesTakeNoNull() {
    InjectResponse response =
        post(
            Loose.class,
            withNull(LOOSE, "count"),
            new AtomicReference<>(),
            ValidationOptions.defaults());
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body()).contains("body/count must be integer");
  }

  @Test
  void beansAndItemsFollowTheSameRule() {
    AtomicReference<Bean> bound = new AtomicReference<>();
    String body = "{'age':null,'nick':null,'name':'n','code':'c','numbers':[1,null]}";
    post(Bean.class, body, bound, ValidationOptions.defaults());
    assertThat(bound.get().age).isNull();
    assertThat(bound.get().nick).isNull();
    assertThat(bound.get().numbers).isEqualTo(Arrays.asList(1, null));
    for (String name : List.of("name", "code")) {
      assertThat(
              post(
                      Bean.class,
                      withNull(body, name),
                      new AtomicReference<>(),
                      ValidationOptions.defaults())
                  .body())
          .contains("body/" + name + " must be string");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'scores':{'a':null,'b':1}}",
        "{'rows':[null,[null,'']]}",
        "{'numbers':[null,0]}",
        "{'byName':{'a':null,'b':[null]}}",
        "{'flags':[null,{'a':null}]}",
        "{'grid':[null,[null]]}",
        "{'maybe':[null]}",
        "{'held':{'value':[null]}}"
      })
  void nullInMapsAndInnerListsBindsAsJacksonBindsIt(String body) {
    JsonMapper mapper = JsonMapper.builder().build();
    for (Coercion coercion : Coercion.values()) {
      AtomicReference<LooseContents> bound = new AtomicReference<>();
      InjectResponse response =
          post(LooseContents.class, body, bound, ValidationOptions.of(v -> v.coercion(coercion)));
      assertThat(response.body()).isEqualTo("ok");
      assertThat(mapper.writeValueAsString(bound.get()))
          .isEqualTo(mapper.writeValueAsString(mapper.readValue(json(body), LooseContents.class)));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'a':1 | 'a':null | body/scores/a must be integer",
        "[['x']] | [null] | body/rows/0 must be array",
        "[['x']] | [[null]] | body/rows/0/0 must be string",
        "'numbers':[1] | 'numbers':[null] | body/numbers/0 must be integer",
        "{'a':[1]} | {'a':null} | body/byName/a must be array",
        "{'a':[1]} | {'a':[null]} | body/byName/a/0 must be integer"
      })
  void typeArgumentsThatAreNotNullRefuseIt(String part, String other, String message) {
    for (Coercion coercion : Coercion.values()) {
      ValidationOptions options = ValidationOptions.of(v -> v.coercion(coercion));
      AtomicReference<StrictContents> bound = new AtomicReference<>();
      assertThat(post(StrictContents.class, STRICT_CONTENTS, bound, options).body())
          .isEqualTo("ok");
      assertThat(
              post(StrictContents.class, STRICT_CONTENTS.replace(part, other), bound, options)
                  .body())
          .contains(message);
    }
    assertThat(
            post(
                    LooseContents.class,
                    "{'names':[null]}",
                    new AtomicReference<>(),
                    ValidationOptions.defaults())
                .body())
        .contains("body/names/0 must be string");
  }

  @Test
  void nullAsTheWholeBodyIsTheEmptyOptional() {
    ValidationOptions options = ValidationOptions.defaults();
    AtomicReference<OptionalInt> number = new AtomicReference<>();
    assertThat(post(OptionalInt.class, "null", number, options).body()).isEqualTo("ok");
    assertThat(number.get()).isEmpty();
    AtomicReference<OptionalLong> large = new AtomicReference<>();
    assertThat(post(OptionalLong.class, "null", large, options).body()).isEqualTo("ok");
    assertThat(large.get()).isEmpty();
    AtomicReference<OptionalDouble> fraction = new AtomicReference<>();
    assertThat(post(OptionalDouble.class, "null", fraction, options).body()).isEqualTo("ok");
    assertThat(fraction.get()).isEmpty();
    for (boolean schema : new boolean[] {true, false}) {
      AtomicReference<Object> any = new AtomicReference<>();
      try (Fastjava app = Fastjava.create()) {
        Type type = new TypeRef<Optional<Part>>() {}.type();
        app.post(
            "/",
            route -> route.schema(s -> s.body(schema ? Schemas.of(type) : object().nullable())),
            (request, reply) -> {
              any.set(request.body(new TypeRef<Optional<Part>>() {}));
              return "ok";
            });
        assertThat(
                app.inject()
                    .post("/", "null", r -> r.header("content-type", "application/json"))
                    .body())
            .isEqualTo("ok");
      }
      assertThat(any.get()).isEqualTo(Optional.empty());
    }
  }

  @Test
  void nullAsTheWholeBodyIsNoOtherValue() {
    for (Class<?> type : List.of(Loose.class, Integer.class, int.class, String.class)) {
      InjectResponse response =
          post(type, "null", new AtomicReference<>(), ValidationOptions.defaults());
      assertThat(response.statusCode()).isEqualTo(400);
      assertThat(response.body()).contains("body must be ");
    }
  }

  @Test
  void theLibraryKeepsTheRule() {
    ValidationOptions library = ValidationOptions.of(v -> v.engine(Engine.LIBRARY));
    assertThat(
            post(Strict.class, withNull(STRICT, "nick"), new AtomicReference<>(), library)
                .statusCode())
        .isEqualTo(400);
  }

  @Test
  void otherConversionsStay() {
    AtomicReference<Loose> bound = new AtomicReference<>();
    post(
        Loose.class,
        LOOSE.replace("'age':1", "'age':'12'").replace("['t']", "'t'"),
        bound,
        ValidationOptions.defaults());
    assertThat(bound.get().age()).isEqualTo(12);
    assertThat(bound.get().tags()).containsExactly("t");
  }

  @Test
  void handWrittenSchemasConvertNullAsTheReferenceDoes() {
    try (Fastjava app = Fastjava.create()) {
      app.post(
          "/",
          r -> r.schema(s -> s.body(object().prop("age", integer()))),
          (request, reply) -> request.body());
      assertThat(
              app.inject(
                      r ->
                          r.method("POST")
                              .url("/")
                              .header("content-type", "application/json")
                              .payload(json("{'age':null}")))
                  .body())
          .isEqualTo("{\"age\":0}");
    }
  }

  @Test
  void oneOptionTurnsTheConversionOfBodiesOff() {
    ValidationOptions exact = ValidationOptions.of(v -> v.coercion(HttpPart.BODY, Coercion.OFF));
    assertThat(
            post(
                    Loose.class,
                    LOOSE.replace("'age':1", "'age':'12'"),
                    new AtomicReference<>(),
                    exact)
                .body())
        .contains("body/age must be integer");
  }

  @NullUnmarked
  record Tree(@NotEmpty String name, Tree child, List<Tree> all) {}

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whereNullIsAdmittedOnlyTheErrorOfTheValueIsTold(boolean allErrors) {
    try (Fastjava app = Fastjava.create(o -> o.validation(v -> v.allErrors(allErrors)))) {
      app.post("/", r -> r.schema(s -> s.body(Tree.class)), (request, reply) -> "ok");
      InjectResponse response =
          app.inject(
              r ->
                  r.method("POST")
                      .url("/")
                      .header("content-type", "application/json")
                      .payload(json("{'name':'a','all':[{'name':'b','child':{'name':''}}]}")));
      assertThat(response.json(Map.class).get("message"))
          .isEqualTo("body/all/0/child/name must NOT have fewer than 1 characters");
    }
  }
}
