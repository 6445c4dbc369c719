package dev.fastjava.docs.routing;

import static dev.fastjava.schema.Schemas.array;
import static dev.fastjava.schema.Schemas.integer;
import static dev.fastjava.schema.Schemas.object;
import static dev.fastjava.schema.Schemas.string;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.ConstraintStrategy;
import dev.fastjava.Fastjava;
import dev.fastjava.RouteDefinition;
import dev.fastjava.RouteInfo;
import dev.fastjava.http.RawRequest;
import dev.fastjava.inject.InjectResponse;
import dev.fastjava.schema.Schemas;
import dev.fastjava.type.ConfigKey;
import dev.fastjava.type.TypeRef;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class RoutesPageTests {

  private final Fastjava app = Fastjava.create();

  static final ConfigKey<String> AUDIENCE = ConfigKey.of("audience", String.class);

  @AfterEach
  void close() {
    app.close();
  }

  @TestFactory
  Stream<DynamicTest> everyExampleIsRun() throws IOException {
    return PageExamples.of("Routes.md", RoutesPageTests.class);
  }

  private String body(String method, String url) {
    return app.inject(r -> r.method(method).url(url)).body();
  }

  @Test
  void declaring() {
    app.onRequest(
        (request, reply) -> {
          String audience = request.routeOptions().config(AUDIENCE); // null without it
          reply.header("x-audience", audience == null ? "everybody" : audience);
        });
    app.get("/hello/:name", (request, reply) -> "Hello " + request.param("name"));
    app.post(
        "/orders",
        r ->
            r.schema(s -> s.body(object().prop("item", string()).required("item")))
                .bodyLimit(10_000)
                .preHandler((request, reply) -> request.log().info("order arrives"))
                .config(AUDIENCE, "customers"),
        (request, reply) -> reply.code(201).send(request.body()));
    app.route(
        RouteDefinition.of("PUT", "/orders/:id").handler((request, reply) -> request.param("id")));

    assertThat(body("GET", "/hello/Ada")).isEqualTo("Hello Ada");
    assertThat(app.inject(r -> r.method("POST").url("/orders").payload(Map.of("item", "tea"))))
        .satisfies(
            ordered -> {
              assertThat(ordered.statusCode()).isEqualTo(201);
              assertThat(ordered.headers().asMap()).containsEntry("x-audience", "customers");
            });
    assertThat(app.inject("/hello/Ada").headers().asMap()).containsEntry("x-audience", "everybody");
    assertThat(body("PUT", "/orders/7")).isEqualTo("7");
  }

  @Test
  void methods() {
    app.route(
        r -> r.method("GET", "POST").url("/both").handler((request, reply) -> request.method()));
    app.all("/any", (request, reply) -> request.method());
    app.addHttpMethodWithBody("PROPFIND");
    app.route("PROPFIND", "/files/*", (request, reply) -> request.body());

    assertThat(body("POST", "/both")).isEqualTo("POST");
    assertThat(body("TRACE", "/any")).isEqualTo("TRACE");
    assertThat(app.inject(r -> r.method("PROPFIND").url("/files/a").payload(Map.of("a", 1))).body())
        .isEqualTo("{\"a\":1}");
  }

  @Test
  void options() {
    try (Fastjava app = optionsExample()) {
      app.get("/A//b/:c", (request, reply) -> request.param("c"));

      assertThat(app.inject(r -> r.url("/a/B//C/")).body()).isEqualTo("C");
    }
  }

  private static Fastjava optionsExample() {
    Fastjava app =
        Fastjava.create(
            o ->
                o.routerOptions(
                    r ->
                        r.ignoreTrailingSlash(true)
                            .ignoreDuplicateSlashes(true)
                            .caseSensitive(false)
                            .maxParamLength(200)));
    return app;
  }

  @Test
  void prefixes() {
    app.register(
        (v1, options) -> v1.get("/users", (request, reply) -> List.of("Ada")),
        o -> o.prefix("/v1"));

    assertThat(body("GET", "/v1/users")).isEqualTo("[\"Ada\"]");
  }

  @Test
  void constraints() {
    app.get("/report", r -> r.constraint("version", "1.2.0"), (request, reply) -> "old form");
    app.get("/report", r -> r.constraint("version", "2.0.0"), (request, reply) -> "new form");
    app.get("/", r -> r.constraint("host", "admin.example.com"), (request, reply) -> "admin");
    app.get(
        "/",
        r -> r.constraint("host", Pattern.compile("\\.example\\.com$")),
        (request, reply) -> "tenant");
    app.addConstraintStrategy(
        new ConstraintStrategy() {
          @Override
          public String name() {
            return "tenant";
          }

          @Override
          public Object derive(RawRequest request) {
            return request.header("x-tenant");
          }
        });
    app.get("/plan", r -> r.constraint("tenant", "acme"), (request, reply) -> "gold");

    assertThat(app.inject(r -> r.url("/report").header("accept-version", "1.x")).body())
        .isEqualTo("old form");
    assertThat(app.inject(r -> r.url("/report").header("accept-version", "*")).body())
        .isEqualTo("new form");
    assertThat(app.inject(r -> r.url("/report")).statusCode()).isEqualTo(404);
    assertThat(app.inject(r -> r.url("/").header("host", "admin.example.com")).body())
        .isEqualTo("admin");
    assertThat(app.inject(r -> r.url("/").header("host", "a.example.com")).body())
        .isEqualTo("tenant");
    assertThat(app.inject(r -> r.url("/plan").header("x-tenant", "acme")).body()).isEqualTo("gold");
    assertThat(app.inject(r -> r.url("/plan")).statusCode()).isEqualTo(404);
  }

  @Test
  @SuppressWarnings({"NullAway", "CheckReturnValue", "ReturnValueIgnored"}) // as the page shows it
  void looking() {
    app.get("/users/:id", (request, reply) -> "x");
    app.hasRoute("GET", "/users/:anything");
    app.findRoute("GET", "/users/:id").params();
    app.printRoutes();
    app.printRoutes(o -> o.method("GET"));
    app.printRoutes(o -> o.commonPrefix(false).includeHooks(true).includeMeta("errorHandler"));

    assertThat(app.hasRoute("GET", "/users/:anything")).isTrue();
    assertThat(app.printRoutes(o -> o.includeMeta("errorHandler")))
        .contains("defaultErrorHandler()");
  }

  @Test
  void routesAreListed() {
    app.get("/listed", (request, reply) -> "x");
    for (RouteInfo route : app.routes()) {
      app.log().info(route.methods() + " " + route.url() + " of " + route.plugin());
    }
    assertThat(app.routes()).extracting(RouteInfo::url).contains("/listed");
  }

  record NewOrder(String item, int amount) {}

  record Order(int id, String item) {}

  record Page(int page, int size) {}

  /** What the handlers of the example call. */
  private static final class Desk {
    Order place(NewOrder order) {
      return new Order(order.amount(), order.item());
    }

    CompletionStage<List<Order>> list(Page page) {
      return CompletableFuture.completedFuture(List.of(new Order(page.page(), "tea")));
    }
  }

  @Test
  void typesAreNamedOnce() {
    Desk desk = new Desk();
    app.post(
        "/typed/orders",
        r ->
            r.body(NewOrder.class)
                .response(201, Order.class)
                .handle((order, request, reply) -> desk.place(order)));
    app.get(
        "/typed/orders",
        r ->
            r.querystring(Page.class)
                .response(200, new TypeRef<List<Order>>() {})
                .handleAsync((page, request, reply) -> desk.list(page)));

    InjectResponse placed = app.inject().post("/typed/orders", Map.of("item", "tea", "amount", 4));
    assertThat(placed.statusCode()).isEqualTo(201);
    assertThat(placed.body()).isEqualTo("{\"id\":4,\"item\":\"tea\"}");
    assertThat(body("GET", "/typed/orders?page=2&size=1"))
        .isEqualTo("[{\"id\":2,\"item\":\"tea\"}]");
    assertThat(app.inject("/typed/orders?page=x&size=1").statusCode()).isEqualTo(400);
  }

  record User(String name, @Nullable String role, @Nullable String mail) {}

  record Start(int page) {}

  @Test
  void partsOfTypesAreNamedTypesToo() {
    app.post(
        "/users",
        r ->
            r.body(Schemas.of(User.class).without("role"))
                .response(201, User.class)
                .handle((user, request, reply) -> user)); // has no role, whatever was sent
    app.get(
        "/users",
        r ->
            r.querystring(
                    object().prop("page", integer().minimum(1).defaultValue(1)).as(Start.class))
                .response(
                    200,
                    array(Schemas.of(User.class).only("name")).as(new TypeRef<List<User>>() {}))
                .handle((start, request, reply) -> List.of(new User("Ada", "admin", null))));

    InjectResponse made = app.inject().post("/users", Map.of("name", "Ada", "role", "admin"));
    assertThat(made.body()).isEqualTo("{\"name\":\"Ada\",\"role\":null,\"mail\":null}");
    assertThat(body("GET", "/users")).isEqualTo("[{\"name\":\"Ada\"}]");
    assertThat(app.inject("/users?page=0").statusCode()).isEqualTo(400);
  }
}
