package dev.fastjava.docs.replies;

import static dev.fastjava.assertj.FastjavaAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.ErrorHandler;
import dev.fastjava.Fastjava;
import dev.fastjava.Response;
import dev.fastjava.error.HttpException;
import dev.fastjava.http.RawReply;
import dev.fastjava.inject.Inject;
import dev.fastjava.inject.InjectResponse;
import dev.fastjava.schema.Serializer;
import dev.fastjava.testing.Eventually;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplyPageTests {
  record Order(int id, String item) {}

  @TempDir Path reports;

  private final Fastjava app = Fastjava.create();

  private InputStream export(String id) {
    return new ByteArrayInputStream(("export " + id).getBytes(UTF_8));
  }

  private CompletionStage<Order> findLater(int id) {
    return CompletableFuture.supplyAsync(() -> new Order(id, "ink"));
  }

  private Flow.Publisher<ByteBuffer> events() {
    return subscriber -> {
      SubmissionPublisher<ByteBuffer> source = new SubmissionPublisher<>();
      source.subscribe(subscriber);
      source.submit(ByteBuffer.wrap("data: 1\n\n".getBytes(UTF_8)));
      source.close();
    };
  }

  @Test
  void replies() {
    app.get("/orders/:id", (request, reply) -> new Order(7, "ink"));

    app.post("/orders", (request, reply) -> reply.code(201).header("location", "/orders/8").send());

    app.get("/later/:id", (request, reply) -> findLater(8));

    Inject inject = app.inject();
    assertThat(inject.get("/orders/7")).hasStatus(200).bodyJson().isEqualTo(new Order(7, "ink"));
    assertThat(inject.post("/orders", null)).hasStatus(201).hasHeader("location", "/orders/8");
    assertThat(inject.get("/later/8")).bodyJson().isEqualTo(new Order(8, "ink"));
  }

  @Test
  void payloads() throws Exception {
    Files.writeString(reports.resolve("2026.pdf"), "%PDF");

    app.get("/text", (request, reply) -> "plain text");
    app.get("/bytes", (request, reply) -> reply.type("image/png").send(new byte[] {1, 2, 3}));
    app.get("/export", (request, reply) -> reply.type("text/csv").send(export("all")));
    app.get(
        "/reports/:year",
        (request, reply) ->
            reply
                .type("application/pdf")
                .send(reports.resolve(new BigInteger(request.param("year")) + ".pdf")));
    app.get("/events", (request, reply) -> reply.type("text/event-stream").send(events()));
    app.get(
        "/value",
        (request, reply) -> Response.of(202, "accepted", r -> r.header("retry-after", "10")));

    Inject inject = app.inject();
    assertThat(inject.get("/text")).hasContentType("text/plain").hasBody("plain text");
    assertThat(inject.get("/bytes")).hasHeader("content-length", "3");
    assertThat(inject.get("/export")).hasHeader("transfer-encoding", "chunked");
    assertThat(inject.get("/reports/2026")).hasHeader("content-length", "4").hasBody("%PDF");
    assertThat(inject.head("/reports/2026")).hasHeader("content-length", "4").hasEmptyBody();
    assertThat(inject.get("/events")).hasBody("data: 1\n\n");
    assertThat(inject.get("/value")).hasStatus(202).hasHeader("retry-after", "10");
  }

  @Test
  void headers() {
    app.get(
        "/headers",
        (request, reply) ->
            reply
                .header("x-total", 12)
                .header("set-cookie", "theme=dark; Path=/")
                .header("set-cookie", "lang=en; Path=/")
                .send("two cookies"));
    app.get("/moved", (request, reply) -> reply.redirect("/headers", 301));

    Inject inject = app.inject();
    assertThat(inject.get("/headers"))
        .hasHeader("x-total", "12")
        .hasCookie("theme", "dark")
        .hasCookie("lang", "en");
    assertThat(inject.get("/moved")).hasStatus(301).redirectsTo("/headers");
  }

  @Test
  void trailers() {
    app.get(
        "/checked",
        (request, reply) ->
            reply
                .trailer("server-timing", (sent, payload) -> "app;dur=" + sent.elapsedTime())
                .trailer("x-sha256", (sent, payload) -> sha256(String.valueOf(payload)))
                .send("checked"));
    app.get(
        "/callback",
        (request, reply) ->
            reply
                .trailer("x-count", (sent, payload, done) -> countLater().whenComplete(done))
                .send("counted"));

    InjectResponse response = app.inject().get("/checked");
    assertThat(response).hasHeader("trailer", "server-timing x-sha256");
    assertThat(response.trailers()).containsOnlyKeys("server-timing", "x-sha256");
    assertThat(app.inject().get("/callback")).hasTrailer("x-count", "3");
  }

  private static CompletionStage<Integer> countLater() {
    return CompletableFuture.supplyAsync(() -> 3);
  }

  private static String sha256(String text) throws Exception {
    return HexFormat.of()
        .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
  }

  @Test
  void trailersWithoutAValueAreLeftOut() {
    app.get(
        "/",
        (request, reply) ->
            reply
                .trailer("x-null", (sent, payload) -> null)
                .trailer("x-evil", (sent, payload) -> "a\r\nb: c")
                .trailer("x-later", (sent, payload) -> findLater(1).thenApply(order -> "fine"))
                .trailer(
                    "x-thrown",
                    (sent, payload) -> {
                      throw new IllegalStateException("no value");
                    })
                .send("text"));

    assertThat(app.inject().get("/").trailers()).isEqualTo(Map.of("x-later", "fine"));
  }

  @Test
  void hints() {
    app.get(
        "/page",
        (request, reply) -> {
          var written =
              reply.writeEarlyHints(Map.of("link", "</style.css>; rel=preload; as=style"));
          return written.thenApply(done -> "<!doctype html>");
        });

    InjectResponse response = app.inject().get("/page");
    assertThat(response.informational())
        .singleElement()
        .satisfies(hint -> assertThat(hint.statusCode()).isEqualTo(103));
    assertThat(response).hasBody("<!doctype html>");
  }

  @Test
  void serializers() {
    app.get(
        "/yaml",
        (request, reply) ->
            reply
                .type("application/yaml")
                .serializer(value -> "id: " + ((Order) value).id())
                .send(new Order(7, "ink")));
    app.get(
        "/schema",
        (request, reply) -> {
          Serializer names =
              reply.compileSerializationSchema(
                  "{\"type\":\"object\",\"properties\":{\"item\":{\"type\":\"string\"}}}");
          return Map.of("compiled", names != null);
        });

    assertThat(app.inject().get("/yaml")).hasBody("id: 7");
    assertThat(app.inject().get("/schema")).bodyJson().isEqualTo(Map.of("compiled", true));
  }

  @Test
  void errors() {
    app.get(
        "/gone",
        (request, reply) -> {
          throw new HttpException(410, "The order was deleted", e -> e.code("ORDER_GONE"));
        });
    ErrorHandler problems =
        (error, request, reply) ->
            reply.type("application/problem+json").send(Map.of("title", "Not today"));
    app.register(
        (child, options) -> {
          child.setErrorHandler(problems);
          child.get("/own", (request, reply) -> CompletableFuture.failedStage(new Exception()));
        });
    app.get("/missing", (request, reply) -> reply.callNotFound());

    Inject inject = app.inject();
    assertThat(inject.get("/gone"))
        .hasStatus(410)
        .bodyJson()
        .isEqualTo(
            Map.of(
                "statusCode", 410,
                "code", "ORDER_GONE",
                "error", "Gone",
                "message", "The order was deleted"));
    assertThat(inject.get("/own")).bodyJson().isEqualTo(Map.of("title", "Not today"));
    assertThat(inject.get("/missing")).hasStatus(404);
  }

  @Test
  void hijacked() {
    app.get(
        "/raw",
        (request, reply) -> {
          RawReply raw = reply.hijack().raw();
          raw.writeHead(200, Map.of("content-type", "text/plain"));
          return raw.write("part ".getBytes(UTF_8))
              .thenCompose(written -> raw.end("by part".getBytes(UTF_8)))
              .thenApply(done -> reply);
        });

    assertThat(app.inject().get("/raw")).hasBody("part by part");
  }

  @Test
  void completion() {
    CompletableFuture<Double> sent = new CompletableFuture<>();
    app.get(
        "/measured",
        (request, reply) -> {
          reply.completion().whenComplete((done, broken) -> sent.complete(reply.elapsedTime()));
          return "measured";
        });

    assertThat(app.inject().get("/measured")).hasStatusOk();
    assertThat(Eventually.join(sent)).isPositive();
  }
}
