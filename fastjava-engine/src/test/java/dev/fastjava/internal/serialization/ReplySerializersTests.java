package dev.fastjava.internal.serialization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fastjava.Fastjava;
import dev.fastjava.Reply;
import dev.fastjava.error.ErrorCode;
import dev.fastjava.error.FastjavaException;
import dev.fastjava.schema.ResponseSchema;
import dev.fastjava.schema.Schemas;
import dev.fastjava.schema.Serializer;
import dev.fastjava.schema.SerializerCompiler;
import dev.fastjava.schema.Utf8Output;
import dev.fastjava.testing.Eventually;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a reply and its context offer for serialization. Reference: Reply; Server. */
class ReplySerializersTests {
  private static final Map<String, Object> NAME =
      Map.of("type", "object", "properties", Map.of("name", Map.of("type", "string")));
  private static final Map<String, Object> AGE =
      Map.of("type", "object", "properties", Map.of("age", Map.of("type", "integer")));
  private static final Map<String, Object> PERSON = Map.of("name", "Ada", "age", 36);

  /** Runs with the reply of a route that has schemas for 200, 2xx and, by media type, for 300. */
  private static void withReply(Consumer<Reply> check) {
    Map<String, Object> byType =
        Map.of(
            "content",
            Map.of("application/json", Map.of("schema", NAME), "a/b", Map.of("schema", AGE)));
    Map<String, Object> responses = Map.of("200", NAME, "2xx", AGE, "300", byType);
    List<Throwable> failures = new ArrayList<>();
    try (Fastjava app = Fastjava.create()) {
      app.get(
          "/",
          route -> route.schema(s -> s.raw(Map.of("response", responses))),
          (request, reply) -> {
            try {
              check.accept(reply);
            } catch (AssertionError | RuntimeException e) {
              failures.add(e);
            }
            return "done";
          });
      assertThat(app.inject("/").statusCode()).isEqualTo(200);
    }
    assertThat(failures).isEmpty();
  }

  private static String write(@Nullable Serializer serializer) {
    Utf8Output out = new Utf8Output();
    try {
      Objects.requireNonNull(serializer).serialize(PERSON, out);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    return out.toText();
  }

  @Test
  void aSerializerIsFoundByItsStatus() {
    withReply(
        reply -> {
          assertThat(write(reply.getSerializationFunctionForStatus("200")))
              .isEqualTo("{\"name\":\"Ada\"}");
          assertThat(write(reply.getSerializationFunctionForStatus(200)))
              .isEqualTo("{\"name\":\"Ada\"}");
          assertThat(write(reply.getSerializationFunctionForStatus("2xx")))
              .isEqualTo("{\"age\":36}");
          assertThat(reply.getSerializationFunctionForStatus(201)).isNull();
          assertThat(reply.getSerializationFunctionForStatus("300")).isNull();
          assertThat(write(reply.getSerializationFunctionForStatus("300", "a/b")))
              .isEqualTo("{\"age\":36}");
          assertThat(reply.getSerializationFunctionForStatus("300", "x/y")).isNull();
        });
  }

  @Test
  void aSchemaObjectIsCompiledOnceForItsRoute() {
    withReply(
        reply -> {
          Map<String, Object> schema = new HashMap<>(NAME);
          assertThat(reply.getSerializationFunction(schema)).isNull();
          Serializer compiled = reply.compileSerializationSchema(schema);
          assertThat(write(compiled)).isEqualTo("{\"name\":\"Ada\"}");
          assertThat(reply.getSerializationFunction(schema)).isSameAs(compiled);
          assertThat(reply.compileSerializationSchema(schema)).isSameAs(compiled);
          schema.put("properties", Map.of());
          assertThat(reply.compileSerializationSchema(schema)).isSameAs(compiled);
          assertThat(reply.getSerializationFunction(new HashMap<>(schema))).isNull();
        });
  }

  @Test
  void inputIsSerializedBySchemaOrStatus() {
    withReply(
        reply -> {
          assertThat(reply.serializeInput(PERSON, AGE)).isEqualTo("{\"age\":36}");
          assertThat(reply.serializeInput(PERSON, Schemas.object().prop("age", Schemas.integer())))
              .isEqualTo("{\"age\":36}");
          assertThat(reply.serializeForStatus(PERSON, 200)).isEqualTo("{\"name\":\"Ada\"}");
          assertThat(reply.serializeForStatus(PERSON, "200")).isEqualTo("{\"name\":\"Ada\"}");
          assertThat(reply.serializeForStatus(PERSON, "2xx")).isEqualTo("{\"age\":36}");
          assertThat(reply.serializeForStatus(PERSON, "300", "application/json"))
              .isEqualTo("{\"name\":\"Ada\"}");
          assertThat(reply.serializeInput(PERSON, "{\"type\":\"object\"}")).isEqualTo("{}");
        });
  }

  @Test
  void aStatusWithoutASchemaIsAnError() {
    withReply(
        reply -> {
          assertThatThrownBy(() -> reply.serializeForStatus(PERSON, 404))
              .hasMessage("Missing serialization function. Key \"404\"")
              .isInstanceOfSatisfying(
                  FastjavaException.class,
                  e ->
                      assertThat(e.errorCode())
                          .isEqualTo(ErrorCode.FST_ERR_MISSING_SERIALIZATION_FN));
          assertThatThrownBy(() -> reply.serializeForStatus(PERSON, "300", "x/y"))
              .hasMessage("Missing serialization function. Key \"300:x/y\"");
        });
  }

  @Test
  void statusAndMediaTypeAreHandedToACompiler() {
    List<ResponseSchema> seen = new ArrayList<>();
    SerializerCompiler compiler =
        schema -> {
          seen.add(schema);
          return (value, out) -> out.writeText("compiled");
        };
    try (Fastjava app = Fastjava.create()) {
      app.setSerializerCompiler(compiler);
      assertThat(app.serializerCompiler()).isSameAs(compiler);
      app.get(
          "/:id",
          route ->
              route
                  .exposeHeadRoute(false)
                  .schema(
                      s ->
                          s.raw(
                              Map.of(
                                  "response",
                                  Map.of(
                                      "200",
                                      Map.of("content", Map.of("a/b", Map.of("schema", AGE))))))),
          (request, reply) ->
              reply
                  .type("text/plain")
                  .send(write(reply.compileSerializationSchema(NAME, "201", "c/d"))));
      assertThat(app.inject("/1").body()).isEqualTo("compiled");
    }
    assertThat(seen).hasSize(2);
    assertThat(seen.get(0)).isEqualTo(new ResponseSchema(AGE, "GET", "/:id", "200", "a/b"));
    assertThat(seen.get(1).schema()).isEqualTo(NAME);
    assertThat(seen.get(1).httpStatus()).isEqualTo("201");
    assertThat(seen.get(1).contentType()).isEqualTo("c/d");
  }

  @Test
  void theNarrowestSerializerWins() {
    try (Fastjava app = Fastjava.create()) {
      app.setSerializerCompiler(schema -> (value, out) -> out.writeText("server"));
      app.get("/server", route -> route.schema(s -> s.response(200, NAME)), (q, r) -> PERSON);
      app.get(
          "/route",
          route ->
              route
                  .schema(s -> s.response(200, NAME))
                  .serializerCompiler(schema -> (value, out) -> out.writeText("route")),
          (request, reply) -> PERSON);
      app.get("/none", (request, reply) -> Map.of("a", 1));
      app.register(
          (child, options) -> {
            child.setReplySerializer((payload, status) -> "context " + status);
            child.get(
                "/context",
                route -> route.schema(s -> s.response(200, NAME)),
                (request, reply) -> PERSON);
            child.get(
                "/reply",
                route -> route.schema(s -> s.response(200, NAME)),
                (request, reply) -> reply.serializer(value -> "reply").send(PERSON));
            child.get(
                "/serialize",
                (request, reply) -> {
                  Object text = reply.code(201).serialize(PERSON);
                  return reply.type("text/plain").send(text);
                });
          });
      assertThat(app.inject("/server").body()).isEqualTo("server");
      assertThat(app.inject("/route").body()).isEqualTo("route");
      assertThat(app.inject("/none").body()).isEqualTo("{\"a\":1}");
      assertThat(app.inject("/context").body()).isEqualTo("context 200");
      assertThat(app.inject("/reply").body()).isEqualTo("reply");
      assertThat(app.inject("/serialize").body()).isEqualTo("context 201");
    }
  }

  @Test
  void aSchemaThatCannotBeCompiledFailsBoot() {
    try (Fastjava app = Fastjava.create()) {
      app.get(
          "/",
          route -> route.schema(s -> s.response(200, Map.of("$ref", "nowhere#"))),
          (request, reply) -> PERSON);
      assertThatThrownBy(() -> Eventually.join(app.ready()))
          .hasMessageContaining("Failed building the serialization schema for GET: /")
          .hasMessageContaining("Cannot resolve ref \"nowhere#\"");
    }
  }

  @Test
  void aSerializerThatFailsMakesTheReplyAnError() {
    try (Fastjava app = Fastjava.create()) {
      app.setSerializerCompiler(
          schema ->
              (value, out) -> {
                out.writeText("half");
                throw new IllegalStateException("no form");
              });
      app.get("/", route -> route.schema(s -> s.response(200, NAME)), (q, r) -> PERSON);
      assertThat(app.inject("/").statusCode()).isEqualTo(500);
      assertThat(app.inject("/").body()).contains("no form").doesNotContain("half");
    }
  }
}
