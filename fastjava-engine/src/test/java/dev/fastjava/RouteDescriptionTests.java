package dev.fastjava;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fastjava.logging.LogLevel;
import dev.fastjava.schema.Schemas;
import dev.fastjava.testing.Eventually;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A route is declared with a definition, and told of by an immutable description. */
class RouteDescriptionTests {
  private static final Hook HOOK = (request, reply) -> {};

  @Test
  void theDefinitionOnlySetsAndTheDescriptionOnlyTells() {
    List<String> readers =
        Arrays.stream(RouteDefinition.class.getMethods())
            .filter(method -> method.getParameterCount() == 0)
            .filter(method -> method.getDeclaringClass() != Object.class)
            .filter(method -> !method.isBridge())
            .map(Method::getName)
            .collect(Collectors.toList());
    assertThat(readers)
        .containsExactlyInAnyOrder("create", "copy", "describe", "hooks", "nonBlocking");
    assertThat(RouteDescription.class.getDeclaredMethods())
        .filteredOn(method -> Modifier.isPublic(method.getModifiers()))
        .filteredOn(method -> method.getParameterCount() > 0)
        .extracting(Method::getName)
        .containsExactlyInAnyOrder("config", "requireConfig");
  }

  @Test
  void laterChangesDoNotReachADescription() {
    RouteDefinition route =
        RouteDefinition.get("/a")
            .preHandler(HOOK)
            .config("role", "admin")
            .constraint("version", "1.0.0")
            .schema(s -> s.response(200, Schemas.string()));
    RouteDescription before = route.describe();
    RouteDefinition copy = route.copy();
    route
        .method("post")
        .url("/b")
        .preHandler(HOOK)
        .config("role", "guest")
        .constraints(Map.of())
        .schema(s -> s.response(404, Schemas.string()));
    for (RouteDescription description : List.of(before, copy.describe())) {
      assertThat(description.methods()).containsExactly("GET");
      assertThat(description.url()).isEqualTo("/a");
      assertThat(description.hooks().get("preHandler")).containsExactly(HOOK);
      assertThat(description.config()).containsExactly(Map.entry("role", "admin"));
      assertThat(description.constraints()).containsExactly(Map.entry("version", "1.0.0"));
      assertThat((Map<?, ?>) description.schema().get("response")).hasSize(1);
    }
    assertThat(route.describe().methods()).containsExactly("POST");
    assertThat((Map<?, ?>) route.describe().schema().get("response")).hasSize(2);
  }

  @Test
  void nothingInADescriptionCanBeChanged() {
    RouteDescription route =
        RouteDefinition.get("/a").preHandler(HOOK).config("a", null).constraint("b", 1).describe();
    List<Runnable> changes =
        List.of(
            () -> route.methods().clear(),
            () -> route.hooks().clear(),
            () -> route.hooks().get("preHandler").clear(),
            () -> route.config().clear(),
            () -> route.constraints().clear(),
            () -> route.schema().put("body", true),
            () -> route.validationGroups().clear());
    for (Runnable change : changes) {
      assertThatThrownBy(change::run).isInstanceOf(UnsupportedOperationException.class);
    }
  }

  @Test
  void routesAreListedBeforeAndAfterTheServerIsReady() {
    try (Fastjava app = Fastjava.create()) {
      app.onRequest(HOOK);
      Plugin users =
          (instance, options) ->
              instance.get(
                  "/:id",
                  r ->
                      r.config("role", "admin")
                          .constraint("version", "1.0.0")
                          .logLevel(LogLevel.WARN)
                          .handlerTimeout(Duration.ofSeconds(3))
                          .schema(s -> s.params(Ids.class))
                          .preHandler(HOOK),
                  (request, reply) -> "x");
      app.register(Plugins.named("users", users), o -> o.prefix("/users"));
      app.post("/", (request, reply) -> "x");
      assertThat(app.routes()).extracting(RouteInfo::url).containsExactly("/");
      Eventually.join(app.ready());

      List<RouteInfo> routes = app.routes();
      assertThat(routes)
          .extracting(route -> route.methods() + " " + route.url())
          .containsExactly("[POST] /", "[GET] /users/:id", "[HEAD] /users/:id");
      RouteInfo route = routes.get(1);
      assertThat(route.config()).containsEntry("role", "admin");
      assertThat(route.constraints()).containsEntry("version", "1.0.0");
      assertThat(route.logLevel()).isEqualTo(LogLevel.WARN);
      assertThat(route.handlerTimeout()).isEqualTo(Duration.ofSeconds(3));
      assertThat(route.prefix()).isEqualTo("/users");
      assertThat(route.hooks())
          .containsEntry("onRequest", List.of(HOOK))
          .containsEntry("preHandler", List.of(HOOK));
      assertThat(route.plugin()).isEqualTo("users");
      assertThat(route.declaredAt()).isNotNull();
      assertThat(String.valueOf(route.declaredAt())).contains("RouteDescriptionTests");
      Object params = java.util.Objects.requireNonNull(route.schema()).get("params");
      assertThat(((Map<?, ?>) params).get("type")).isEqualTo("object");
      assertThatThrownBy(() -> routes.clear()).isInstanceOf(UnsupportedOperationException.class);
      assertThatThrownBy(() -> route.config().clear())
          .isInstanceOf(UnsupportedOperationException.class);
    }
  }

  @Test
  void bothPathsOfAPrefixedRootAreListed() {
    try (Fastjava app = Fastjava.create(o -> o.exposeHeadRoutes(false))) {
      app.register(
          (child, options) -> child.get("/", (request, reply) -> request.routeOptions().url()),
          o -> o.prefix("/p"));
      Eventually.join(app.ready());
      assertThat(app.routes()).extracting(RouteInfo::url).containsExactly("/p", "/p/");
    }
  }

  record Ids(int id) {}
}
