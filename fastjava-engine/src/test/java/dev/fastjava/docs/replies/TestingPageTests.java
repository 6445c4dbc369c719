package dev.fastjava.docs.replies;

import static dev.fastjava.assertj.FastjavaAssertions.assertThat;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fastjava.BodyParser;
import dev.fastjava.Fastjava;
import dev.fastjava.Plugin;
import dev.fastjava.Plugins;
import dev.fastjava.inject.Inject;
import dev.fastjava.inject.InjectException;
import dev.fastjava.inject.InjectRequest;
import dev.fastjava.inject.InjectResponse;
import dev.fastjava.type.TypeRef;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TestingPageTests {
  static final class Shop {
    static Fastjava create() {
      Fastjava app = Fastjava.create();
      app.get("/", (request, reply) -> Map.of("hello", "world"));
      app.post("/orders", (request, reply) -> reply.code(201).send(request.body(Order.class)));
      app.get("/orders", (request, reply) -> List.of(new Order("ink", 2)));
      return app;
    }
  }

  record Order(String item, int count) {}

  private final Fastjava app = Shop.create();

  @AfterEach
  void close() {
    app.close();
  }

  @Test
  void greets() {
    InjectResponse response = app.inject().get("/");

    assertThat(response).hasStatus(200).bodyJson().isEqualTo(Map.of("hello", "world"));
  }

  @Test
  void forms() {
    Inject inject = app.inject();
    inject.get("/orders");
    inject.get("/orders", request -> request.query("item", "ink").header("accept", "text/csv"));
    inject.post("/orders", new Order("ink", 2));
    inject.send(
        request ->
            request
                .method("PUT")
                .url("/orders/7")
                .cookie("session", "abc")
                .remoteAddress("203.0.113.7")
                .payload("{\"count\":3}")
                .header("content-type", "application/json"));

    assertThat(inject.post("/orders", new Order("ink", 2))).hasStatus(201);
  }

  @Test
  void payloads() {
    app.addContentTypeParser("*", BodyParser.text((request, text) -> text));
    app.post(
        "/echo",
        (request, reply) ->
            reply.header("x-type", request.headers().get("content-type")).send(request.body()));
    Inject inject = app.inject();
    byte[] png = {1, 2, 3};
    InputStream stream = new ByteArrayInputStream("streamed".getBytes(StandardCharsets.UTF_8));

    InjectResponse json = inject.post("/echo", Map.of("a", 1));
    InjectResponse text =
        inject.post("/echo", "a,b", request -> request.header("content-type", "text/csv"));
    InjectResponse form =
        inject.send(r -> r.method("POST").url("/echo").form(Map.of("name", "Ada Lovelace")));
    InjectResponse upload =
        inject.send(
            r ->
                r.method("POST")
                    .url("/echo")
                    .field("title", "Portrait")
                    .file("image", "ada.png", "image/png", png));
    InjectResponse streamed =
        inject.post("/echo", stream, request -> request.header("content-type", "a/b"));

    assertThat(json).hasHeader("x-type", "application/json").hasBody("{\"a\":1}");
    assertThat(text).hasHeader("x-type", "text/csv").hasBody("a,b");
    assertThat(form)
        .hasHeader("x-type", "application/x-www-form-urlencoded")
        .hasBody("name=Ada+Lovelace");
    assertThat(upload.header("x-type")).startsWith("multipart/form-data; boundary=");
    assertThat(upload).bodyText().contains("filename=\"ada.png\"", "Portrait");
    assertThat(streamed).hasBody("streamed");
  }

  @Test
  void responses() {
    app.get(
        "/rich",
        (request, reply) ->
            reply
                .header("set-cookie", "session=abc; HttpOnly; Max-Age=60")
                .trailer("x-count", (sent, payload) -> 1)
                .send(List.of(new Order("ink", 2))));
    InjectResponse response = app.inject().get("/rich");

    int status = response.statusCode();
    String type = response.header("content-type");
    String body = response.body();
    byte[] bytes = response.bodyBytes();
    Object json = response.json();
    Order[] array = response.json(Order[].class);
    List<Order> orders = response.json(new TypeRef<List<Order>>() {});
    InjectResponse.Cookie cookie = response.cookie("session");
    Map<String, String> trailers = response.trailers();

    assertThat(status).isEqualTo(200);
    assertThat(type).isEqualTo("application/json; charset=utf-8");
    assertThat(body).hasSize(bytes.length);
    assertThat(json).isEqualTo(List.of(Map.of("item", "ink", "count", 2)));
    assertThat(array).containsExactlyElementsOf(orders);
    assertThat(cookie).isNotNull();
    assertThat(cookie.attributes()).containsEntry("httpOnly", true);
    assertThat(trailers).containsEntry("x-count", "1");
  }

  @Test
  void assertions() {
    InjectResponse response = app.inject().get("/orders");

    assertThat(response)
        .hasStatusOk()
        .hasContentType("application/json")
        .doesNotHaveHeader("set-cookie")
        .bodyJson()
        .hasPath("$[0].item")
        .isLenientlyEqualTo(List.of(Map.of("item", "ink")));
    assertThat(response)
        .bodyJson()
        .extractingPath("$[0].count")
        .asNumber()
        .isEqualByComparingTo("2");
    assertThat(response)
        .bodyJson()
        .extractingPath("$[0]")
        .convertTo(Order.class)
        .isEqualTo(new Order("ink", 2));
  }

  @Test
  void streams() throws IOException {
    app.get("/export", (request, reply) -> new ByteArrayInputStream(new byte[1 << 20]));

    InjectResponse response = app.inject().get("/export", InjectRequest::payloadAsStream);
    try (InputStream in = response.stream()) {
      assertThat(in.readNBytes(3)).containsExactly(0, 0, 0);
    }
  }

  @Test
  void laterAndGone() throws Exception {
    CompletableFuture<Void> begun = new CompletableFuture<>();
    CompletableFuture<Boolean> aborted = new CompletableFuture<>();
    app.get(
        "/slow",
        (request, reply) -> {
          request.signal().onAbort(() -> aborted.complete(true));
          begun.complete(null);
          return reply;
        });

    CompletableFuture<InjectResponse> waiting =
        app.inject().sendAsync(new InjectRequest().url("/slow"));
    begun.get(10, SECONDS);
    waiting.cancel(true);

    assertThat(aborted.get(20, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void destroyed() {
    try (Fastjava broken = Fastjava.create()) {
      broken.get(
          "/",
          (request, reply) -> {
            reply.hijack().raw().destroy();
            return reply;
          });

      assertThatThrownBy(() -> broken.inject().get("/")).isInstanceOf(InjectException.class);
    }
  }

  @Test
  void listening() throws Exception {
    String origin = app.listen(o -> o.host("127.0.0.1")).get(10, SECONDS);

    HttpResponse<String> response =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(origin + "/")).build(),
                HttpResponse.BodyHandlers.ofString());

    assertThat(response.body()).isEqualTo("{\"hello\":\"world\"}");
    assertThat(app.inject().get("/")).hasBody(response.body());
  }

  @Test
  void plugin() {
    Plugin greeting =
        Plugins.shared("greeting", (server, options) -> server.decorate("greeting", "Hello"));

    try (Fastjava alone = Fastjava.create()) {
      alone.register(greeting);
      alone.get("/", (request, reply) -> request.server().getDecorator("greeting", String.class));

      assertThat(alone.inject().get("/")).hasBody("Hello");
    }
  }
}
