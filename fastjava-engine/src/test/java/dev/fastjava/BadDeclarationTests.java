package dev.fastjava;

import static dev.fastjava.error.ErrorCode.FST_ERR_DUPLICATED_ROUTE;
import static dev.fastjava.error.ErrorCode.FST_ERR_ROUTE_BODY_LIMIT_OPTION_NOT_INT;
import static dev.fastjava.error.ErrorCode.FST_ERR_ROUTE_BODY_VALIDATION_SCHEMA_NOT_SUPPORTED;
import static dev.fastjava.error.ErrorCode.FST_ERR_ROUTE_HANDLER_TIMEOUT_OPTION_NOT_INT;
import static dev.fastjava.error.ErrorCode.FST_ERR_ROUTE_METHOD_INVALID;
import static dev.fastjava.error.ErrorCode.FST_ERR_ROUTE_METHOD_NOT_SUPPORTED;
import static dev.fastjava.error.ErrorCode.FST_ERR_ROUTE_MISSING_HANDLER;
import static dev.fastjava.error.ErrorCode.FST_ERR_SCH_ALREADY_PRESENT;
import static dev.fastjava.error.ErrorCode.FST_ERR_SCH_CONTENT_MISSING_SCHEMA;
import static dev.fastjava.error.ErrorCode.FST_ERR_SCH_DUPLICATE;
import static dev.fastjava.error.ErrorCode.FST_ERR_SCH_MISSING_ID;
import static dev.fastjava.error.ErrorCode.FST_ERR_SCH_SERIALIZATION_BUILD;
import static dev.fastjava.error.ErrorCode.FST_ERR_SCH_VALIDATION_BUILD;
import static dev.fastjava.testing.Eventually.join;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fastjava.error.ErrorCode;
import dev.fastjava.error.FastjavaException;
import dev.fastjava.error.HttpError;
import dev.fastjava.schema.SchemaBuildException;
import dev.fastjava.type.DecoratorKey;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A bad declaration names route, part and plugin path, has the code of the reference where there is
 * one, and is never told in the words of the engine's own insides.
 */
class BadDeclarationTests {
  private static final Handler HANDLER = (request, reply) -> "ok";

  /**
   * A declaration.
   *
   * @param code the code of the error; null when the reference has none
   * @param texts what the printed error contains
   */
  private record Case(
      String name, @Nullable ErrorCode code, Consumer<Fastjava> declaration, List<String> texts) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Case of(
      String name, @Nullable ErrorCode code, Consumer<Fastjava> declaration, String... texts) {
    return new Case(name, code, declaration, List.of(texts));
  }

  private static Case route(
      String name, @Nullable ErrorCode code, Consumer<RouteDefinition> route, String... texts) {
    return of(
        name, code, app -> app.post("/orders", r -> route.accept(r), HANDLER), withRoute(texts));
  }

  private static String[] withRoute(String... texts) {
    return Stream.concat(
            Stream.of("Route POST:/v1/orders", "root -> shop -> orders"), Stream.of(texts))
        .toArray(String[]::new);
  }

  private static Case body(String name, Object schema, String... texts) {
    return part("body", name, schema, texts);
  }

  private static Case part(String part, String name, Object schema, String... texts) {
    return route(
        part + ": " + name,
        FST_ERR_SCH_VALIDATION_BUILD,
        r -> r.schema(s -> s.raw(Map.of(part, schema))),
        Stream.concat(
                Stream.of(
                    "Failed building the validation schema for POST: /v1/orders",
                    "schema of " + part),
                Stream.of(texts))
            .toArray(String[]::new));
  }

  private static Case response(String name, Object status, Object schema, String... texts) {
    return route(
        "response " + status + ": " + name,
        FST_ERR_SCH_SERIALIZATION_BUILD,
        r -> r.schema(s -> s.raw(Map.of("response", Map.of(status, schema)))),
        Stream.concat(
                Stream.of("Failed building the serialization schema for POST: /v1/orders"),
                Stream.of(texts))
            .toArray(String[]::new));
  }

  private static Map<String, Object> property(Map<String, Object> schema) {
    return Map.of("type", "object", "properties", Map.of("a", schema));
  }

  static Stream<Case> declarations() {
    Map<String, Object> endless = new HashMap<>(Map.of("type", "object"));
    endless.put("properties", Map.of("self", endless));
    return Stream.of(
        body("text that is not JSON", "{\"type\":", "not JSON"),
        body("text that is no JSON at all", "object", "not JSON"),
        body("JSON that is no schema", "17", "must be object or boolean"),
        body("JSON null", "null", "must not be null"),
        body("unknown type", Map.of("type", "nonsense"), "data/type must be equal"),
        body("type that is a number", Map.of("type", 3), "data/type must be"),
        body("unknown reference", Map.of("$ref", "missing#"), "missing"),
        body(
            "unknown reference inside",
            property(Map.of("$ref", "#/definitions/x")),
            "#/definitions/x"),
        body("bad expression", property(Map.of("type", "string", "pattern", "(")), "("),
        body(
            "bad name expression",
            Map.of("type", "object", "patternProperties", Map.of("[", Map.of("type", "string"))),
            "["),
        body(
            "unknown format",
            property(Map.of("type", "string", "format", "colour")),
            "unknown format \"colour\""),
        body(
            "negative length",
            property(Map.of("type", "string", "minLength", -1)),
            "minLength must be >= 0"),
        body(
            "limit that is a text",
            property(Map.of("type", "string", "minLength", "one")),
            "minLength must be integer"),
        body(
            "required that is no list",
            Map.of("type", "object", "required", true),
            "required must be array"),
        body(
            "properties that are a list",
            Map.of("type", "object", "properties", List.of()),
            "properties must be object"),
        body(
            "empty enum",
            property(Map.of("enum", List.of())),
            "enum must NOT have fewer than 1 items"),
        body(
            "unknown keyword",
            Map.of("type", "object", "colour", 1),
            "unknown keyword: \"colour\""),
        body(
            "unknown dialect",
            Map.of("$schema", "https://example.com/x", "type", "object"),
            "no schema with key or ref"),
        body("dialect that is a number", Map.of("$schema", 7, "type", "object"), "$schema must be"),
        body("schema within itself", endless, "nested too deeply"),
        part("querystring", "unknown type", Map.of("type", "nonsense"), "data/type must be equal"),
        part("querystring", "text that is not JSON", "{", "not JSON"),
        part("params", "unknown reference", Map.of("$ref", "id#"), "id#"),
        part("params", "text that is not JSON", "[", "not JSON"),
        part("headers", "bad expression", property(Map.of("type", "string", "pattern", "*")), "*"),
        part("headers", "text that is not JSON", "x", "not JSON"),
        response("no status", "ok", Map.of("type", "object"), "valid status code"),
        response("impossible status", 999, Map.of("type", "object"), "valid status code"),
        response("text that is not JSON", 200, "{\"type\"", "not JSON", "schema of response 200"),
        response("unknown type", 200, Map.of("type", "nonsense"), "schema of response 200"),
        response(
            "unknown reference",
            "2xx",
            Map.of("$ref", "missing#"),
            "missing",
            "schema of response 2xx"),
        response(
            "properties that are a text",
            201,
            Map.of("type", "object", "properties", "x"),
            "schema of response 201"),
        response(
            "bad name expression",
            200,
            Map.of("type", "object", "patternProperties", Map.of("(", Map.of())),
            "schema of response 200",
            "("),
        response(
            "items that are a text",
            200,
            Map.of("type", "array", "items", "x"),
            "schema of response 200"),
        response(
            "schema within itself", 200, endless, "schema of response 200", "nested too deeply"),
        route(
            "media type without schema",
            FST_ERR_SCH_CONTENT_MISSING_SCHEMA,
            r -> r.schema(s -> s.raw(Map.of("body", Map.of("content", Map.of("a/b", Map.of()))))),
            "schema of body",
            "'a/b'"),
        route(
            "media type of a reply without schema",
            FST_ERR_SCH_CONTENT_MISSING_SCHEMA,
            r ->
                r.schema(
                    s ->
                        s.raw(
                            Map.of(
                                "response",
                                Map.of(200, Map.of("content", Map.of("a/b", Map.of())))))),
            "schemas of responses",
            "'a/b'"),
        route(
            "query twice",
            FST_ERR_SCH_DUPLICATE,
            r -> r.schema(s -> s.raw(Map.of("query", Map.of(), "querystring", Map.of()))),
            "querystring"),
        route(
            "negative bodyLimit",
            FST_ERR_ROUTE_BODY_LIMIT_OPTION_NOT_INT,
            r -> r.bodyLimit(-1L),
            "'-1'"),
        route(
            "negative handlerTimeout",
            FST_ERR_ROUTE_HANDLER_TIMEOUT_OPTION_NOT_INT,
            r -> r.handlerTimeout(Duration.ofMillis(-5)),
            "'-5'"),
        route("unknown constraint", null, r -> r.constraint("tenant", "a"), "tenant"),
        route(
            "version that is no text",
            null,
            r -> r.constraint("version", 1),
            "Version should be a string"),
        route(
            "host that is no text", null, r -> r.constraint("host", 1), "Host should be a string"),
        of(
            "unknown method",
            FST_ERR_ROUTE_METHOD_NOT_SUPPORTED,
            app -> app.route(RouteDefinition.create().method("BREW").url("/pot").handler(HANDLER)),
            "BREW",
            "/pot",
            "root -> shop -> orders"),
        of(
            "no method",
            FST_ERR_ROUTE_METHOD_INVALID,
            app -> app.route(RouteDefinition.create().url("/pot").handler(HANDLER)),
            "/pot",
            "root -> shop -> orders"),
        of(
            "missing handler",
            FST_ERR_ROUTE_MISSING_HANDLER,
            app -> app.route(RouteDefinition.create().method("GET").url("/pot")),
            "GET:/pot",
            "root -> shop -> orders"),
        of(
            "body schema of a GET",
            FST_ERR_ROUTE_BODY_VALIDATION_SCHEMA_NOT_SUPPORTED,
            app -> app.get("/pot", r -> r.schema(s -> s.raw(Map.of("body", Map.of()))), HANDLER),
            "GET:/pot",
            "root -> shop -> orders"),
        of(
            "route twice",
            FST_ERR_DUPLICATED_ROUTE,
            app -> app.get("/pot", HANDLER).get("/pot", HANDLER),
            "/v1/pot",
            "root -> shop -> orders"),
        of(
            "bad path expression",
            null,
            app -> app.get("/:id(()", HANDLER),
            "/:id(()",
            "root -> shop -> orders"),
        of(
            "shared schema that is not JSON",
            null,
            app -> app.addSchema("{"),
            "not JSON",
            "A shared schema in root -> shop -> orders"),
        of(
            "shared schema without identifier",
            FST_ERR_SCH_MISSING_ID,
            app -> app.addSchema(Map.of("type", "object")),
            "root -> shop -> orders"),
        of(
            "shared schema twice",
            FST_ERR_SCH_ALREADY_PRESENT,
            app -> app.addSchema(Map.of("$id", "a")).addSchema(Map.of("$id", "a")),
            "'a'",
            "root -> shop -> orders"));
  }

  @ParameterizedTest
  @MethodSource("declarations")
  void badDeclarationNamesRoutePartAndPlugin(Case bad) {
    Throwable error = bootError(bad.declaration());
    assertThat(error)
        .isExactlyInstanceOf(
            bad.code() != null
                ? FastjavaException.class
                : bad.name().startsWith("shared")
                    ? SchemaBuildException.class
                    : IllegalArgumentException.class);
    assertThat(printed(error)).contains(bad.texts());
    assertThat(error instanceof HttpError http ? http.code() : null)
        .isEqualTo(bad.code() == null ? null : bad.code().name());
  }

  @Test
  void tableIsLong() {
    assertThat(declarations().count()).isGreaterThan(40);
  }

  private static Throwable bootError(Consumer<Fastjava> declaration) {
    Plugin orders = Plugins.named("orders", (app, options) -> declaration.accept(app));
    Plugin shop =
        Plugins.named("shop", (app, options) -> app.register(orders, o -> o.prefix("/v1")));
    try (Fastjava app =
        Fastjava.create(o -> o.loggerOptions(l -> l.stream(OutputStream.nullOutputStream())))) {
      app.register(shop);
      join(app.ready());
    } catch (CompletionException e) {
      return java.util.Objects.requireNonNull(e.getCause());
    }
    throw new AssertionError("the boot did not fail");
  }

  private static String printed(Throwable error) {
    StringWriter text = new StringWriter();
    error.printStackTrace(new PrintWriter(text));
    return text.toString();
  }

  @Test
  @SuppressWarnings({"NullAway", "FutureReturnValueIgnored"}) // what unchecked callers do
  void nullIsNoFunctionOfADecoratorAndNoStep() {
    DecoratorKey<String> key = DecoratorKey.of("x", String.class);
    try (Fastjava app = Fastjava.create()) {
      List<ThrowingCallable> getters =
          List.of(
              () -> app.decorateGetter("x", null),
              () -> app.decorateGetter(key, null),
              () -> app.decorateRequestGetter("x", null),
              () -> app.decorateRequestGetter(key, null),
              () -> app.decorateReplyGetter("x", null),
              () -> app.decorateReplyGetter(key, null),
              () -> app.decorateRequestAccessors(key, null, (request, value) -> {}),
              () -> app.decorateReplyAccessors(key, null, (reply, value) -> {}));
      refused(getters, "The getter of a decorator is null");
      refused(
          List.of(
              () -> app.decorateRequestAccessors(key, request -> "", null),
              () -> app.decorateReplyAccessors(key, reply -> "", null)),
          "The setter of a decorator is null");
      refused(
          List.of(
              () -> app.after((AppHook) null),
              () -> app.after((BootHook) null),
              () -> app.after((CallbackBootHook) null),
              () -> app.after((CallbackInstanceBootHook) null),
              () -> app.afterAsync((AsyncAppHook) null),
              () -> app.afterAsync((AsyncBootHook) null),
              () -> app.whenReady((AppHook) null),
              () -> app.whenReady((BootHook) null),
              () -> app.whenReady((CallbackBootHook) null),
              () -> app.whenReady((CallbackInstanceBootHook) null),
              () -> app.whenReadyAsync((AsyncAppHook) null),
              () -> app.whenReadyAsync((AsyncBootHook) null)),
          "The step given to after or whenReady is null");
      assertThatThrownBy(() -> RouteDefinition.get("/").hooks().remove("bogus"))
          .hasMessage("bogus hook not supported!");
    }
  }

  private static void refused(List<ThrowingCallable> calls, String message) {
    for (ThrowingCallable call : calls) {
      assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }
  }
}
