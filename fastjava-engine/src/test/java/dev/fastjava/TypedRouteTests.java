package dev.fastjava;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fastjava.inject.InjectResponse;
import dev.fastjava.testing.Eventually;
import dev.fastjava.type.TypeRef;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Routes that name their types once: schema, binding and handler agree. */
class TypedRouteTests {
  record NewOrder(String item, int amount) {}

  record Order(int id, String item) {}

  record Problem(int statusCode, String message) {}

  record Page(int page) {}

  record Ids(int id) {}

  record Auth(int token) {}

  private static final TypeRef<List<Order>> ORDERS = new TypeRef<>() {};

  private static Order place(NewOrder order) {
    return new Order(order.amount(), order.item());
  }

  @Test
  void bodyAndReplyAreNamedOnce() {
    try (Fastjava app = Fastjava.create()) {
      app.post(
          "/orders",
          r ->
              r.body(NewOrder.class)
                  .response(201, Order.class)
                  .handle((order, request, reply) -> place(order)));
      InjectResponse placed = app.inject().post("/orders", Map.of("item", "tea", "amount", 2));
      assertThat(placed.statusCode()).isEqualTo(201);
      assertThat(placed.body()).isEqualTo("{\"id\":2,\"item\":\"tea\"}");
      InjectResponse refused = app.inject().post("/orders", Map.of("item", "tea", "amount", "x"));
      assertThat(refused.statusCode()).isEqualTo(400);
      assertThat(refused.body()).contains("body/amount must be integer");
      Map<String, Object> schema = app.routes().get(0).schema();
      assertThat(schema).containsKeys("body", "response");
    }
  }

  @Test
  void partsAreTheArgumentsInTheOrderInWhichTheyAreNamed() {
    try (Fastjava app = Fastjava.create()) {
      app.route(
          RouteDefinition.put("/:id")
              .params(Ids.class)
              .querystring(Page.class)
              .body(NewOrder.class)
              .handle(
                  (ids, page, order, request, reply) ->
                      ids.id() + " " + page.page() + " " + order.item()));
      app.get(
          "/headers",
          r ->
              r.headers(Auth.class)
                  .querystring(Page.class)
                  .response(200, Order.class)
                  .handle(
                      (auth, page, request, reply) -> new Order(auth.token(), "" + page.page())));
      assertThat(
              app.inject(
                      r ->
                          r.method("PUT")
                              .url("/7?page=3")
                              .payload(Map.of("item", "tea", "amount", 1)))
                  .body())
          .isEqualTo("7 3 tea");
      assertThat(app.inject(r -> r.url("/headers?page=3").header("token", "5")).body())
          .isEqualTo("{\"id\":5,\"item\":\"3\"}");
      assertThat(app.inject(r -> r.url("/headers?page=x").header("token", "5")).statusCode())
          .isEqualTo(400);
    }
  }

  @Test
  void genericTypesAreNamedByReferences() {
    try (Fastjava app = Fastjava.create()) {
      app.post(
          "/",
          r ->
              r.body(new TypeRef<List<NewOrder>>() {})
                  .response(200, ORDERS)
                  .handle(
                      (orders, request, reply) ->
                          orders.stream().map(TypedRouteTests::place).toList()));
      assertThat(app.inject().post("/", List.of(Map.of("item", "tea", "amount", 2))).body())
          .isEqualTo("[{\"id\":2,\"item\":\"tea\"}]");
      assertThat(app.inject().post("/", List.of(Map.of("item", "tea"))).statusCode())
          .isEqualTo(400);
    }
  }

  @Test
  void payloadsMayComeLater() {
    try (Fastjava app = Fastjava.create()) {
      app.post(
          "/later",
          r ->
              r.body(NewOrder.class)
                  .response(202, Order.class)
                  .handleAsync(
                      (order, request, reply) ->
                          CompletableFuture.supplyAsync(() -> place(order))));
      app.get(
          "/fails",
          r ->
              r.response(202, Order.class)
                  .handleAsync(
                      (request, reply) ->
                          CompletableFuture.failedFuture(new IllegalStateException("no"))));
      InjectResponse later = app.inject().post("/later", Map.of("item", "tea", "amount", 2));
      assertThat(later.statusCode()).isEqualTo(202);
      assertThat(later.body()).isEqualTo("{\"id\":2,\"item\":\"tea\"}");
      assertThat(app.inject("/fails").statusCode()).isEqualTo(500);
    }
  }

  @Test
  void theDeclaredStatusIsThatOfWhatIsReturnedOnly() {
    List<Integer> seen = new ArrayList<>();
    try (Fastjava app = Fastjava.create()) {
      app.setErrorHandler(
          (error, request, reply) -> {
            seen.add(reply.statusCode());
            return new Problem(reply.statusCode(), String.valueOf(error.getMessage()));
          });
      app.get(
          "/fails",
          r ->
              r.response(201, Order.class)
                  .error(500, Problem.class)
                  .handle(
                      (request, reply) -> {
                        throw new IllegalStateException("no");
                      }));
      app.get(
          "/plain-fails",
          (request, reply) -> {
            throw new IllegalStateException("no");
          });
      app.get(
          "/other",
          r ->
              r.response(201, Order.class)
                  .handle(
                      (request, reply) -> {
                        reply.code(202);
                        return new Order(1, "x");
                      }));
      app.get(
          "/hook",
          r ->
              r.preHandler((request, reply) -> reply.code(203))
                  .response(201, Order.class)
                  .handle((request, reply) -> new Order(1, "x")));
      InjectResponse failed = app.inject("/fails");
      InjectResponse plain = app.inject("/plain-fails");
      assertThat(failed.statusCode()).isEqualTo(plain.statusCode());
      assertThat(failed.body()).isEqualTo(plain.body());
      assertThat(seen).hasSize(2).doesNotContain(201);
      assertThat(app.inject("/other").statusCode()).isEqualTo(202);
      assertThat(app.inject("/hook").statusCode()).isEqualTo(203);
    }
  }

  @Test
  void whatNoHandlerReturnsIsRefused() {
    assertThatThrownBy(() -> RouteDefinition.get("/a").response(404, Problem.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Route GET:/a: a handler returns no 404; error(...) names its type");
    assertThatThrownBy(
            () -> RouteDefinition.get("/a").response(200, Order.class).error(204, Problem.class))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> RouteDefinition.get("/a").response(200, Order.class).response(201, Problem.class))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("returns the type of one response, 200");
  }

  @ParameterizedTest
  @ValueSource(strings = {"body", "querystring", "params", "headers", "response 200"})
  void aPartIsDeclaredByOneTypeOrOneSchemaAlone(String part) {
    Map<String, Object> byHand = Map.of("type", "object");
    Consumer<RouteSchema> written =
        s -> {
          if (part.equals("response 200")) {
            s.response(200, byHand);
          } else {
            s.part(part, byHand);
          }
        };
    String message = "Route PUT:/:id: the schema of '" + part + "' is declared twice";
    assertThatThrownBy(() -> typed(RouteDefinition.put("/:id").schema(written), part))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith(message);
    assertThatThrownBy(() -> typed(RouteDefinition.put("/:id"), part).schema(written))
        .hasMessageStartingWith(message);
    assertThatThrownBy(() -> typed(RouteDefinition.put("/:id"), part).copy().schema(written))
        .hasMessageStartingWith(message);
    assertThatThrownBy(() -> typed(typed(RouteDefinition.put("/:id"), part), part))
        .hasMessageStartingWith(message);
    RouteDefinition cleared =
        typed(RouteDefinition.put("/:id"), part).schema(s -> written.accept(s.clear()));
    assertThat(cleared.describe().schema().toString()).contains(byHand.toString());
    typed(RouteDefinition.put("/:id"), part)
        .schema(s -> s.part("summary", "text").response(404, Problem.class));
  }

  @Test
  void aRouteHasOneHandlerAndNoneIsLostInSilence() {
    String twice = "Duplicate handler for";
    assertThatThrownBy(
            () -> typed(RouteDefinition.put("/"), "body").handler((request, reply) -> "plain"))
        .hasMessageContaining(twice);
    assertThatThrownBy(() -> typed(typed(RouteDefinition.put("/"), "body"), "querystring"))
        .hasMessageContaining(twice);
    assertThatThrownBy(
            () -> typed(RouteDefinition.put("/").handler((request, reply) -> "plain"), "body"))
        .hasMessageContaining(twice);
    try (Fastjava app = Fastjava.create()) {
      app.onRoute(
          (route, instance) -> {
            Handler own = Objects.requireNonNull(route.describe().handler());
            route.handler((request, reply) -> own.handle(request, reply) + "wrapped");
          });
      app.get("/", r -> r.querystring(Page.class).handle((page, request, reply) -> "own, "));
      assertThat(app.inject("/?page=1&size=1").body()).isEqualTo("own, wrapped");
    }
  }

  @Test
  @SuppressWarnings("NullAway") // what unchecked callers do
  void nullIsNoHandlerAndNoType() {
    TypedHandler1<Page, Object> none = null;
    assertThatThrownBy(() -> RouteDefinition.get("/").querystring(Page.class).handle(none))
        .hasMessageContaining("Missing handler function");
    Class<Page> noClass = null;
    TypeRef<Page> noReference = null;
    assertThatThrownBy(() -> RouteDefinition.put("/").body(noClass))
        .hasMessage("Route PUT:/: the type of 'body' is null");
    assertThatThrownBy(() -> RouteDefinition.put("/").response(200, noClass))
        .hasMessage("Route PUT:/: the type of 'response 200' is null");
    assertThatThrownBy(() -> RouteDefinition.put("/").params(noReference))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("null for the type");
    assertThatThrownBy(() -> RouteDefinition.put("/").response(200, noReference))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theOtherNameOfTheQueryStringIsTheSamePart() {
    RouteDefinition route = typed(RouteDefinition.get("/"), "querystring");
    assertThatThrownBy(() -> route.schema(s -> s.raw(Map.of("query", Map.of("type", "object")))))
        .hasMessageContaining("'querystring' is declared twice");
  }

  private static RouteDefinition typed(RouteDefinition route, String part) {
    return switch (part) {
      case "body" -> route.body(NewOrder.class).handle((value, request, reply) -> "");
      case "querystring" -> route.querystring(Page.class).handle((value, request, reply) -> "");
      case "params" -> route.params(Ids.class).handle((value, request, reply) -> "");
      case "headers" -> route.headers(Auth.class).handle((value, request, reply) -> "");
      default -> route.response(200, Order.class).handle((request, reply) -> new Order(1, ""));
    };
  }

  @Test
  void optionsComeBeforeTheTypesOrAfterTheHandler() {
    try (Fastjava app = Fastjava.create()) {
      app.route(
          RouteDefinition.post("/")
              .bodyLimit(50)
              .body(NewOrder.class)
              .handle((order, request, reply) -> order.item())
              .config("role", "admin"));
      Eventually.join(app.ready());
      RouteInfo route = app.routes().get(0);
      assertThat(route.bodyLimit()).isEqualTo(50);
      assertThat(route.config()).containsEntry("role", "admin");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "r.body(In.class).response(201, Out.class).handle((in, request, reply) -> in)",
        "r.body(In.class).response(201, Out.class).handle((in, request, reply) -> reply)",
        "r.body(In.class).handle((String in, Request request, Reply reply) -> in)",
        "r.params(In.class).body(Out.class).handle((in, request, reply) -> in)",
        "r.response(200, Out.class).handleAsync((request, reply) -> new Out())",
        "r.response(200, new TypeRef<List<Out>>() {}).handle((q, reply) -> List.of(new In()))"
      })
  void typesThatDoNotAgreeDoNotCompile(String route, @TempDir Path folder) throws Exception {
    assertThat(compile(route, folder)).isNotEmpty();
  }

  @Test
  void typesThatAgreeCompile(@TempDir Path folder) throws Exception {
    assertThat(
            compile(
                "r.params(In.class).response(200, new TypeRef<List<Out>>() {})"
                    + ".handle((in, request, reply) -> List.of(in.out()))",
                folder))
        .isEmpty();
  }

  /** The errors of a class that declares a route. */
  private static List<String> compile(String route, Path folder) throws Exception {
    Path source = folder.resolve("Declared.java");
    Files.writeString(
        source,
        "import dev.fastjava.*; import dev.fastjava.type.*; import java.util.List; class Declared"
            + " {\n"
            + "  record Out() {}\n"
            + "  record In() { Out out() { return new Out(); } }\n"
            + "  static RouteDefinition route(RouteDefinition r) {\n"
            + "    return "
            + route
            + ";\n  }\n}\n");
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(found, Locale.ROOT, null)) {
      compiler
          .getTask(
              null,
              files,
              found,
              List.of("-proc:none", "-d", folder.toString()),
              null,
              files.getJavaFileObjects(source))
          .call();
    }
    return found.getDiagnostics().stream()
        .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
        .map(each -> each.getMessage(Locale.ROOT))
        .toList();
  }
}
