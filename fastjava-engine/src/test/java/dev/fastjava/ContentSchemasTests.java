package dev.fastjava;

import static dev.fastjava.schema.Schemas.object;
import static dev.fastjava.schema.Schemas.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fastjava.inject.InjectResponse;
import dev.fastjava.type.TypeRef;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Schemas of bodies and replies by their content type. */
class ContentSchemasTests {
  record Tree(String name, @Nullable Tree left, @Nullable Tree right) {}

  record Pair(int a, int b) {}

  @Test
  void typesThatContainThemselvesStandBesideOtherSchemas() {
    try (Fastjava app = Fastjava.create()) {
      app.post(
          "/",
          r ->
              r.schema(
                  s ->
                      s.body(
                              types ->
                                  types
                                      .content("application/json", Tree.class)
                                      .content("text/plain", string().minLength(2)))
                          .response(
                              200,
                              types ->
                                  types
                                      .description("a tree or its name")
                                      .content("application/json", Tree.class)
                                      .content(
                                          "application/list+json", new TypeRef<List<Pair>>() {})
                                      .content("*/*", Map.of("type", "string")))),
          (request, reply) -> {
            String wanted = String.valueOf(request.query("type"));
            if (wanted.equals("list")) {
              return reply.type("application/list+json").send(List.of(new Pair(1, 2)));
            }
            return request.body() instanceof String text ? text : request.body(Tree.class);
          });
      String tree = "{\"name\":\"a\",\"left\":{\"name\":\"b\",\"left\":null,\"right\":null}}";
      InjectResponse sent =
          app.inject(
              r ->
                  r.method("POST")
                      .url("/")
                      .header("content-type", "application/json")
                      .payload(tree));
      assertThat(sent.body()).contains("\"name\":\"a\"").contains("\"left\":{\"name\":\"b\"");
      assertThat(
              app.inject(
                      r ->
                          r.method("POST")
                              .url("/")
                              .header("content-type", "application/json")
                              .payload("{\"name\":\"a\",\"left\":{\"name\":{}}}"))
                  .statusCode())
          .isEqualTo(400);
      assertThat(
              app.inject(
                      r ->
                          r.method("POST")
                              .url("/")
                              .header("content-type", "text/plain")
                              .payload("x"))
                  .statusCode())
          .isEqualTo(400);
      assertThat(
              app.inject(
                      r ->
                          r.method("POST")
                              .url("/?type=list")
                              .header("content-type", "application/json")
                              .payload(tree))
                  .body())
          .isEqualTo("[{\"a\":1,\"b\":2}]");
      assertThat(app.routes().get(0).schema()).containsKeys("body", "response");
    }
  }

  @Test
  void aContentTypeHasOneSchema() {
    assertThatThrownBy(
            () ->
                RouteDefinition.get("/")
                    .schema(
                        s ->
                            s.response(
                                200,
                                types -> types.content("a/b", "true").content("a/b", object()))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a/b has a schema already");
  }

  @Test
  void whatIsDeclaredIsWhatMapsSay() {
    RouteDescription route =
        RouteDefinition.post("/")
            .schema(
                s ->
                    s.response(
                            "2xx", types -> types.set("headers", Map.of()).content("a/b", "true"))
                        .response("default", new TypeRef<List<Pair>>() {}))
            .describe();
    Map<String, Object> declared = new LinkedHashMap<>();
    declared.put(
        "2xx", Map.of("headers", Map.of(), "content", Map.of("a/b", Map.of("schema", "true"))));
    declared.put("default", new TypeRef<List<Pair>>() {}.type());
    assertThat(route.schema().get("response")).isEqualTo(declared);
  }
}
