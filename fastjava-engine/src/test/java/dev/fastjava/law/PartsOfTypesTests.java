package dev.fastjava.law;

import static dev.fastjava.schema.Schemas.allOf;
import static dev.fastjava.schema.Schemas.any;
import static dev.fastjava.schema.Schemas.anyOf;
import static dev.fastjava.schema.Schemas.array;
import static dev.fastjava.schema.Schemas.constant;
import static dev.fastjava.schema.Schemas.integer;
import static dev.fastjava.schema.Schemas.nil;
import static dev.fastjava.schema.Schemas.not;
import static dev.fastjava.schema.Schemas.object;
import static dev.fastjava.schema.Schemas.oneOf;
import static dev.fastjava.schema.Schemas.ref;
import static dev.fastjava.schema.Schemas.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import dev.fastjava.Fastjava;
import dev.fastjava.inject.InjectResponse;
import dev.fastjava.jakarta.JakartaConstraints;
import dev.fastjava.schema.BeanConstraints;
import dev.fastjava.schema.JsonSchema;
import dev.fastjava.schema.Schemas;
import dev.fastjava.schema.ValidationOptions.Coercion;
import dev.fastjava.schema.ValidationOptions.Engine;
import dev.fastjava.schema.ValidationOptions.RemoveAdditional;
import dev.fastjava.schema.ValidationOptions.UseDefaults;
import dev.fastjava.testing.EnglishValidators;
import dev.fastjava.testing.Eventually;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the schema of a part of a type leaves out is not bound; what stays keeps its constraints.
 */
class PartsOfTypesTests {
  @NullUnmarked
  record User(
      @NotBlank String name,
      @JsonAlias({"r", "rank"}) @NotNull String role,
      @Digits(integer = 3, fraction = 2) BigDecimal credit) {}

  @NullUnmarked
  record Counted(@NotBlank String name, int count) {}

  @NullUnmarked
  static final class Any {
    public String name;
    public String role = "user";
    final Map<String, Object> rest = new TreeMap<>();

    @JsonAnySetter
    void set(String key, Object value) {
      rest.put(key, value);
    }

    @Override
    public String toString() {
      return name + ' ' + role + ' ' + rest;
    }
  }

  private static final JsonMapper ANY_CASE =
      JsonMapper.builder().enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_PROPERTIES).build();

  private final ValidatorFactory factory = EnglishValidators.factory();
  private final List<Fastjava> apps = new ArrayList<>();

  @AfterEach
  void close() {
    apps.forEach(Fastjava::close);
    factory.close();
  }

  private Fastjava checking() {
    Fastjava app =
        Fastjava.create(o -> o.beanConstraints(JakartaConstraints.of(factory.getValidator())));
    apps.add(app);
    return app;
  }

  private static InjectResponse post(Fastjava app, String path, String body) {
    return app.inject().post(path, body, r -> r.header("content-type", "application/json"));
  }

  @Test
  void whatIsLeftOutIsNotBoundByAnyOfItsNames() {
    Fastjava app = Fastjava.create(o -> o.beanConstraints(BeanConstraints.unchecked()));
    apps.add(app);
    app.post(
        "/without",
        r -> r.schema(s -> s.body(Schemas.of(User.class).without("role"))),
        (request, reply) -> request.body(User.class) + " " + request.body());
    app.post(
        "/only",
        r -> r.schema(s -> s.body(Schemas.of(User.class).only("name", "credit"))),
        (request, reply) -> request.body(User.class) + " " + request.body());
    app.post(
        "/any",
        r -> r.schema(s -> s.body(Schemas.of(Any.class).only("name"))),
        (request, reply) -> "" + request.body(Any.class));
    for (String name : List.of("role", "r", "rank")) {
      for (String path : List.of("/without", "/only")) {
        assertThat(post(app, path, "{\"name\":\"Ada\",\"" + name + "\":\"root\"}").body())
            .isEqualTo("User[name=Ada, role=null, credit=null] {name=Ada}");
      }
    }
    assertThat(post(app, "/any", "{\"name\":\"Ada\",\"role\":\"root\",\"x\":1}").body())
        .isEqualTo("Ada user {}");
  }

  @Test
  void whatIsLeftOutIsNotBoundInOtherLetters() {
    Fastjava app =
        Fastjava.create(o -> o.jsonMapper(ANY_CASE).beanConstraints(BeanConstraints.unchecked()));
    apps.add(app);
    app.post(
        "/",
        r -> r.schema(s -> s.body(Schemas.of(User.class).without("role"))),
        (request, reply) -> "" + request.body(User.class));
    for (String name : List.of("ROLE", "Rank", "R")) {
      assertThat(post(app, "/", "{\"Name\":\"Ada\",\"" + name + "\":\"root\"}").body())
          .isEqualTo("User[name=Ada, role=null, credit=null]");
    }
  }

  @Test
  void whatIsLeftOutIsNotBoundWhateverTheOptions() {
    for (RemoveAdditional removal : RemoveAdditional.values()) {
      Fastjava app =
          Fastjava.create(
              o ->
                  o.beanConstraints(BeanConstraints.unchecked())
                      .validation(
                          v ->
                              v.removeAdditional(removal)
                                  .coercion(Coercion.OFF)
                                  .useDefaults(UseDefaults.OFF)
                                  .allErrors(true)));
      apps.add(app);
      app.post(
          "/",
          r -> r.schema(s -> s.body(array(Schemas.of(User.class).without("role")))),
          (request, reply) -> "" + request.body());
      app.get(
          "/query",
          r -> r.schema(s -> s.querystring(Schemas.of(User.class).without("role"))),
          (request, reply) -> "" + request.query(User.class));
      app.get(
          "/headers",
          r -> r.schema(s -> s.headers(Schemas.of(User.class).without("role"))),
          (request, reply) -> "" + request.headers(User.class));
      assertThat(post(app, "/", "[{\"name\":\"Ada\",\"rank\":\"root\"}]").body())
          .isEqualTo("[{name=Ada}]");
      assertThat(app.inject(r -> r.url("/query").query("name", "Ada").query("r", "root")).body())
          .contains("role=null");
      assertThat(
              app.inject(r -> r.url("/headers").header("Name", "Ada").header("Role", "root"))
                  .body())
          .contains("name=Ada, role=null");
    }
  }

  @Test
  void constraintsOfWhatStaysAreChecked() {
    Fastjava app = checking();
    app.post(
        "/",
        r -> r.schema(s -> s.body(Schemas.of(User.class).without("role"))),
        (request, reply) -> "" + request.body(User.class));
    app.post(
        "/all",
        r -> r.schema(s -> s.body(array(Schemas.of(User.class).only("name")))),
        (request, reply) -> "" + request.body());
    assertThat(post(app, "/", "{\"name\":\" \"}").body()).contains("body/name must not be blank");
    assertThat(post(app, "/", "{\"name\":\"Ada\",\"credit\":1.234}").body())
        .contains("body/credit numeric value out of bounds");
    assertThat(post(app, "/", "{\"name\":\"Ada\"}").body())
        .isEqualTo("User[name=Ada, role=null, credit=null]");
    assertThat(post(app, "/all", "[{\"name\":\" \"}]").body())
        .contains("body/0/name must not be blank");
    assertThat(post(app, "/all", "[{\"name\":\"Ada\",\"credit\":1.234}]").body())
        .isEqualTo("[{name=Ada}]");
  }

  @Test
  void constraintsThatNothingCanCheckStopTheBoot() {
    for (JsonSchema schema :
        List.of(
            Schemas.of(User.class).without("role"), array(Schemas.of(User.class).only("name")))) {
      Fastjava app = Fastjava.create();
      apps.add(app);
      app.post("/", r -> r.schema(s -> s.body(schema)), (request, reply) -> "");
      assertThatThrownBy(() -> Eventually.join(app.ready()))
          .hasStackTraceContaining("NotBlank of body")
          .hasStackTraceContaining("/name");
    }
    Fastjava fine = Fastjava.create();
    apps.add(fine);
    fine.post("/", r -> r.schema(s -> s.body(Schemas.of(User.class).only("role"))), (q, p) -> "");
    assertThat(Eventually.join(fine.ready())).isNotNull();
    Fastjava app = checking();
    app.post("/", r -> r.schema(s -> s.body(Schemas.of(Counted.class).only("name"))), (q, p) -> "");
    assertThatThrownBy(() -> Eventually.join(app.ready()))
        .hasStackTraceContaining("NotBlank of body/name")
        .hasStackTraceContaining("cannot be bound for the validator");
  }

  @Test
  void theLibraryRefusesPartsWhereItRemovesNothing() {
    JsonSchema part = Schemas.of(Any.class).without("role");
    for (JsonSchema schema :
        List.of(
            object().prop("x", anyOf(part, nil())),
            anyOf(part, nil()),
            object().ifThen(object().required("x"), object().prop("x", part)))) {
      Fastjava app = Fastjava.create(o -> o.validation(v -> v.engine(Engine.LIBRARY)));
      apps.add(app);
      app.post("/", r -> r.schema(s -> s.body(schema)), (request, reply) -> "");
      assertThatThrownBy(() -> Eventually.join(app.ready()))
          .hasStackTraceContaining("only and without of a type");
    }
    for (JsonSchema schema :
        List.of(part, object().prop("x", part), array(part), object().additionalProperties(part))) {
      Fastjava app = Fastjava.create(o -> o.validation(v -> v.engine(Engine.LIBRARY)));
      apps.add(app);
      app.post("/", r -> r.schema(s -> s.body(schema)), (request, reply) -> "");
      assertThat(Eventually.join(app.ready())).isNotNull();
    }
  }

  /** Another alternative would take the value with all that it has. */
  @Test
  void partsThatNeedNotCountStopTheBoot() {
    JsonSchema part = Schemas.of(Any.class).without("role");
    JsonSchema whole = Schemas.of(Any.class);
    JsonSchema deep = object().prop("y", part);
    for (JsonSchema each :
        List.of(
            anyOf(whole, part),
            anyOf(part, whole),
            anyOf(object(), part),
            anyOf(any(), part),
            anyOf(deep, object()),
            anyOf(allOf(part, object()), object().required("x")),
            oneOf(part, object().prop("name", integer())),
            not(part),
            object().ifThen(object().required("name"), part),
            object().ifThen(part, object()),
            anyOf(ref("#/definitions/part"), object()),
            object().raw(Map.of("dependencies", Map.of("name", part))),
            array().raw(Map.of("contains", part)))) {
      Fastjava app = Fastjava.create();
      apps.add(app);
      JsonSchema schema = object().definition("part", part).prop("x", each);
      app.post("/", r -> r.schema(s -> s.body(schema)), (request, reply) -> "");
      assertThatThrownBy(() -> Eventually.join(app.ready()))
          .hasStackTraceContaining("only and without of a type");
    }
    Fastjava shared = Fastjava.create();
    apps.add(shared);
    shared.addSchema(object().id("parts").definition("part", part));
    shared.post(
        "/",
        r -> r.schema(s -> s.body(anyOf(ref("parts#/definitions/part"), object()))),
        (request, reply) -> "");
    assertThatThrownBy(() -> Eventually.join(shared.ready()))
        .hasStackTraceContaining("only and without of a type");
  }

  @Test
  void partsBesideWhatTakesNoObjectCount() {
    JsonSchema part = Schemas.of(Any.class).without("role");
    for (JsonSchema each :
        List.of(
            anyOf(part, nil()),
            anyOf(string(), part),
            oneOf(part, integer(), constant("none")),
            anyOf(part, Schemas.of(User.class).without("role")),
            allOf(object().required("name"), part))) {
      Fastjava app = Fastjava.create(o -> o.beanConstraints(BeanConstraints.unchecked()));
      apps.add(app);
      app.post("/", r -> r.schema(s -> s.body(each)), (q, reply) -> "" + q.body(Any.class));
      assertThat(post(app, "/", "{\"name\":\"Ada\",\"role\":\"root\"}").body())
          .isEqualTo("Ada user {}");
    }
  }

  static List<JsonSchema> positions() {
    JsonSchema type = Schemas.of(User.class).without("role");
    JsonSchema whole = Schemas.of(User.class);
    return List.of(
        object().prop("x", type),
        object().prop("x", whole),
        object().prop("z", integer()).additionalProperties(whole),
        object().patternProperty("^x", whole),
        object().patternProperty("^x", type),
        object().prop("x", anyOf(whole, nil())),
        object().prop("x", anyOf(type, integer())),
        object().prop("x", allOf(whole, object().required("name"))),
        object().definition("user", whole).prop("x", ref("#/definitions/user")),
        object().ifThen(object().required("x"), object().prop("x", whole)));
  }

  @ParameterizedTest
  @MethodSource("positions")
  void constraintsAreCheckedInAllPositions(JsonSchema schema) {
    Fastjava app = checking();
    app.post("/", r -> r.schema(s -> s.body(schema)), (request, reply) -> "" + request.body());
    String fine = "{\"x\":{\"name\":\"Ada\",\"role\":\"root\",\"credit\":123.45}}";
    assertThat(post(app, "/", fine).statusCode()).isEqualTo(200);
    InjectResponse blank = post(app, "/", fine.replace("Ada", " "));
    assertThat(blank.statusCode()).isEqualTo(400);
    assertThat(blank.body()).contains("body/x/name must not be blank");
    assertThat(post(app, "/", fine.replace("123.45", "1.234567890123456789")).body())
        .contains("body/x/credit numeric value out of bounds");
  }
}
