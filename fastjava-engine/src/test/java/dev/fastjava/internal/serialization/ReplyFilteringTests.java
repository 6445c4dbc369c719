package dev.fastjava.internal.serialization;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.fastjava.Fastjava;
import dev.fastjava.error.HttpError;
import dev.fastjava.schema.JsonSchema;
import dev.fastjava.schema.Schemas;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.json.JsonMapper;

/** Only what a schema declares leaves the server, whatever holds it. */
@SuppressWarnings({"UnusedMethod", "EffectivelyPrivate"}) // getters are called by reflection
class ReplyFilteringTests {
  private static final String SECRET = RandomReplies.SECRET;

  private static final JsonSchema USER =
      Schemas.object()
          .prop("name", Schemas.string())
          .prop("team", Schemas.object().prop("title", Schemas.string()))
          .prop("tags", Schemas.array(Schemas.object().prop("label", Schemas.string())));

  private static final String ALLOWED =
      "{\"name\":\"Ada\",\"team\":{\"title\":\"Core\"},\"tags\":[{\"label\":\"x\"}]}";

  private record Team(String title, String budget) {}

  private record Tag(String label, Map<String, Object> internal) {}

  private record User(String name, Team team, List<Tag> tags, String password) {}

  private static User user() {
    return new User(
        "Ada", new Team("Core", SECRET), List.of(new Tag("x", Map.of("k", SECRET))), SECRET);
  }

  private static Map<?, ?> map() {
    return JsonMapper.shared().convertValue(user(), Map.class);
  }

  private static final class Bean {
    public String getName() {
      return "Ada";
    }

    public Team getTeam() {
      return user().team();
    }

    public Tag[] getTags() {
      return user().tags().toArray(Tag[]::new);
    }

    public String getPassword() {
      return SECRET;
    }
  }

  /** Jackson alone knows what these look like. */
  private static final class Open {
    @JsonAnyGetter
    public Map<?, ?> getAll() {
      return map();
    }
  }

  private static final class Wrapped {
    @JsonUnwrapped
    public User getUser() {
      return user();
    }
  }

  private record Single(@JsonValue User user) {}

  private record Reader(Team team, Optional<Team> other, Object untyped) {}

  private static Stream<Object> holders() {
    return Stream.of(
        user(),
        map(),
        new TreeMap<>(map()),
        new Bean(),
        JsonMapper.shared().valueToTree(user()),
        Optional.of(user()),
        new Open(),
        new Wrapped(),
        new Single(user()));
  }

  @TestFactory
  Stream<DynamicTest> whateverHoldsTheProperties() {
    return holders()
        .map(
            holder ->
                DynamicTest.dynamicTest(
                    holder.getClass().getSimpleName(),
                    () -> {
                      assertThat(Written.by(USER.toValue(), holder)).isEqualTo(ALLOWED);
                      Object list = Schemas.array(USER).toValue();
                      assertThat(Written.by(list, List.of(holder))).isEqualTo("[" + ALLOWED + "]");
                    }));
  }

  @TestFactory
  Stream<DynamicTest> howeverTheSchemaIsCombined() {
    Object user = USER.toValue();
    Object flag = Map.of("type", "boolean");
    return Stream.<Map<String, Object>>of(
            Map.of("anyOf", List.of(flag, user)),
            Map.of("oneOf", List.of(flag, user)),
            Map.of("allOf", List.of(user)),
            Map.of("type", List.of("null", "object"), "properties", properties(user)),
            Map.of("type", "object", "nullable", true, "properties", properties(user)),
            Map.of("type", "object", "additionalProperties", false, "properties", properties(user)),
            Map.of("properties", properties(user)),
            Map.of("definitions", Map.of("user", user), "$ref", "#/definitions/user"),
            Map.of("if", Map.of("required", List.of("name")), "then", user, "else", flag))
        .map(
            schema ->
                DynamicTest.dynamicTest(
                    schema.keySet().toString(),
                    () -> {
                      for (Object holder : holders().toList()) {
                        assertThat(Written.by(schema, holder)).as("%s", holder).isEqualTo(ALLOWED);
                      }
                    }));
  }

  private static Object properties(Object schema) {
    return java.util.Objects.requireNonNull(((Map<?, ?>) schema).get("properties"));
  }

  @Test
  void additionalPropertiesPassTheirOwnSchemaOnly() throws Exception {
    Object schema =
        Map.of(
            "type",
            "object",
            "additionalProperties",
            Map.of("type", "object", "properties", Map.of("title", Map.of("type", "string"))));
    Reader reader = new Reader(user().team(), Optional.of(user().team()), map());
    assertThat(Written.by(schema, reader))
        .isEqualTo("{\"team\":{\"title\":\"Core\"},\"other\":{\"title\":\"Core\"},\"untyped\":{}}");
  }

  private static String reply(Consumer<Fastjava> application, String url) {
    try (Fastjava app = Fastjava.create()) {
      application.accept(app);
      String first = app.inject(url).body();
      assertThat(app.inject(url).body()).isEqualTo(first);
      return first;
    }
  }

  @Test
  void whatAHookPutIntoThePayloadPassesTheSchemaToo() {
    String body =
        reply(
            app -> {
              app.preSerialization((request, reply, payload) -> user());
              app.get(
                  "/",
                  route -> route.schema(s -> s.response(200, USER)),
                  (request, reply) -> Map.of("other", SECRET));
            },
            "/");
    assertThat(body).isEqualTo(ALLOWED);
  }

  private static final class Refused extends RuntimeException implements HttpError {
    private static final long serialVersionUID = 1L;
    private final int status;

    Refused(int status) {
      super("refused");
      this.status = status;
    }

    @Override
    public int statusCode() {
      return status;
    }

    @Override
    public String code() {
      return "REFUSED";
    }

    @Override
    public Map<String, Object> properties() {
      return Map.of("reason", "quota", "internal", SECRET);
    }
  }

  @Test
  void anErrorShowsTheDeclaredOfItsPropertiesOnly() {
    Consumer<Fastjava> application =
        app -> {
          app.get(
              "/declared",
              route ->
                  route.schema(
                      s ->
                          s.response(
                              "4xx",
                              Schemas.object()
                                  .prop("reason", Schemas.string())
                                  .prop("code", Schemas.string()))),
              (request, reply) -> {
                throw new Refused(403);
              });
          app.get(
              "/undeclared",
              (request, reply) -> {
                throw new Refused(403);
              });
          app.get(
              "/handled",
              route -> route.schema(s -> s.response(418, USER)),
              (request, reply) -> reply.code(418).send(user()));
        };
    assertThat(reply(application, "/declared"))
        .isEqualTo("{\"reason\":\"quota\",\"code\":\"REFUSED\"}");
    assertThat(reply(application, "/undeclared"))
        .isEqualTo(
            "{\"statusCode\":403,\"code\":\"REFUSED\",\"error\":\"Forbidden\","
                + "\"message\":\"refused\"}");
    assertThat(reply(application, "/handled")).isEqualTo(ALLOWED);
  }

  @Test
  void anErrorWhichItsSchemaCannotHoldTellsNothingElse() {
    @Nullable String body =
        reply(
            app ->
                app.get(
                    "/",
                    route ->
                        route.schema(
                            s ->
                                s.response(
                                    500,
                                    Schemas.object()
                                        .prop("owner", Schemas.string())
                                        .required("owner"))),
                    (request, reply) -> {
                      throw new Refused(500);
                    }),
            "/");
    assertThat(body)
        .doesNotContain(SECRET)
        .contains("FST_ERR_FAILED_ERROR_SERIALIZATION")
        .contains("\\\"owner\\\" is required!");
  }
}
