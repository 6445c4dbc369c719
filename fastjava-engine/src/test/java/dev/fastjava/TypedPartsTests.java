package dev.fastjava;

import static dev.fastjava.schema.Schemas.array;
import static dev.fastjava.schema.Schemas.integer;
import static dev.fastjava.schema.Schemas.object;
import static dev.fastjava.schema.Schemas.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fastjava.inject.InjectResponse;
import dev.fastjava.schema.JsonSchema;
import dev.fastjava.schema.Schemas;
import dev.fastjava.schema.TypeSchema;
import dev.fastjava.schema.ValidationOptions;
import dev.fastjava.schema.ValidationResult;
import dev.fastjava.testing.Eventually;
import dev.fastjava.type.TypeRef;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Routes whose types are parts of types, or stand beside schemas written by hand. */
class TypedPartsTests {
  record User(String name, @Nullable String role, @Nullable String mail) {}

  record Counted(String name, int count) {}

  record Filter(@Nullable String name, @Nullable Integer page) {}

  record Key(@Nullable String id, @Nullable String version) {}

  record Auth(@Nullable String xUser, @Nullable String xRole) {}

  private static final TypeSchema<User> NEW_USER = Schemas.of(User.class).without("role");

  private static String body(Fastjava app, String url, Object payload) {
    return app.inject().post(url, payload).body();
  }

  @Test
  void aHandlerGetsTheTypeWithoutWhatThePartLeavesOut() {
    try (Fastjava app = Fastjava.create()) {
      app.post(
          "/without",
          r -> r.body(NEW_USER).handle((user, request, reply) -> user.name() + " " + user.role()));
      app.route(
          RouteDefinition.post("/only")
              .body(Schemas.of(User.class).only("name", "mail"))
              .handle((user, request, reply) -> user.name() + " " + user.role()));
      Map<String, String> sent = Map.of("name", "Ada", "role", "root");
      assertThat(body(app, "/without", sent)).isEqualTo("Ada null");
      assertThat(body(app, "/only", sent)).isEqualTo("Ada null");
      assertThat(app.inject().post("/without", Map.of("role", "root")).statusCode()).isEqualTo(400);
    }
  }

  @Test
  void everyPartOfARequestMayBeOne() {
    try (Fastjava app = Fastjava.create()) {
      app.get(
          "/query/:id/:version",
          r ->
              r.querystring(Schemas.of(Filter.class).without("page"))
                  .params(Schemas.of(Key.class).only("id"))
                  .headers(Schemas.of(Auth.class).without("xRole"))
                  .handle(
                      (filter, key, auth, request, reply) ->
                          List.of("" + filter, "" + key, "" + auth)));
      assertThat(
              app.inject(
                      r ->
                          r.url("/query/7/2?name=a&page=3")
                              .header("x-user", "u")
                              .header("x-role", "root"))
                  .body())
          .isEqualTo(
              "[\"Filter[name=a, page=null]\",\"Key[id=7, version=null]\","
                  + "\"Auth[xUser=u, xRole=null]\"]");
    }
  }

  @Test
  void aReplyShowsThePartAlone() {
    try (Fastjava app = Fastjava.create()) {
      User ada = new User("Ada", "root", "a@b.example");
      app.get(
          "/one",
          r ->
              r.response(200, Schemas.of(User.class).without("mail", "role"))
                  .handle((request, reply) -> ada));
      app.get(
          "/all",
          r ->
              r.response(
                      200,
                      array(Schemas.of(User.class).only("name")).as(new TypeRef<List<User>>() {}))
                  .handle((request, reply) -> List.of(ada)));
      app.get(
          "/error",
          r ->
              r.response(200, User.class)
                  .error(409, Schemas.of(User.class).only("name"))
                  .handle(
                      (request, reply) -> {
                        reply.code(409);
                        return ada;
                      }));
      assertThat(app.inject("/one").body()).isEqualTo("{\"name\":\"Ada\"}");
      assertThat(app.inject("/all").body()).isEqualTo("[{\"name\":\"Ada\"}]");
      assertThat(app.inject("/error").body()).isEqualTo("{\"name\":\"Ada\"}");
    }
  }

  @Test
  void aSchemaWrittenByHandHasATypeToo() {
    try (Fastjava app = Fastjava.create()) {
      app.post(
          "/",
          r ->
              r.body(object().prop("name", string().minLength(2)).required("name").as(User.class))
                  .handle((user, request, reply) -> user.name()));
      app.post(
          "/counts",
          r ->
              r.body(object().additionalProperties(integer()).as(COUNTS))
                  .handle(
                      (counts, request, reply) -> counts.values().stream().mapToInt(n -> n).sum()));
      assertThat(body(app, "/", Map.of("name", "Ada"))).isEqualTo("Ada");
      assertThat(app.inject().post("/", Map.of("name", "A")).statusCode()).isEqualTo(400);
      assertThat(body(app, "/counts", Map.of("a", 1, "b", "2"))).isEqualTo("3");
    }
  }

  private static final TypeRef<Map<String, Integer>> COUNTS = new TypeRef<>() {};

  @Test
  void aPartThatARouteBindsOrWritesByCannotBeTakenFromIt() {
    RouteDefinition named = RouteDefinition.post("/").body(NEW_USER).handle((u, q, r) -> u);
    assertThatThrownBy(() -> named.copy().schema(RouteSchema::clear))
        .hasMessageContaining("Route POST:/: the schema of 'body' is removed");
    assertThatThrownBy(
            () ->
                RouteDefinition.get("/")
                    .response(200, NEW_USER)
                    .handle((q, r) -> new User("a", "root", null))
                    .schema(RouteSchema::clear))
        .hasMessageContaining("'response 200' is removed");
    assertThatThrownBy(() -> named.copy().schema(s -> s.clear().body(User.class)))
        .hasMessageContaining("'body' is declared twice");
    try (Fastjava app = Fastjava.create()) {
      app.onRoute((route, instance) -> route.schema(RouteSchema::clear));
      assertThatThrownBy(() -> app.route(named.copy())).hasMessageContaining("'body' is removed");
    }
  }

  @Test
  void aValidatorThatDoesNotKnowThePartIsRefused() {
    try (Fastjava app = Fastjava.create()) {
      app.post(
          "/",
          r ->
              r.validatorCompiler(schema -> value -> ValidationResult.valid())
                  .body(NEW_USER)
                  .handle((user, request, reply) -> user));
      assertThatThrownBy(() -> Eventually.join(app.ready()))
          .hasStackTraceContaining("may let through what the part of")
          .hasStackTraceContaining("schema of body");
    }
  }

  @Test
  void aTypeThatCannotBeBoundWithoutWhatIsLeftOutStopsTheBoot() {
    Fastjava app = Fastjava.create();
    app.post(
        "/",
        r ->
            r.body(Schemas.of(Counted.class).without("count"))
                .handle((counted, request, reply) -> counted.name()));
    assertThatThrownBy(() -> Eventually.join(app.ready()))
        .hasStackTraceContaining("cannot be bound without")
        .hasStackTraceContaining("Counted");
    app.close();
  }

  @Test
  void genericTypesHaveASchemaByReference() {
    TypeSchema<List<User>> users = Schemas.of(new TypeRef<List<User>>() {});
    assertThat(users.rawType()).isEqualTo(List.class);
    assertThat(users.toValue()).isEqualTo(Schemas.of(users.type()).toValue());
    try (Fastjava app = Fastjava.create()) {
      app.post("/", r -> r.body(users).handle((all, request, reply) -> all.get(0).name()));
      assertThat(body(app, "/", List.of(Map.of("name", "Ada")))).isEqualTo("Ada");
    }
  }

  @Test
  void partsOfPartsAreTaken() {
    TypeSchema<User> all = Schemas.of(User.class);
    assertThat(all.without("role").without("mail").toValue())
        .isEqualTo(all.without("role", "mail").toValue());
    assertThat(all.only("name", "role").without("role").toValue())
        .isEqualTo(all.only("name").toValue());
    assertThat(all.without("mail").only("name").toValue()).isEqualTo(all.only("name").toValue());
    assertThat(all.only("name", "role").only("role").toValue())
        .isEqualTo(all.only("role").toValue());
    assertThatIllegalArgumentException().isThrownBy(() -> all.without("mail").only("mail"));
    assertThatIllegalArgumentException().isThrownBy(() -> all.without("mail").without("mail"));
    assertThatIllegalArgumentException().isThrownBy(() -> all.only("name").without("name"));
    assertThatIllegalArgumentException().isThrownBy(all::only);
  }

  @SuppressWarnings("unchecked") // schemas of objects are maps
  private static Map<String, Object> value(JsonSchema schema) {
    return (Map<String, Object>) schema.toValue();
  }

  @Test
  void whatIsSaidOfEverySchemaIsSaidOfTypesAndPartsToo() {
    for (TypeSchema<User> schema : List.of(Schemas.of(User.class), NEW_USER)) {
      Map<String, Object> said =
          value(
              schema
                  .id("user")
                  .title("t")
                  .description("d")
                  .comment("c")
                  .examples(Map.of("name", "Ada"))
                  .deprecated(true)
                  .readOnly(false)
                  .writeOnly(false)
                  .defaultValue(Map.of("name", "Bob"))
                  .keyword("minProperties", 1));
      assertThat(said)
          .containsEntry("$id", "user")
          .containsEntry("title", "t")
          .containsEntry("description", "d")
          .containsEntry("$comment", "c")
          .containsEntry("deprecated", true)
          .containsEntry("minProperties", 1)
          .containsEntry("type", "object")
          .containsEntry("default", Map.of("name", "Bob"));
      assertThat(said.get("properties")).isEqualTo(value(schema).get("properties"));
      assertThatThrownBy(() -> schema.keyword("properties", Map.of()).toValue())
          .hasMessageContaining("has 'properties' by itself");
    }
    assertThat(value(object().prop("user", NEW_USER.required()).prop("other", NEW_USER)))
        .containsEntry("required", List.of("user"));
  }

  @ParameterizedTest
  @EnumSource(ValidationOptions.Engine.class)
  void nullIsAValueWhereItIsSaid(ValidationOptions.Engine engine) {
    try (Fastjava app = Fastjava.create(o -> o.validation(v -> v.engine(engine)))) {
      for (String kind : List.of("whole", "part", "text")) {
        JsonSchema schema =
            switch (kind) {
              case "whole" -> Schemas.of(User.class).nullable();
              case "part" -> NEW_USER.nullable();
              default -> Schemas.of(String.class).nullable().description("d");
            };
        app.post(
            "/" + kind,
            r -> r.schema(s -> s.body(object().prop("a", schema).prop("b", schema))),
            (request, reply) -> request.body());
        app.post(
            "/reply/" + kind,
            r -> r.schema(s -> s.response(200, object().prop("a", schema).prop("b", schema))),
            (request, reply) -> request.body());
      }
      for (String way : List.of("/", "/reply/")) {
        assertThat(body(app, way + "text", "{\"a\":null,\"b\":\"x\"}"))
            .isEqualTo("{\"a\":null,\"b\":\"x\"}");
      }
      String sent = "{\"a\":null,\"b\":{\"name\":\"Ada\"}}";
      assertThat(body(app, "/whole", sent)).isEqualTo(sent);
      assertThat(body(app, "/part", "{\"a\":null,\"b\":{\"name\":\"Ada\",\"role\":\"root\"}}"))
          .isEqualTo(sent);
      InjectResponse refused =
          app.inject()
              .post("/part", "{\"a\":1}", r -> r.header("content-type", "application/json"));
      assertThat(refused.statusCode()).isEqualTo(400);
    }
  }

  private static String body(Fastjava app, String url, String json) {
    return app.inject().post(url, json, r -> r.header("content-type", "application/json")).body();
  }

  @Test
  void aTypeMayBeASharedSchema() {
    try (Fastjava app = Fastjava.create()) {
      app.addSchema(NEW_USER.id("newUser"));
      app.post(
          "/",
          r -> r.schema(s -> s.body(Schemas.ref("newUser#"))),
          (request, reply) -> request.body(User.class).name());
      assertThat(body(app, "/", Map.of("name", "Ada"))).isEqualTo("Ada");
      assertThat(app.inject().post("/", Map.of()).statusCode()).isEqualTo(400);
      assertThatThrownBy(() -> object().prop("user", NEW_USER.id("x")).toValue())
          .hasMessageContaining("has an id");
    }
  }
}
