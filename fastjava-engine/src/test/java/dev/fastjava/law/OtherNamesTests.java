package dev.fastjava.law;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.fastjava.Fastjava;
import dev.fastjava.inject.InjectResponse;
import dev.fastjava.schema.Schemas;
import dev.fastjava.schema.ValidationOptions;
import dev.fastjava.schema.ValidationOptions.RemoveAdditional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** A property is one, by whichever name Jackson reads it: what its schema says holds of all. */
class OtherNamesTests {
  private static final JsonMapper PLAIN = JsonMapper.builder().build();
  private static final JsonMapper ANY_CASE =
      JsonMapper.builder().enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_PROPERTIES).build();

  @NullUnmarked
  record Item(
      @JsonAlias({"no", "nr"}) @NotNull @Max(10) Integer number,
      @JsonAlias("tg") @Size(max = 2) List<@Size(max = 3) String> tags,
      @JsonAlias("inner") Item more) {}

  @NullUnmarked
  record Limited(
      @JsonAlias("max") @JsonProperty(defaultValue = "20") Integer limit, Integer offset) {}

  @NullUnmarked
  @JsonFormat(with = JsonFormat.Feature.ACCEPT_CASE_INSENSITIVE_PROPERTIES)
  record Loose(@NotNull @Max(10) Integer number) {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Circle.class, name = "circle"),
    @JsonSubTypes.Type(value = Square.class, name = "square")
  })
  sealed interface Shape permits Circle, Square {}

  @NullUnmarked
  record Circle(@JsonAlias("r") @JsonProperty(defaultValue = "5") @Max(10) int radius)
      implements Shape {}

  @NullUnmarked
  record Square(@JsonAlias("s") int side) implements Shape {}

  @NullUnmarked
  record Drawing(Shape shape, Map<String, Shape> named) {}

  @NullUnmarked
  static final class Any {
    public int number;
    public Map<String, Integer> values = Map.of();
    final Map<String, Object> rest = new TreeMap<>();

    @JsonAnySetter
    void set(String name, Object value) {
      rest.put(name, value);
    }

    @Override
    public String toString() {
      return "Any[" + number + ", " + values + ", " + rest + "]";
    }
  }

  /** Posts to a route with the schema of a type, and asserts that without one the same is bound. */
  private static InjectResponse post(
      JsonMapper mapper, Consumer<ValidationOptions.Builder> options, Class<?> type, String body) {
    try (Fastjava app = Fastjava.create(o -> o.jsonMapper(mapper).validation(options))) {
      app.post("/", r -> r.schema(s -> s.body(type)), (request, reply) -> "" + request.body(type));
      app.post(
          "/seen",
          r ->
              r.schema(s -> s.body(Schemas.object().prop("in", Schemas.of(type))))
                  .preHandler(
                      (request, reply) -> {
                        request.body();
                      }),
          (request, reply) ->
              "" + request.body(Map.class).get("in").getClass().getSimpleName().length());
      app.post("/none", (request, reply) -> "" + request.body(type));
      InjectResponse response =
          app.inject().post("/", body, r -> r.header("content-type", "application/json"));
      InjectResponse inside =
          app.inject()
              .post(
                  "/seen",
                  "{\"in\":" + body + "}",
                  r -> r.header("content-type", "application/json"));
      assertThat(inside.statusCode()).isEqualTo(response.statusCode());
      if (response.statusCode() == 200 && !body.equals("{}")) { // else there are defaults
        InjectResponse none =
            app.inject().post("/none", body, r -> r.header("content-type", "application/json"));
        if (none.statusCode() == 200) {
          assertThat(response.body()).isEqualTo(none.body());
        }
      }
      return response;
    }
  }

  private static InjectResponse post(JsonMapper mapper, Class<?> type, String body) {
    return post(mapper, options -> {}, type, body);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"number\":11} body/number must be <= 10",
        "{\"no\":11} body/no must be <= 10",
        "{\"nr\":\"11\"} body/nr must be <= 10",
        "{\"no\":5,\"nr\":11} body/nr must be <= 10",
        "{} body must have required property 'number'",
        "{\"no\":null} body/no must be integer",
        "{\"no\":5,\"tg\":[\"a\",\"b\",\"c\"]} body/tg must NOT have more than 2 items",
        "{\"no\":5,\"tg\":[\"long\"]} body/tg/0 must NOT have more than 3 characters",
        "{\"no\":5,\"inner\":{\"nr\":11}} body/inner/nr must be <= 10",
        "{\"no\":5,\"inner\":{}} body/inner must have required property 'number'"
      })
  void keywordsHoldUnderAliasesWithoutAValidator(String each) {
    int end = each.indexOf(" body");
    InjectResponse response = post(PLAIN, Item.class, each.substring(0, end));
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body()).contains(each.substring(end + 1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"number\":5}",
        "{\"no\":5,\"tg\":[\"a\"]}",
        "{\"nr\":\"5\",\"tg\":\"a\"}",
        "{\"number\":1,\"no\":2}",
        "{\"no\":2,\"number\":1}",
        "{\"no\":5,\"inner\":{\"nr\":\"7\"}}"
      })
  void whatIsValidIsBoundUnderAliases(String body) {
    assertThat(post(PLAIN, Item.class, body).statusCode()).isEqualTo(200);
  }

  @Test
  void keywordsHoldInOtherLettersWithoutAValidator() {
    assertThat(post(ANY_CASE, Item.class, "{\"NUMBER\":11}").body())
        .contains("body/NUMBER must be <= 10");
    assertThat(post(ANY_CASE, Item.class, "{\"nO\":11}").body()).contains("body/nO must be <= 10");
    assertThat(post(ANY_CASE, Item.class, "{\"x\":11}").body())
        .contains("must have required property 'number'");
    assertThat(post(ANY_CASE, Item.class, "{\"No\":\"5\",\"TAGS\":\"a\"}").statusCode())
        .isEqualTo(200);
    assertThat(post(PLAIN, Loose.class, "{\"Number\":11}").body())
        .contains("body/Number must be <= 10");
    assertThat(post(PLAIN, Loose.class, "{\"Number\":9}").body()).isEqualTo("Loose[number=9]");
  }

  @Test
  void errorsComeInTheOrderOfTheProperties() {
    String body = "{\"tg\":[\"a\",\"b\",\"c\"],\"no\":11}";
    assertThat(post(PLAIN, Item.class, body).body()).contains("body/no must be");
    assertThat(post(PLAIN, o -> o.allErrors(true), Item.class, body).body())
        .contains("body/no must be <= 10, body/tg must NOT have more than 2 items");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"max\":7}", "{\"max\":7,\"offset\":1}", "{\"limit\":7}", "{}"})
  void aDefaultIsForWhatIsNotThereByAnyName(String body) {
    String expected = body.contains("7") ? "limit=7" : "limit=20";
    assertThat(post(PLAIN, Limited.class, body).body()).contains(expected);
    String loud = body.replace("max", "MAX").replace("limit", "LIMIT");
    assertThat(post(ANY_CASE, Limited.class, loud).body()).contains(expected);
  }

  @Test
  void aDefaultIsForWhatIsNotThereInTaggedTypes() {
    assertThat(post(PLAIN, Shape.class, "{\"kind\":\"circle\",\"r\":7}").body())
        .isEqualTo("Circle[radius=7]");
    assertThat(post(PLAIN, Shape.class, "{\"r\":7,\"kind\":\"circle\"}").body())
        .isEqualTo("Circle[radius=7]");
    assertThat(post(PLAIN, Shape.class, "{\"kind\":\"circle\"}").body())
        .isEqualTo("Circle[radius=5]");
    assertThat(post(PLAIN, Shape.class, "{\"kind\":\"circle\",\"r\":11}").body())
        .contains("body/r must be <= 10");
    assertThat(
            post(PLAIN, Drawing.class, "{\"named\":{\"a\":{\"kind\":\"circle\",\"r\":7}}}").body())
        .contains("a=Circle[radius=7]");
  }

  @Test
  void anEmptyValueUnderAnotherNameIsFilledInWhereEmptyOnesAre() {
    Consumer<ValidationOptions.Builder> empty =
        o -> o.useDefaults(ValidationOptions.UseDefaults.EMPTY);
    try (Fastjava app = Fastjava.create(o -> o.validation(empty))) {
      app.post(
          "/",
          r -> r.schema(s -> s.body(Limited.class)),
          (request, reply) -> "" + request.body(Limited.class));
      for (String body : List.of("{\"max\":null}", "{\"max\":\"\"}", "{\"limit\":null}")) {
        assertThat(
                app.inject()
                    .post("/", body, r -> r.header("content-type", "application/json"))
                    .body())
            .contains("limit=20");
      }
    }
  }

  @ParameterizedTest
  @EnumSource(RemoveAdditional.class)
  void whatATypeReadsIsNotAdditional(RemoveAdditional removal) {
    Consumer<ValidationOptions.Builder> options = o -> o.removeAdditional(removal);
    assertThat(
            post(PLAIN, options, Any.class, "{\"number\":1,\"x\":2,\"values\":{\"k\":1}}").body())
        .isEqualTo("Any[1, {k=1}, {x=2}]");
    assertThat(
            post(PLAIN, options, Item.class, "{\"no\":5,\"tg\":[\"a\"],\"inner\":{\"nr\":1}}")
                .body())
        .isEqualTo("Item[number=5, tags=[a], more=Item[number=1, tags=null, more=null]]");
    assertThat(post(ANY_CASE, options, Item.class, "{\"NO\":5}").body()).contains("number=5");
    assertThat(post(PLAIN, options, Shape.class, "{\"kind\":\"square\",\"s\":5}").body())
        .isEqualTo("Square[side=5]");
    assertThat(post(PLAIN, options, Shape.class, "{\"kind\":\"square\",\"side\":5}").body())
        .isEqualTo("Square[side=5]");
    assertThat(
            post(PLAIN, options, Drawing.class, "{\"named\":{\"a\":{\"kind\":\"square\",\"s\":5}}}")
                .body())
        .contains("a=Square[side=5]");
  }

  @Test
  void whatATypeDoesNotReadIsAdditional() {
    try (Fastjava app =
        Fastjava.create(o -> o.validation(v -> v.removeAdditional(RemoveAdditional.ALL)))) {
      app.post(
          "/", r -> r.schema(s -> s.body(Item.class)), (request, reply) -> "" + request.body());
      assertThat(
              app.inject()
                  .post(
                      "/",
                      "{\"no\":5,\"role\":\"root\"}",
                      r -> r.header("content-type", "application/json"))
                  .body())
          .isEqualTo("{no=5}");
    }
  }

  @Test
  void queriesParametersAndHeadersHaveOtherNamesToo() {
    try (Fastjava app = Fastjava.create()) {
      app.get(
          "/query",
          r -> r.schema(s -> s.querystring(Limited.class)),
          (request, reply) -> "" + request.query(Limited.class));
      app.get(
          "/params/:max",
          r -> r.schema(s -> s.params(Limited.class)),
          (request, reply) -> "" + request.params(Limited.class));
      app.get(
          "/headers",
          r -> r.schema(s -> s.headers(Limited.class)),
          (request, reply) -> "" + request.headers(Limited.class));
      for (InjectResponse response :
          List.of(
              app.inject(r -> r.url("/query").query("max", "7")),
              app.inject().get("/params/7"),
              app.inject(r -> r.url("/headers").header("Max", "7")))) {
        assertThat(response.body()).contains("limit=7");
      }
      assertThat(app.inject().get("/query").body()).contains("limit=20");
      assertThat(app.inject().get("/headers").body()).contains("limit=20");
    }
  }
}
