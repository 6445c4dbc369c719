package dev.fastjava;

import static dev.fastjava.schema.Schemas.integer;
import static dev.fastjava.schema.Schemas.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fastjava.error.HttpError;
import dev.fastjava.error.HttpErrors;
import dev.fastjava.error.HttpException;
import dev.fastjava.http.Headers;
import dev.fastjava.inject.InjectRequest;
import dev.fastjava.inject.InjectResponse;
import dev.fastjava.testing.Eventually;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Headers of requests and responses as a type of their own, and single ones by one rule. */
class HeadersTests {
  @Test
  void namesAreFoundInAnyCaseAndKeepTheirOrder() {
    Headers headers = Headers.of(Map.of("X-B", 1));
    assertThat(headers.get("x-b")).isEqualTo("1");
    assertThat(headers.has("X-b")).isTrue();
    assertThat(headers.names()).containsExactly("x-b");
    Map<String, Object> ordered = new java.util.LinkedHashMap<>();
    ordered.put("Z", List.of("1", "2"));
    ordered.put("a", "3");
    ordered.put("z", 4);
    Headers several = Headers.of(ordered);
    ordered.clear();
    assertThat(several.names()).containsExactly("z", "a");
    assertThat(several.all("Z")).containsExactly("1", "2", "4");
    assertThat(several.get("z")).isEqualTo("1, 2, 4");
    List<String> lines = new ArrayList<>();
    several.forEachLine((name, line) -> lines.add(name + "=" + line));
    assertThat(lines).containsExactly("z=1", "z=2", "z=4", "a=3");
    assertThat(several.all("none")).isEmpty();
    assertThat(several.get("none")).isNull();
    assertThat(Headers.none().isEmpty()).isTrue();
    assertThatThrownBy(() -> several.asMap().put("x", "y"))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void repliesErrorsAndInjectedRequestsHaveHeadersToo() {
    Response response =
        Response.of(
            202,
            "later",
            r -> r.header("Retry-After", 10.0).header("x-a", List.of("1", "2")).header("X-A", 3));
    assertThat(response.headers().names()).containsExactly("retry-after", "x-a");
    assertThat(response.headers().get("RETRY-AFTER")).isEqualTo("10");
    assertThat(response.headers().all("x-a")).containsExactly("3");
    assertThat(Response.of(200, null).headers().isEmpty()).isTrue();

    HttpException error =
        HttpErrors.create(429, "later", e -> e.header("Set-Cookie", List.of("a=1", "b=2")));
    assertThat(error.headers().all("set-cookie")).containsExactly("a=1", "b=2");
    assertThat(new HttpException(400, "no").headers().isEmpty()).isTrue();

    InjectRequest request = new InjectRequest().header("X-B", 1).headers(error.headers());
    request.header("x-b", true);
    assertThat(request.headers().names()).containsExactly("x-b", "set-cookie");
    assertThat(request.headers().get("X-b")).isEqualTo("true");
    assertThat(request.headers().all("Set-Cookie")).containsExactly("a=1", "b=2");
  }

  @Test
  void headersOfRepliesAndErrorsAreSent() {
    try (Fastjava app = Fastjava.create()) {
      Headers cookies = Headers.of(Map.of("Set-Cookie", List.of("a=1", "b=2")));
      app.get("/reply", (request, reply) -> Response.of(200, "b", r -> r.header("X-N", 2.0)));
      app.get(
          "/error",
          (request, reply) -> {
            throw new Own(cookies);
          });
      assertThat(app.inject("/reply").headers().get("x-n")).isEqualTo("2");
      InjectResponse failed = app.inject("/error");
      assertThat(failed.statusCode()).isEqualTo(418);
      assertThat(failed.headers().all("set-cookie")).containsExactly("a=1", "b=2");
    }
  }

  /** An exception of an application's own. */
  private static final class Own extends RuntimeException implements HttpError {
    private static final long serialVersionUID = 1L;
    private final transient Headers headers;

    private Own(Headers headers) {
      super("own");
      this.headers = headers;
    }

    @Override
    public int statusCode() {
      return 418;
    }

    @Override
    public Headers headers() {
      return headers;
    }
  }

  @Test
  void textFormHasTheNamesAlone() {
    assertThat(Headers.of(Map.of("authorization", "secret"))).hasToString("[authorization]");
  }

  @Test
  void requestTellsTheLinesAsTheyCame() throws Exception {
    try (Fastjava app = Fastjava.create()) {
      app.get(
          "/",
          (request, reply) ->
              List.of(
                  request.headers().all("X-A"),
                  String.valueOf(request.headers().get("x-a")),
                  request.raw().headers().all("x-a"),
                  request.headers().names().contains("x-a"),
                  request.headers().all("x-none")));
      String expected = "[[\"1\",\"2\"],\"1, 2\",[\"1\",\"2\"],true,[]]";
      assertThat(app.inject(r -> r.url("/").header("X-A", List.of("1", "2"))).body())
          .isEqualTo(expected);
      String origin = Eventually.join(app.listen(o -> o.host("127.0.0.1")));
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(origin)).header("x-a", "1").header("X-A", "2").build();
      assertThat(
              Eventually.join(
                      HttpClient.newHttpClient()
                          .sendAsync(request, HttpResponse.BodyHandlers.ofString()))
                  .body())
          .isEqualTo(expected);
    }
  }

  @Test
  void viewOfARequestFollowsWhatHooksAndValidationChange() {
    try (Fastjava app = Fastjava.create()) {
      app.preHandler(
          (request, reply) -> {
            Headers view = request.headers();
            request.setHeaders(Map.of("x-user", "ada"));
            assertThat(view.get("X-User")).isEqualTo("ada");
            assertThat(view.all("x-user")).containsExactly("ada");
            assertThat(request.raw().headers().has("x-user")).isFalse();
          });
      app.get(
          "/",
          route -> route.schema(s -> s.headers(object().prop("x-n", integer()))),
          (request, reply) ->
              List.of(
                  request.headers().asMap().get("x-n"),
                  String.valueOf(request.headers().get("x-n")),
                  request.headers().all("x-n")));
      assertThat(app.inject(r -> r.url("/").header("x-n", "7")).body())
          .isEqualTo("[7,\"7\",[\"7\"]]");
    }
  }

  @Test
  void headersAsAReplyAreTheirMap() {
    try (Fastjava app = Fastjava.create()) {
      app.get("/", (request, reply) -> request.headers());
      app.get("/inside", (request, reply) -> Map.of("headers", Headers.of(Map.of("a", "b"))));
      assertThat(app.inject(r -> r.url("/").withoutHeader("user-agent")).body())
          .isEqualTo("{\"host\":\"localhost:80\"}");
      assertThat(app.inject("/inside").body()).isEqualTo("{\"headers\":{\"a\":\"b\"}}");
    }
  }

  @Test
  void replyTellsAndTakesHeaders() {
    try (Fastjava app = Fastjava.create()) {
      app.get(
          "/",
          (request, reply) -> {
            reply.headers(Headers.of(Map.of("X-A", List.of("1", "2"))));
            assertThat(reply.getHeader("x-a")).isEqualTo("1, 2");
            assertThat(reply.getHeaders().all("X-A")).containsExactly("1", "2");
            assertThat(reply.raw().setHeader("x-raw", 7).getHeader("X-Raw")).isEqualTo("7");
            Headers before = reply.getHeaders();
            reply.header("x-b", 3);
            assertThat(before.has("x-b")).isFalse();
            return "done";
          });
      InjectResponse response = app.inject("/");
      assertThat(response.body()).isEqualTo("done");
      assertThat(response.headers().all("x-a")).containsExactly("1", "2");
      assertThat(response.headers().get("X-B")).isEqualTo("3");
    }
  }

  @Test
  void singleValuesOfAllPartsFollowOneRule() {
    try (Fastjava app = Fastjava.create()) {
      app.get("/param/:n?", (request, reply) -> request.paramAs("n", int.class));
      app.get("/query", (request, reply) -> request.queryAs("n", int.class));
      app.get("/header", (request, reply) -> request.headerAs("N", int.class));
      app.get("/param-or/:n?", (q, reply) -> q.paramOptional("n", int.class).orElse(-1));
      app.get("/query-or", (q, reply) -> q.queryOptional("n", int.class).orElse(-1));
      app.get("/header-or", (q, reply) -> q.headerOptional("N", int.class).orElse(-1));
      assertThat(app.inject("/param/7").body()).isEqualTo("7");
      assertThat(app.inject("/query?n=7").body()).isEqualTo("7");
      assertThat(header(app, "/header", "7")).isEqualTo("7");
      assertThat(app.inject("/param-or/7").body()).isEqualTo("7");
      assertThat(app.inject("/query-or?n=7").body()).isEqualTo("7");
      assertThat(header(app, "/header-or", "7")).isEqualTo("7");
      assertThat(app.inject("/param-or").body()).isEqualTo("-1");
      assertThat(app.inject("/query-or").body()).isEqualTo("-1");
      assertThat(app.inject("/header-or").body()).isEqualTo("-1");
      assertThat(app.inject("/param").body()).contains("400", "params must have required", "'n'");
      assertThat(app.inject("/query").body())
          .contains("400", "querystring must have required", "'n'");
      assertThat(app.inject("/header").body()).contains("400", "headers must have required", "'n'");
      for (String path : List.of("/param/x", "/param-or/x", "/query?n=x", "/query-or?n=x")) {
        assertThat(app.inject(path).body()).contains("400", "/n must be a valid Integer");
      }
      for (String path : List.of("/header", "/header-or")) {
        assertThat(header(app, path, "x")).contains("400", "headers/n must be a valid Integer");
      }
    }
  }

  private static String header(Fastjava app, String url, String value) {
    return app.inject(r -> r.url(url).header("n", value)).body();
  }
}
