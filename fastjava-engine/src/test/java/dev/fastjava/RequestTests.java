package dev.fastjava;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.http.HeaderNames;
import dev.fastjava.http.RawRequest;
import dev.fastjava.inject.InjectRequest;
import dev.fastjava.logging.LogLevel;
import dev.fastjava.option.PrefixTrailingSlash;
import dev.fastjava.testing.Eventually;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What handlers can ask a request for. */
class RequestTests {

  private enum Size {
    SMALL,
    LARGE
  }

  private static String ask(
      Function<Request, Object> question, java.util.function.Consumer<InjectRequest> request) {
    try (Fastjava app = Fastjava.create()) {
      app.get("/a/:id/*", (asked, reply) -> String.valueOf(question.apply(asked)));
      return app.inject(r -> request.accept(r.url("/a/7/x/y?page=2&tag=a&tag=b&empty="))).body();
    }
  }

  private static String ask(Function<Request, Object> question) {
    return ask(question, r -> {});
  }

  @Test
  void parametersAreReadByName() {
    assertThat(ask(r -> r.param("id") + r.param("*") + r.param("none"))).isEqualTo("7x/ynull");
    assertThat(ask(Request::params)).isEqualTo("{id=7, *=x/y}");
  }

  @Test
  void queryIsReadAsTextOrList() {
    assertThat(ask(r -> r.query("page"))).isEqualTo("2");
    assertThat(ask(r -> r.query("tag"))).isEqualTo("a");
    assertThat(ask(r -> r.query("none"))).isEqualTo("null");
    assertThat(ask(r -> "<" + r.query("empty") + ">")).isEqualTo("<>");
    assertThat(ask(r -> r.queries("tag"))).isEqualTo("[a, b]");
    assertThat(ask(r -> r.queries("page"))).isEqualTo("[2]");
    assertThat(ask(r -> r.queries("none"))).isEqualTo("[]");
    assertThat(ask(r -> r.queryAs("page", int.class) + 1)).isEqualTo("3");
    assertThat(ask(r -> r.queryOptional("none", Long.class).isPresent())).isEqualTo("false");
  }

  @Test
  void replacedPartsAreReadFromThenOn() {
    assertThat(
            ask(
                r -> {
                  r.setParams(Map.of("id", 8));
                  r.setQuery(Map.of("page", List.of(3, 4)));
                  r.setHeaders(Map.of("x-a", "b"));
                  return r.paramAs("id", Long.class)
                      + r.param("id")
                      + r.query("page")
                      + r.queries("page")
                      + r.header("X-A")
                      + r.header("host");
                }))
        .isEqualTo("883[3, 4]blocalhost:80");
  }

  @ParameterizedTest
  @CsvSource({
    "Integer, -5, -5",
    "int, 5, 5",
    "Long, 9007199254740993, 9007199254740993",
    "Byte, 127, 127",
    "Double, 1.5e3, 1500.0",
    "double, 0.25, 0.25",
    "Float, 1.5, 1.5",
    "Boolean, true, true",
    "BigInteger, 123456789012345678901, 123456789012345678901",
    "BigDecimal, 1.10, 1.10",
    "UUID, 123e4567-e89b-12d3-a456-426614174000, 123e4567-e89b-12d3-a456-426614174000",
    "Instant, 2026-11-27T10:00:00Z, 2026-11-27T10:00:00Z",
    "LocalDate, 2026-11-27, 2026-11-27",
    "Duration, PT5S, PT5S",
    "Size, LARGE, LARGE",
    "String, a b, a b"
  })
  void textIsConverted(String type, String text, String expected) {
    assertThat(convert(type, text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "Integer, 1.5",
    "Integer, 99999999999",
    "int, ''",
    "Byte, 128",
    "Double, NaN",
    "Double, 1d",
    "Double, 0x1p3",
    "Double, ' 1'",
    "Double, 1e999",
    "Boolean, yes",
    "UUID, 7",
    "LocalDate, 2026-13-01",
    "Size, large"
  })
  void textThatDoesNotFitIsRefusedWith400(String type, String text) {
    assertThat(convert(type, text))
        .contains("\"statusCode\":400", "FST_ERR_VALIDATION")
        .contains("querystring/v must be a valid")
        .doesNotContain("Exception");
  }

  private static String convert(String name, String text) {
    Map<String, Class<?>> types =
        Map.ofEntries(
            Map.entry("Integer", Integer.class),
            Map.entry("int", int.class),
            Map.entry("Long", Long.class),
            Map.entry("Byte", Byte.class),
            Map.entry("Double", Double.class),
            Map.entry("double", double.class),
            Map.entry("Float", Float.class),
            Map.entry("Boolean", Boolean.class),
            Map.entry("BigInteger", java.math.BigInteger.class),
            Map.entry("BigDecimal", java.math.BigDecimal.class),
            Map.entry("UUID", UUID.class),
            Map.entry("Instant", Instant.class),
            Map.entry("LocalDate", LocalDate.class),
            Map.entry("Duration", Duration.class),
            Map.entry("Size", Size.class),
            Map.entry("String", String.class));
    try (Fastjava app = Fastjava.create()) {
      app.get("/", (request, reply) -> String.valueOf(request.queryAs("v", types.get(name))));
      return app.inject(r -> r.url("/").query("v", text)).body();
    }
  }

  @Test
  void parameterThatDoesNotFitOrIsMissingIsRefusedWith400() {
    try (Fastjava app = Fastjava.create()) {
      app.get("/users/:id?", (request, reply) -> request.paramAs("id", Long.class));

      assertThat(app.inject(r -> r.url("/users/12")).body()).isEqualTo("12");
      assertThat(app.inject(r -> r.url("/users/me")).body())
          .isEqualTo(
              "{\"statusCode\":400,\"code\":\"FST_ERR_VALIDATION\",\"error\":\"Bad Request\","
                  + "\"message\":\"params/id must be a valid Long, not \\\"me\\\"\"}");
      assertThat(app.inject(r -> r.url("/users")).body())
          .contains("\"statusCode\":400", "params must have required property 'id'");
    }
  }

  @Test
  void typeWithoutConversionIsAFaultOfTheHandler() {
    try (Fastjava app = Fastjava.create()) {
      app.get("/:id", (request, reply) -> String.valueOf(request.paramAs("id", List.class)));

      assertThat(app.inject(r -> r.url("/1")).statusCode()).isEqualTo(500);
    }
  }

  @Test
  void headersAreReadInAnyCaseAndByConstant() {
    assertThat(
            ask(
                r -> r.header(HeaderNames.AUTHORIZATION) + r.header("AUTHORIZATION"),
                r -> r.header("Authorization", "Basic x")))
        .isEqualTo("Basic xBasic x");
    assertThat(ask(r -> r.headers().get("x-a"), r -> r.header("x-a", List.of("1", "2"))))
        .isEqualTo("1, 2");
  }

  @Test
  void namesOfHeadersAreInLowerCaseAndDifferent() throws Exception {
    List<String> names =
        Arrays.stream(HeaderNames.class.getFields())
            .map(
                field -> {
                  try {
                    String name = (String) field.get(null);
                    assertThat(field.getName().toLowerCase(java.util.Locale.ROOT).replace('_', '-'))
                        .isEqualTo(name);
                    return name;
                  } catch (IllegalAccessException e) {
                    throw new AssertionError(e);
                  }
                })
            .toList();
    assertThat(names).hasSizeGreaterThan(50).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource({
    "example.test:8080, example.test, 8080",
    "example.test, example.test, null",
    "[::1]:8080, [::1], 8080",
    "[2001:db8::1], [2001:db8::1], null",
    "example.test:, example.test, null",
    "example.test:x, example.test, null"
  })
  void hostIsSplitIntoNameAndPort(String host, String name, String port) {
    assertThat(
            ask(r -> r.host() + ' ' + r.hostname() + ' ' + r.port(), r -> r.header("host", host)))
        .isEqualTo(host + ' ' + name + ' ' + port);
  }

  @Test
  void requestIdHeaderIsOffByDefault() {
    assertThat(ask(Request::id, r -> r.header("request-id", "mine"))).startsWith("req-");
  }

  @Test
  void rewrittenUrlIsRoutedAndTheOriginalKept() {
    try (Fastjava app =
        Fastjava.create(o -> o.rewriteUrl(raw -> raw.url().replace("/hi", "/hello")))) {
      app.get(
          "/hello",
          (request, reply) ->
              request.url() + ' ' + request.originalUrl() + ' ' + request.raw().originalUrl());

      assertThat(app.inject(r -> r.url("/hi?x=1")).body()).isEqualTo("/hello?x=1 /hi?x=1 /hi?x=1");
    }
  }

  @Test
  void is404IsTrueInTheNotFoundHandlerOnly() {
    try (Fastjava app = Fastjava.create()) {
      app.get("/", (request, reply) -> "" + request.is404());
      app.setNotFoundHandler(
          (request, reply) ->
              request.is404() + " " + request.routeOptions().url() + " " + request.query("x"));

      assertThat(app.inject(r -> r.url("/")).body()).isEqualTo("false");
      assertThat(app.inject(r -> r.url("/none?x=1")).body()).isEqualTo("true null 1");
    }
  }

  @Test
  void routeOptionsTellWhatTheRouteWasDeclaredWith() {
    try (Fastjava app = Fastjava.create()) {
      app.get(
          "/:a",
          r ->
              r.bodyLimit(10)
                  .logLevel(LogLevel.ERROR)
                  .config("role", "admin")
                  .attachValidation(true)
                  .prefixTrailingSlash(PrefixTrailingSlash.SLASH)
                  .constraint("version", "1.2.0"),
          (request, reply) -> {
            RouteInfo route = request.routeOptions();
            return List.of(
                route.methods(),
                String.valueOf(route.url()),
                route.bodyLimit(),
                route.attachValidation(),
                String.valueOf(route.logLevel()),
                String.valueOf(route.version()),
                String.valueOf(route.exposeHeadRoute()),
                String.valueOf(route.prefixTrailingSlash()),
                route.config().get("role"),
                route.handler() != null);
          });

      assertThat(app.inject(r -> r.url("/x").header("accept-version", "1.x")).body())
          .isEqualTo(
              "[[\"GET\"],\"/:a\",10,true,\"ERROR\",\"1.x\",\"true\",\"SLASH\",\"admin\",true]");
    }
  }

  @Test
  void rawRequestTellsAboutTheConnection() throws Exception {
    try (Fastjava app = Fastjava.create()) {
      app.get(
          "/a",
          (request, reply) -> {
            RawRequest raw = request.raw();
            request.setHeaders(Map.of("x-a", "other"));
            return List.of(
                raw.method(),
                raw.url(),
                raw.httpVersion(),
                String.valueOf(raw.remoteAddress()),
                raw.remotePort() > 0,
                raw.encrypted(),
                raw.aborted(),
                String.valueOf(raw.header("X-A")),
                raw.rawHeaders().contains("X-A"),
                String.valueOf(request.ip()),
                request.protocol());
          });
      String origin = Eventually.join(app.listen(o -> o.host("127.0.0.1")));
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(origin + "/a?b"))
              .version(HttpClient.Version.HTTP_1_1)
              .header("X-A", "1")
              .build();

      assertThat(
              HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body())
          .isEqualTo(
              "[\"GET\",\"/a?b\",\"1.1\",\"127.0.0.1\",true,false,false,\"1\",true,"
                  + "\"127.0.0.1\",\"http\"]");
    }
  }
}
