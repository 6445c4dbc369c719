package dev.fastjava;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fastjava.error.FastjavaException;
import dev.fastjava.inject.InjectResponse;
import dev.fastjava.testing.Eventually;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Methods of routes: shorthands, lists, {@code all}, custom ones, HEAD beside GET. */
class RouteMethodsTests {

  private static int status(Fastjava app, String method, String url) {
    return app.inject(r -> r.method(method).url(url)).statusCode();
  }

  @Test
  void methodListRegistersEachOneInAnyCase() {
    try (Fastjava app = Fastjava.create()) {
      app.route(
          r -> r.method("get", "Put").url("/a").handler((request, reply) -> request.method()));

      assertThat(app.inject(r -> r.method("PUT").url("/a")).body()).isEqualTo("PUT");
      assertThat(app.inject(r -> r.method("GET").url("/a")).body()).isEqualTo("GET");
      assertThat(status(app, "HEAD", "/a")).isEqualTo(200);
      assertThat(status(app, "POST", "/a")).isEqualTo(404);
    }
  }

  @Test
  void routeWithoutMethodIsRefused() {
    try (Fastjava app = Fastjava.create()) {
      assertThatThrownBy(() -> app.route(r -> r.url("/a").handler((request, reply) -> "a")))
          .hasMessageContaining("method");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "HEAD", "TRACE", "DELETE", "OPTIONS", "PATCH", "PUT", "POST"})
  void allAnswersEverySupportedMethod(String method) {
    try (Fastjava app = Fastjava.create()) {
      app.all("/a", (request, reply) -> request.method());

      InjectResponse response = app.inject(r -> r.method(method).url("/a"));

      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(response.body()).isEqualTo(method.equals("HEAD") ? "" : method);
    }
  }

  @Test
  void allRefusesASecondHandlerAsTheOthersDo() {
    try (Fastjava app = Fastjava.create()) {
      Handler handler = (request, reply) -> "a";
      assertThatThrownBy(() -> app.all("/a", r -> r.handler(handler), handler))
          .isInstanceOfSatisfying(
              FastjavaException.class,
              e -> assertThat(e.code()).isEqualTo("FST_ERR_ROUTE_DUPLICATED_HANDLER"));
      app.get("/a", handler);
      assertThatThrownBy(() -> app.all("/a", handler))
          .isInstanceOfSatisfying(
              FastjavaException.class,
              e -> assertThat(e.code()).isEqualTo("FST_ERR_DUPLICATED_ROUTE"));
    }
  }

  @Test
  void optionsOfAnotherRouteAreRefused() {
    try (Fastjava app = Fastjava.create()) {
      assertThatThrownBy(() -> app.get("/a", r -> r.url("/b"), (request, reply) -> "a"))
          .hasMessage("Route GET:/a: its options are those of another route, Route GET:/b");
      assertThatThrownBy(() -> app.all("/a", r -> r.method("GET"), (request, reply) -> "a"))
          .hasMessageContaining("those of another route, Route GET:/a");
    }
  }

  @Test
  void aLambdaMaySetTheHandlerToo() {
    try (Fastjava app = Fastjava.create()) {
      app.get("/a", r -> r.config("x", 1).handler((request, reply) -> "a"));
      app.route("post", "/a", r -> r.handler((request, reply) -> "posted"));
      app.all("/all", r -> r.handler((request, reply) -> request.method()));
      assertThatThrownBy(() -> app.get("/b", r -> r.config("x", 1)))
          .isInstanceOfSatisfying(
              FastjavaException.class,
              e -> assertThat(e.code()).isEqualTo("FST_ERR_ROUTE_MISSING_HANDLER"));
      assertThat(app.inject("/a").body()).isEqualTo("a");
      assertThat(app.inject().post("/a", null).body()).isEqualTo("posted");
      assertThat(app.inject().put("/all", null).body()).isEqualTo("PUT");
    }
  }

  @Test
  void allAnswersCustomMethodsAddedBefore() {
    try (Fastjava app = Fastjava.create()) {
      app.addHttpMethod("COPY");
      app.all("/a", (request, reply) -> request.method());

      assertThat(app.inject(r -> r.method("COPY").url("/a")).body()).isEqualTo("COPY");
      assertThat(status(app, "MOVE", "/a")).isEqualTo(404);
      assertThat(app.supportedMethods()).contains("COPY", "GET").doesNotContain("MOVE");
    }
  }

  @Test
  void customMethodWithBodyIsParsedAndValidated() {
    try (Fastjava app = Fastjava.create()) {
      app.addHttpMethodWithBody("PROPFIND");
      app.route(
          "PROPFIND",
          "/a",
          r ->
              r.schema(
                  s ->
                      s.body(
                          Map.of(
                              "type",
                              "object",
                              "required",
                              List.of("depth"),
                              "properties",
                              Map.of("depth", Map.of("type", "integer"))))),
          (request, reply) -> request.body());

      assertThat(app.inject(r -> r.method("PROPFIND").url("/a").payload(Map.of("depth", 1))).body())
          .isEqualTo("{\"depth\":1}");
      assertThat(
              app.inject(r -> r.method("PROPFIND").url("/a").payload(Map.of("deep", 1)))
                  .statusCode())
          .isEqualTo(400);
    }
  }

  @Test
  void customMethodWithoutBodyLeavesTheBodyAlone() {
    try (Fastjava app = Fastjava.create()) {
      app.addHttpMethod("COPY");
      app.route("COPY", "/a", r -> {}, (request, reply) -> String.valueOf(request.body()));

      assertThat(app.inject(r -> r.method("COPY").url("/a").payload(Map.of("depth", 1))).body())
          .isEqualTo("null");
    }
  }

  @Test
  void customMethodWithoutBodyTakesNoBodySchema() {
    try (Fastjava app = Fastjava.create()) {
      app.addHttpMethod("COPY");
      assertThatThrownBy(
              () ->
                  app.route(
                      "COPY",
                      "/a",
                      r -> r.schema(s -> s.body(Map.of("type", "object"))),
                      (request, reply) -> "a"))
          .hasMessageContaining("Body validation schema for COPY:/a route is not supported");
    }
  }

  @Test
  void methodThatHttpDoesNotKnowCannotBeAdded() {
    try (Fastjava app = Fastjava.create()) {
      assertThatThrownBy(() -> app.addHttpMethodWithBody("BREW"))
          .isInstanceOfSatisfying(
              FastjavaException.class,
              e -> assertThat(e.code()).isEqualTo("FST_ERR_ROUTE_METHOD_INVALID"));
    }
  }

  @ParameterizedTest
  @CsvSource({"true, , 200", "true, false, 404", "false, , 404", "false, true, 200"})
  void headRouteFollowsTheRouteThenTheServer(boolean server, Boolean route, int status) {
    try (Fastjava app = Fastjava.create(o -> o.exposeHeadRoutes(server))) {
      app.get(
          "/a",
          r -> {
            if (route != null) {
              r.exposeHeadRoute(route);
            }
          },
          (request, reply) -> "text");

      assertThat(status(app, "HEAD", "/a")).isEqualTo(status);
      assertThat(app.hasRoute("HEAD", "/a")).isEqualTo(status == 200);
    }
  }

  @Test
  void headAnswersWithTheHeadersOfGet() {
    try (Fastjava app = Fastjava.create()) {
      app.get("/a", (request, reply) -> reply.header("x-a", "1").send(Map.of("a", 1)));

      InjectResponse response = app.inject(r -> r.method("HEAD").url("/a"));

      assertThat(response.body()).isEmpty();
      assertThat(response.header("content-length")).isEqualTo("7");
      assertThat(response.header("x-a")).isEqualTo("1");
    }
  }

  @Test
  void headRouteOfTheApplicationIsKeptWhenItComesFirst() {
    try (Fastjava app = Fastjava.create()) {
      app.head("/a", (request, reply) -> reply.header("x-own", "1").send(null));
      app.get("/a", (request, reply) -> "text");

      assertThat(app.inject(r -> r.method("HEAD").url("/a")).header("x-own")).isEqualTo("1");
    }
  }

  @Test
  void headRouteIsExposedForEachConstraint() {
    try (Fastjava app = Fastjava.create()) {
      app.get("/a", r -> r.constraint("version", "1.0.0"), (request, reply) -> "one");
      app.get("/a", r -> r.constraint("version", "2.0.0"), (request, reply) -> "second");

      for (String version : List.of("1.x", "2.x")) {
        assertThat(
                app.inject(r -> r.method("HEAD").url("/a").header("accept-version", version))
                    .header("content-length"))
            .isEqualTo(version.equals("1.x") ? "3" : "6");
      }
    }
  }

  @Test
  void routeAfterTheStartIsRefused() {
    try (Fastjava app = Fastjava.create()) {
      Eventually.join(app.ready());

      assertThatThrownBy(() -> app.get("/late", (request, reply) -> "late"))
          .isNotInstanceOf(CompletionException.class)
          .hasMessageContaining("already");
    }
  }
}
