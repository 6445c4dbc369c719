package dev.fastjava.law;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.Fastjava;
import dev.fastjava.inject.InjectResponse;
import dev.fastjava.schema.JsonSchema;
import dev.fastjava.schema.Schemas;
import dev.fastjava.schema.ValidationOptions;
import dev.fastjava.schema.ValidationOptions.Engine;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Null in types means the same to both engines, and is as little talked about. */
class LibraryNullsTests {
  enum Kind {
    S,
    L
  }

  @NullUnmarked
  record Tree(
      @Size(min = 1) String name,
      Integer number,
      Kind size,
      Tree child,
      List<Tree> kids,
      Map<String, Tree> byName,
      Optional<Tree> maybe,
      Leaf first,
      Leaf second,
      List<Leaf> leaves) {}

  @NullUnmarked
  record Leaf(int a, Integer b, String c) {}

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'name':'','number':'x','child':5}",
        "{'child':{'name':''}}",
        "{'kids':[{'child':{'name':''}},5,{'number':'x'}]}",
        "{'byName':{'a':{'kids':[{'name':''}]},'b':[]}}",
        "{'maybe':{'maybe':{'name':''}}}",
        "{'first':{'a':'x'},'second':{'b':'x','a':1},'leaves':[{'a':null},{'a':1,'c':{}}]}",
        "{'size':'M'}",
        "{'first':{'a':null}}",
        "{'first':null,'second':null,'child':null,'maybe':null,'leaves':[null],'kids':[null]}",
        "{'name':null,'number':null,'size':null,'byName':{'a':null},'kids':null}",
        "{'first':5,'leaves':5,'name':{}}"
      })
  void bothEnginesTellTheSame(String body) {
    for (boolean all : new boolean[] {true, false}) {
      List<Answer> compiled = answers(Engine.COMPILED, all, body);
      assertThat(answers(Engine.LIBRARY, all, body)).as("all: %s", all).isEqualTo(compiled);
      assertThat(compiled.toString()).doesNotContain("else").doesNotContain("anyOf");
    }
  }

  /** {@code nullable} of a hand-written schema, also of a shared one. */
  @ParameterizedTest
  @ValueSource(strings = {"{'n':null,'s':{'t':null}}", "{'n':[]}", "{'s':{'t':{}}}", "{'s':null}"})
  void nullableCountsWithBoth(String body) {
    for (boolean all : new boolean[] {true, false}) {
      assertThat(answers(Engine.LIBRARY, all, body).get(2))
          .isEqualTo(answers(Engine.COMPILED, all, body).get(2));
    }
  }

  record Answer(int status, String body) {}

  private static List<Answer> answers(Engine engine, boolean all, String body) {
    ValidationOptions options = ValidationOptions.of(v -> v.engine(engine).allErrors(all));
    try (Fastjava app = Fastjava.create(o -> o.validation(options))) {
      app.addSchema(
          Schemas.object()
              .id("https://example.com/shared")
              .prop("t", Schemas.string().keyword("nullable", true)));
      JsonSchema own =
          Schemas.object()
              .prop("n", Schemas.integer().keyword("nullable", true))
              .prop("s", Schemas.ref("https://example.com/shared"));
      app.post("/", r -> r.schema(s -> s.body(Tree.class)), (request, reply) -> "valid");
      app.post(
          "/in",
          r -> r.schema(s -> s.body(Schemas.array(Schemas.of(Tree.class)))),
          (request, reply) -> "valid");
      app.post("/own", r -> r.schema(s -> s.body(own)), (request, reply) -> "valid");
      return List.of(
          post(app, "/", body), post(app, "/in", "[" + body + "]"), post(app, "/own", body));
    }
  }

  private static Answer post(Fastjava app, String url, String body) {
    InjectResponse response =
        app.inject()
            .post(url, body.replace('\'', '"'), r -> r.header("content-type", "application/json"));
    return new Answer(response.statusCode(), response.body());
  }
}
