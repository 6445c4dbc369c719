package dev.fastjava;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fastjava.error.FastjavaException;
import dev.fastjava.schema.Schemas;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What an onRoute hook may do with the routes it sees. */
class RouteHookTests {
  private static Hook noting(List<String> seen, String name) {
    return (request, reply) -> seen.add(name);
  }

  @Test
  void aHookGetsTheContextOfTheRoute() {
    List<String> seen = new ArrayList<>();
    try (Fastjava app = Fastjava.create()) {
      app.onRoute(
          (route, instance) ->
              seen.add(
                  instance.prefix()
                      + " "
                      + route.describe().routePath()
                      + " "
                      + instance.prefix()));
      app.register(
          (child, options) -> {
            child.decorate("ofChild", true);
            child.onRoute((route, instance) -> seen.add("" + (instance == child)));
            child.post("/a", (request, reply) -> "a");
          },
          o -> o.prefix("/p"));
      app.inject("/");
    }
    assertThat(seen).containsExactly("/p /a /p", "true");
  }

  @Test
  void aHookAddsARouteNextToTheOneItSees() {
    try (Fastjava app = Fastjava.create()) {
      app.onRoute(
          (route, instance) -> {
            RouteDescription declared = route.describe();
            if (declared.methods().contains("GET") && !declared.config().containsKey("added")) {
              instance.options(
                  declared.routePath(),
                  r -> r.config("added", true),
                  (request, reply) -> "options of " + declared.url());
            }
          });
      app.register(
          (child, options) -> child.get("/a", (request, reply) -> "a"), o -> o.prefix("/p"));
      assertThat(app.inject().options("/p/a").body()).isEqualTo("options of /p/a");
      assertThat(app.inject("/p/a").body()).isEqualTo("a");
      assertThat(app.inject().head("/p/a").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void aHookThatAddsARouteForEachRouteIsRefusedByName() {
    try (Fastjava app = Fastjava.create()) {
      app.onRoute(
          (route, instance) ->
              instance.get(route.describe().url() + "/copy", (request, reply) -> "copy"));
      assertThatThrownBy(() -> app.get("/a", (request, reply) -> "a"))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("an onRoute hook adds a route for each route, its own too");
    }
    try (Fastjava app = Fastjava.create()) {
      app.onRoute((route, instance) -> route.config("seen", true));
      for (int i = 0; i < 200; i++) {
        app.get("/" + i, (request, reply) -> "a");
      }
      assertThat(app.inject("/199").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void hooksArePutInFrontBehindAndInThePlaceOfOthers() {
    List<String> seen = new ArrayList<>();
    try (Fastjava app = Fastjava.create()) {
      app.preHandler(noting(seen, "context"));
      app.onRoute(
          (route, instance) -> {
            route.preHandler(noting(seen, "last"));
            route
                .hooks()
                .first()
                .preHandler(noting(seen, "first"))
                .preHandler(noting(seen, "second"));
            route.hooks().replace("preValidation", List.of(noting(seen, "replaced")));
            route.hooks().remove("onRequest");
          });
      app.get(
          "/a",
          r ->
              r.onRequest(noting(seen, "removed"))
                  .preValidation(noting(seen, "old"))
                  .preHandler(noting(seen, "own")),
          (request, reply) -> "a");
      app.inject("/a");
    }
    assertThat(seen).containsExactly("replaced", "context", "first", "second", "own", "last");
  }

  static List<RouteHook> wrongHooks() {
    return List.of(
        (route, instance) -> route.hooks().first().addHook("preHandler", "text"),
        (route, instance) -> route.hooks().replace("preHandler", List.of("text")),
        (route, instance) -> route.hooks().addHook("preHandler", "text"));
  }

  @ParameterizedTest
  @MethodSource("wrongHooks")
  void whatIsNoHookOfAPhaseIsRefusedWhereverItWasPut(RouteHook wrong) {
    try (Fastjava app = Fastjava.create()) {
      app.onRoute(wrong);
      assertThatThrownBy(() -> app.get("/a", (request, reply) -> "a"))
          .isInstanceOfSatisfying(
              FastjavaException.class,
              e -> assertThat(e.code()).isEqualTo("FST_ERR_HOOK_INVALID_HANDLER"));
    }
  }

  @Test
  void aHookDeclaresOtherSchemas() {
    try (Fastjava app = Fastjava.create()) {
      app.onRoute(
          (route, instance) -> {
            Map<String, ?> before = route.describe().schema();
            assertThat(before).containsKey("params");
            route.schema(s -> s.clear().querystring(Schemas.object().required("page")));
          });
      app.get("/:id", r -> r.schema(s -> s.params(Numbers.class)), (request, reply) -> "a");
      assertThat(app.inject("/x?page=1").statusCode()).isEqualTo(200);
      assertThat(app.inject("/1").statusCode()).isEqualTo(400);
    }
  }

  record Numbers(int id) {}
}
