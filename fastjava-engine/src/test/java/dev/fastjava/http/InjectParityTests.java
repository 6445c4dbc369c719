package dev.fastjava.http;

import static dev.fastjava.schema.Schemas.integer;
import static dev.fastjava.schema.Schemas.object;
import static dev.fastjava.schema.Schemas.string;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.BodyParser;
import dev.fastjava.Fastjava;
import dev.fastjava.Response;
import dev.fastjava.error.HttpException;
import dev.fastjava.inject.Inject;
import dev.fastjava.inject.InjectRequest;
import dev.fastjava.inject.InjectResponse;
import dev.fastjava.internal.netty.RawClient;
import dev.fastjava.testing.Seeds;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The same request gets the same answer over a socket and from {@code inject}. */
class InjectParityTests {
  private static final List<String> METHODS =
      List.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS");

  /** Without dot segments: {@code inject} resolves them first, as clients do. */
  private static final List<String> URLS =
      List.of(
          "/echo",
          "/echo?a=1&a=2&b=%20x&c",
          "/echo?q=%zz",
          "/things/7",
          "/things/seven",
          "/things/%2f",
          "/things/%",
          "/things/7/",
          "/nowhere",
          "/nowhere?x=1",
          "/error/400",
          "/error/503",
          "/throw",
          "/later",
          "/stream",
          "/response",
          "/cookies",
          "/empty",
          "/204",
          "/redirect",
          "/trailer",
          "/bytes",
          "/headers",
          "/hijacked",
          "/not-found",
          "//echo");

  private static final List<String> TYPES =
      List.of(
          "application/json",
          "application/json; charset=utf-8",
          "APPLICATION/JSON",
          "text/plain",
          "text/csv",
          "image/png",
          "nonsense",
          "application/x-unknown",
          "application/jsonp");

  private static final List<String> BODIES =
      List.of(
          "",
          "{}",
          "{\"name\":\"Ada\",\"age\":36}",
          "{\"name\":\"Ada\",\"age\":\"36\"}",
          "{\"name\":7}",
          "{\"age\":1,}",
          "{\"__proto__\":1}",
          "null",
          "\u00e9",
          "a,b\n1,2",
          "x".repeat(700));

  private static void routes(Fastjava app) {
    app.addContentTypeParser(
        "text/csv", BodyParser.text((request, text) -> List.of(text.split("\n"))).bodyLimit(20));
    app.addContentTypeParser(
        java.util.regex.Pattern.compile("^image/"),
        BodyParser.bytes((request, bytes) -> Map.of("length", bytes.length)));
    app.all(
        "/echo",
        (request, reply) -> {
          Map<String, Object> seen = new LinkedHashMap<>();
          seen.put("method", request.method());
          seen.put("url", request.url());
          seen.put("query", request.query());
          seen.put("body", request.body());
          return seen;
        });
    app.post(
        "/things/:id",
        r ->
            r.schema(
                s ->
                    s.params(object().prop("id", integer()))
                        .body(object().prop("name", string()).prop("age", integer()))
                        .response(200, object().prop("name", string()).prop("id", integer()))),
        (request, reply) -> Map.of("name", "n", "id", request.params().get("id"), "secret", 1));
    app.get("/things/:id", (request, reply) -> request.params());
    app.get(
        "/error/:status",
        (request, reply) -> {
          throw new HttpException(
              Integer.parseInt(request.param("status")),
              "as asked",
              e -> e.code("ASKED").header("x-error", "1"));
        });
    app.get(
        "/throw",
        (request, reply) -> {
          throw new IllegalStateException("unexpected");
        });
    app.get("/later", (request, reply) -> later());
    app.get("/stream", (request, reply) -> new ByteArrayInputStream("streamed".getBytes(UTF_8)));
    app.get("/response", (request, reply) -> Response.of(202, "r", r -> r.header("x-r", "1")));
    app.get(
        "/cookies",
        (request, reply) ->
            reply.header("set-cookie", "a=b").header("set-cookie", "c=d; Path=/").send("c"));
    app.get("/empty", (request, reply) -> null);
    app.get("/204", (request, reply) -> reply.code(204).send("dropped"));
    app.get("/redirect", (request, reply) -> reply.redirect("/echo?a=b"));
    app.get(
        "/trailer",
        (request, reply) -> reply.trailer("x-length", (r, payload) -> "7").send("trailed"));
    app.get("/bytes", (request, reply) -> new byte[] {0, 1, 2, (byte) 0xff});
    app.get("/headers", (request, reply) -> request.headers());
    app.get(
        "/hijacked",
        (request, reply) -> {
          var unused =
              reply.hijack().raw().writeHead(201, Map.of("x-h", "1")).end("raw".getBytes(UTF_8));
          return reply;
        });
    app.get("/not-found", (request, reply) -> reply.callNotFound());
    app.setNotFoundHandler((request, reply) -> reply.code(404).send(Map.of("none", request.url())));
  }

  private static CompletionStage<Object> later() {
    return CompletableFuture.supplyAsync(() -> Map.of("l", 1));
  }

  @Test
  void methodsWithAPayloadTakeSettingsAloneToo() {
    try (Fastjava app = Fastjava.create()) {
      app.all("/", (request, reply) -> request.method() + request.header("x-a") + request.body());
      Inject inject = app.inject();
      Consumer<InjectRequest> a = r -> r.header("x-a", "1");
      assertThat(inject.post("/", a).body()).isEqualTo("POST1null");
      assertThat(inject.put("/", r -> r.header("x-a", "1").payload(Map.of("b", 1))).body())
          .isEqualTo("PUT1{b=1}");
      assertThat(inject.patch("/", r -> r.header("x-a", "1")).body()).isEqualTo("PATCH1null");
      assertThat(inject.post("/", null).body()).isEqualTo("POSTnullnull");
      assertThat(inject.put("/", null).body()).isEqualTo("PUTnullnull");
      assertThat(inject.patch("/", null).body()).isEqualTo("PATCHnullnull");
    }
  }

  @Test
  void randomRequestsGetTheSameAnswer() throws Exception {
    Random random = Seeds.random(2026);
    try (Served served = Served.app(o -> o.bodyLimit(500), InjectParityTests::routes)) {
      for (int i = 0; i < 3_000; i++) {
        String method = any(METHODS, random);
        String url = any(URLS, random);
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("host", "test");
        headers.put("user-agent", "parity");
        String body = null;
        if (random.nextInt(3) > 0 && !method.equals("GET") && !method.equals("HEAD")) {
          body = any(BODIES, random);
          if (random.nextInt(8) > 0) {
            headers.put("content-type", any(TYPES, random));
          }
        }
        if (random.nextInt(10) == 0) {
          headers.put("x-several", "a, b");
        }
        assertThat(overSocket(served, method, url, headers, body))
            .as("%s %s %s %s", method, url, headers, body)
            .isEqualTo(injected(served, method, url, headers, body));
      }
    }
  }

  private static String any(List<String> values, Random random) {
    return values.get(random.nextInt(values.size()));
  }

  private record Answer(
      int status, Map<String, String> headers, String body, Map<String, String> trailers) {}

  private static Answer overSocket(
      Served served, String method, String url, Map<String, String> headers, String body)
      throws Exception {
    StringBuilder head = new StringBuilder(method + ' ' + url + " HTTP/1.1\r\n");
    headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    byte[] bytes = body == null ? new byte[0] : body.getBytes(StandardCharsets.UTF_8);
    if (body != null) {
      head.append("content-length: ").append(bytes.length).append("\r\n");
    }
    ByteArrayOutputStream request = new ByteArrayOutputStream();
    request.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII));
    request.writeBytes(bytes);
    try (RawClient client = served.connect()) {
      client.send(request.toByteArray());
      RawClient.Received received = method.equals("HEAD") ? client.readHead() : client.read();
      return new Answer(
          received.status(),
          comparable(received.status(), received.headers()),
          received.body(),
          received.trailers());
    }
  }

  private static Answer injected(
      Served served, String method, String url, Map<String, String> headers, String body) {
    InjectResponse response =
        served
            .app
            .inject()
            .send(
                request -> {
                  request.method(method).url(url).headers(headers);
                  if (body != null) {
                    request.payload(body);
                  }
                  withoutDefaults(request, headers);
                });
    Map<String, String> lines = new LinkedHashMap<>();
    response
        .headers()
        .names()
        .forEach(name -> lines.put(name, String.join(" | ", response.headerLines(name))));
    return new Answer(
        response.statusCode(),
        comparable(response.statusCode(), lines),
        new String(response.bodyBytes(), StandardCharsets.ISO_8859_1),
        method.equals("HEAD") ? Map.of() : response.trailers());
  }

  private static void withoutDefaults(InjectRequest request, Map<String, String> headers) {
    if (!headers.containsKey("content-type")) {
      request.withoutHeader("content-type");
    }
  }

  /** Without what differs from one connection, or one second, to another. */
  private static Map<String, String> comparable(int status, Map<String, String> headers) {
    Map<String, String> compared = new TreeMap<>(headers);
    compared.keySet().removeAll(List.of("date", "keep-alive", "connection"));
    if (status == 204) {
      // A length set by the application does not go over the wire: HTTP forbids it.
      compared.remove("content-length");
    }
    return compared;
  }
}
