package dev.fastjava;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonView;
import dev.fastjava.schema.Schemas;
import dev.fastjava.testing.Eventually;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.introspect.NopAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;

/** A view that would not hold is refused at boot, with the name of the route. */
class ViewsAtBootTests {
  interface View {}

  private static void refused(
      Consumer<FastjavaOptions.Builder> options, Consumer<Fastjava> routes, String... message) {
    try (Fastjava app = Fastjava.create(options)) {
      routes.accept(app);
      AbstractThrowableAssert<?, ?> thrown = assertThatThrownBy(() -> Eventually.join(app.ready()));
      for (String each : message) {
        thrown.hasStackTraceContaining(each);
      }
    }
  }

  private static void routes(Fastjava app) {
    app.register(
        (child, o) -> child.get("/users", r -> r.replyView(View.class), (request, reply) -> ""),
        o -> o.prefix("/v1"));
  }

  @Test
  @SuppressWarnings("NullAway") // what code without annotations may do
  void noViewIsNull() {
    try (Fastjava app = Fastjava.create()) {
      assertThatThrownBy(() -> app.get("/users", r -> r.replyView(null), (request, reply) -> ""))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("Route GET:/users: the view of replies is null");
      assertThatThrownBy(() -> app.post("/users", r -> r.bodyView(null), (request, reply) -> ""))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("Route POST:/users: the view of bodies is null");
    }
  }

  @Test
  void aMapperThatFindsNoViewsIsRefused() {
    String problem = "the mapper finds no views";
    JsonMapper blind = JsonMapper.builder().disable(MapperFeature.USE_ANNOTATIONS).build();
    refused(
        o -> o.jsonMapper(blind),
        ViewsAtBootTests::routes,
        "Route GET:/v1/users: the view of",
        problem);
    JsonMapper other =
        JsonMapper.builder()
            .annotationIntrospector(NopAnnotationIntrospector.nopInstance())
            .build();
    refused(o -> o.jsonMapper(other), ViewsAtBootTests::routes, "Route GET:/v1/users:", problem);
    refused(
        o -> o.jsonMapper(blind),
        app -> app.post("/users", r -> r.bodyView(View.class), (request, reply) -> ""),
        "Route POST:/users: the view of bodies cannot be used:",
        problem);
  }

  static class OwnMapper extends JsonMapper {
    private static final long serialVersionUID = 1L;

    OwnMapper() {
      super(JsonMapper.builder());
    }
  }

  @Test
  void aMapperThatIsAnotherWithAViewIsRefused() {
    refused(
        o -> o.jsonMapper(new OwnMapper()),
        ViewsAtBootTests::routes,
        "Route GET:/v1/users: the view of replies cannot be used: the mapper, a "
            + OwnMapper.class.getTypeName());
  }

  @Test
  void noViewIsAPrimitiveOrAnArray() {
    for (Class<?> each : List.of(int.class, void.class, View[].class)) {
      refused(
          o -> {},
          app -> app.get("/users", r -> r.replyView(each), (request, reply) -> ""),
          "Route GET:/users: the view of replies cannot be used: " + each.getTypeName());
    }
  }

  @Test
  void aReplySerializerOrACompilerThatKnowsNoViewsIsRefused() {
    refused(
        o -> {},
        app -> {
          app.setReplySerializer((payload, status) -> String.valueOf(payload));
          routes(app);
        },
        "Route GET:/v1/users: the view of replies cannot be used: a reply serializer");
    Consumer<RouteDefinition> typed =
        r -> r.replyView(View.class).schema(s -> s.response(200, Schemas.any()));
    refused(
        o -> {},
        app -> {
          app.setSerializerCompiler(schema -> (value, out) -> out.writeText("x"));
          app.get("/users", typed, (request, reply) -> "");
        },
        "Route GET:/users: the view of replies cannot be used: a serializer compiler");
    refused(
        o -> {},
        app ->
            app.get(
                "/users",
                r -> {
                  typed.accept(r);
                  r.serializerCompiler(schema -> (value, out) -> out.writeText("x"));
                },
                (request, reply) -> ""),
        "Route GET:/users: the view of replies cannot be used: a serializer compiler");
  }

  record Unseen(String name, int age) {}

  record Seen(@JsonView(View.class) String name) {}

  @Test
  void aTypeOfWhichNothingIsInTheViewIsToldOnce() {
    List<String> warnings = new ArrayList<>();
    try (Fastjava app =
        Fastjava.create(o -> o.warningListener((code, text) -> warnings.add(code + ' ' + text)))) {
      app.post(
          "/",
          r ->
              r.replyView(View.class)
                  .bodyView(View.class)
                  .schema(s -> s.body(Seen.class).response(200, Unseen.class)),
          (request, reply) -> new Unseen("a", 1));
      Eventually.join(app.ready());
      assertThat(warnings).hasSize(1);
      assertThat(warnings.get(0))
          .startsWith("FJVWRN006 No property of " + Unseen.class.getTypeName())
          .contains("POST:/ (response 200)", View.class.getTypeName());
    }
  }
}
