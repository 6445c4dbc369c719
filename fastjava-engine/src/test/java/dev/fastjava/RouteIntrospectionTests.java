package dev.fastjava;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.logging.LogLevel;
import dev.fastjava.testing.Eventually;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What an application can be asked about its routes. */
class RouteIntrospectionTests {

  /** A hook with a name. */
  private static final class CheckToken implements Hook {
    @Override
    public void run(Request request, Reply reply) {}
  }

  private static Fastjava app() {
    Fastjava app = Fastjava.create();
    app.get("/test", (request, reply) -> "x");
    app.get("/test/hello", (request, reply) -> "x");
    app.get("/testing", (request, reply) -> "x");
    app.get("/testing/:param", (request, reply) -> "x");
    app.put("/update", (request, reply) -> "x");
    Eventually.join(app.ready());
    return app;
  }

  @Test
  void allMethodsArePrintedInOneTree() {
    try (Fastjava app = app()) {
      assertThat(app.printRoutes())
          .isEqualTo(
              """
              └── /
                  ├── test (GET, HEAD)
                  │   ├── /hello (GET, HEAD)
                  │   └── ing (GET, HEAD)
                  │       └── /
                  │           └── :param (GET, HEAD)
                  └── update (PUT)
              """);
    }
  }

  @Test
  void oneMethodIsPrintedAsItsTree() {
    try (Fastjava app = app()) {
      assertThat(app.printRoutes(o -> o.method("PUT")))
          .isEqualTo(
              """
              └── /
                  └── update (PUT)
              """);
      assertThat(app.printRoutes(o -> o.method("PATCH"))).isEqualTo("(empty tree)");
    }
  }

  @Test
  void pathsAreNotSplitWithoutCommonPrefix() {
    try (Fastjava app = app()) {
      assertThat(app.printRoutes(o -> o.commonPrefix(false)))
          .isEqualTo(
              """
              ├── /test (GET, HEAD)
              │   ├── /hello (GET, HEAD)
              │   └── ing (GET, HEAD)
              │       └── /:param (GET, HEAD)
              └── /update (PUT)
              """);
    }
  }

  @Test
  void hooksOfContextAndRouteAreShownByName() {
    try (Fastjava app = Fastjava.create()) {
      app.get("/test", r -> r.onTimeout(new CheckToken()), (request, reply) -> "x");
      app.onRequest((request, reply) -> {});
      app.onTimeout(new CheckToken());
      Eventually.join(app.ready());

      assertThat(app.printRoutes(o -> o.includeHooks(true).includeMeta("errorHandler")))
          .isEqualTo(
              """
              └── /
                  └── test (GET)
                      • (onTimeout) ["CheckToken()","CheckToken()"]
                      • (onRequest) ["anonymous()"]
                      • (errorHandler) "defaultErrorHandler()"
                      test (HEAD)
                      • (onTimeout) ["CheckToken()","CheckToken()"]
                      • (onRequest) ["anonymous()"]
                      • (onSend) ["headRouteOnSendHandler()"]
                      • (errorHandler) "defaultErrorHandler()"
              """);
    }
  }

  @Test
  void propertiesCanBeChosen() {
    try (Fastjava app = Fastjava.create()) {
      app.put(
          "/a",
          r -> r.logLevel(LogLevel.WARN).preHandler(new CheckToken()),
          (request, reply) -> "x");
      Eventually.join(app.ready());

      assertThat(app.printRoutes(o -> o.includeMeta("logLevel")))
          .isEqualTo("└── /\n    └── a (PUT)\n        • (logLevel) \"warn\"\n");
      assertThat(app.printRoutes(o -> o.includeMeta(true)))
          .contains("(errorHandler)", "(logLevel) \"warn\"", "(preHandler) [\"CheckToken()\"]");
    }
  }

  @Test
  void constraintsAreShown() {
    try (Fastjava app = Fastjava.create()) {
      app.put("/a", r -> r.constraint("version", "1.2.0"), (request, reply) -> "x");

      assertThat(app.printRoutes()).contains("a (PUT) {\"version\":\"1.2.0\"}");
    }
  }

  @Test
  void hasRouteComparesPatternsWhateverTheNames() {
    try (Fastjava app = Fastjava.create()) {
      app.get("/u/:id/*", (request, reply) -> "x");
      app.get("/f/:file(^\\d+).png", (request, reply) -> "x");

      assertThat(app.hasRoute("get", "/u/:other/*")).isTrue();
      assertThat(app.hasRoute("HEAD", "/u/:id/*")).isTrue();
      assertThat(app.hasRoute("GET", "/u/5/x")).isFalse();
      assertThat(app.hasRoute("GET", "/f/:name(^\\d+).png")).isTrue();
      assertThat(app.hasRoute("GET", "/f/:file.png")).isFalse();
      assertThat(app.hasRoute("PUT", "/u/:id/*")).isFalse();
    }
  }

  @Test
  void hasRouteComparesConstraints() {
    try (Fastjava app = Fastjava.create()) {
      app.get("/a", r -> r.constraint("host", Pattern.compile("^api\\.")), (request, reply) -> "x");

      assertThat(app.hasRoute("GET", "/a")).isFalse();
      assertThat(app.hasRoute("GET", "/a", Map.of("host", Pattern.compile("^api\\.")))).isTrue();
      assertThat(app.hasRoute("GET", "/a", Map.of("host", Pattern.compile("^www\\.")))).isFalse();
    }
  }

  @Test
  void findRouteTellsHandlerAndParameters() {
    try (Fastjava app = Fastjava.create()) {
      Handler handler = (request, reply) -> "x";
      app.get("/artists/:artistId", handler);
      app.get("/v", r -> r.constraint("version", "1.2.0"), handler);

      FoundRoute found = app.findRoute("GET", "/artists/:artistId");

      assertThat(found).isNotNull();
      assertThat(found.handler()).isSameAs(handler);
      assertThat(found.params()).containsExactly(Map.entry("artistId", ":artistId"));
      assertThat(app.findRoute("GET", "/none")).isNull();
      assertThat(app.findRoute("GET", "/v")).isNull();
      assertThat(app.findRoute("GET", "/v", Map.of("version", "1.2.0"))).isNotNull();
    }
  }

  @Test
  void findRouteFindsTheErrorOfUrlsThatAreRefused() {
    try (Fastjava app = Fastjava.create(o -> o.routerOptions(r -> r.maxParamLength(4)))) {
      app.get("/r/:id(^\\d+$)", (request, reply) -> "x");
      app.get(
          "/ask",
          (request, reply) ->
              Objects.requireNonNull(app.findRoute("GET", String.valueOf(request.query("url"))))
                  .handler()
                  .handle(request, reply));

      for (String url : List.of("/r/:id(^\\d+$)", "/r/12345", "/%zz", "r", "")) {
        FoundRoute found = app.findRoute("GET", url);

        assertThat(found).as(url).isNotNull();
        assertThat(found.params()).as(url).isEmpty();
        assertThat(app.inject().get("/ask", r -> r.query("url", url)).body())
            .contains(url.startsWith("/r") ? "FST_ERR_MAX_PARAM_LENGTH" : "FST_ERR_BAD_URL")
            .contains("'" + url.replace("\\", "\\\\") + "'");
      }
      assertThat(app.findRoute("GET", "/r/1234")).isNotNull();
      assertThat(app.findRoute("GET", "/r/abcd")).isNull();
      assertThat(app.findRoute("POST", "/%zz")).isNull();
      assertThat(app.findRoute("POST", "r")).isNull();
    }
  }

  @Test
  void findRouteKeepsTheOrderOfParameters() {
    try (Fastjava app = Fastjava.create()) {
      app.get("/:z/:y/:x/:w/:v", (request, reply) -> "x");

      FoundRoute found = app.findRoute("GET", "/1/2/3/4/5");

      assertThat(found).isNotNull();
      assertThat(found.params().keySet()).containsExactly("z", "y", "x", "w", "v");
    }
  }
}
