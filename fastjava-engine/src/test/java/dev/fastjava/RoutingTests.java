package dev.fastjava;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fastjava.http.Headers;
import dev.fastjava.spi.IncomingRequest;
import dev.fastjava.spi.OutgoingResponse;
import dev.fastjava.testing.Eventually;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.SubmissionPublisher;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requests that another server has received. */
class RoutingTests {
  private final Fastjava app = Fastjava.create();

  @TempDir Path folder;

  @AfterEach
  void close() {
    app.close();
  }

  /** What the other server is told, in order. */
  private static class Told implements OutgoingResponse {
    final List<String> calls = Collections.synchronizedList(new ArrayList<>());
    volatile Headers headers = Headers.none();
    volatile @Nullable Throwable cause;

    @Override
    public void informational(int status, Headers lines) {
      calls.add("informational " + status + " " + lines.asMap());
    }

    @Override
    public void head(int status, Headers lines) {
      headers = lines;
      calls.add("head " + status);
    }

    @Override
    public CompletionStage<?> write(ByteBuffer part) {
      calls.add("write " + StandardCharsets.UTF_8.decode(part));
      return OutgoingResponse.written();
    }

    @Override
    public void end(Headers trailers) {
      calls.add("end" + (trailers.isEmpty() ? "" : " " + trailers.asMap()));
    }

    @Override
    public void abort(Throwable reason) {
      cause = reason;
      calls.add("abort");
    }
  }

  private static Told route(Fastjava app, IncomingRequest request) throws Exception {
    Told told = new Told();
    app.routing(request, told).get(20, TimeUnit.SECONDS);
    return told;
  }

  @Test
  void aRequestOfAnotherServerGoesTheWayOfAllAndBootsTheServer() throws Exception {
    app.onRequest((request, reply) -> reply.header("x-hook", request.header("x-from")));
    app.post(
        "/orders/:id",
        (request, reply) ->
            reply
                .code(201)
                .send(
                    Map.of(
                        "id", request.param("id"),
                        "draft", request.query("draft"),
                        "body", request.body(),
                        "ip", request.ip(),
                        "port", request.raw().remotePort(),
                        "protocol", request.protocol(),
                        "version", request.raw().httpVersion())));
    Told told =
        route(
            app,
            IncomingRequest.of(
                "post",
                "/orders/7?draft=1",
                r ->
                    r.header("Content-Type", "application/json")
                        .header("X-From", "gateway")
                        .body("{\"sku\":\"A\"}".getBytes(StandardCharsets.UTF_8))
                        .remoteAddress("192.0.2.7")
                        .remotePort(4711)
                        .encrypted(true)
                        .httpVersion("2")));
    assertThat(told.calls).hasSize(3).startsWith("head 201").endsWith("end");
    assertThat(told.calls.get(1))
        .contains("\"id\":\"7\"", "\"draft\":\"1\"", "\"body\":{\"sku\":\"A\"}")
        .contains("\"ip\":\"192.0.2.7\"", "\"port\":4711", "\"protocol\":\"https\"")
        .contains("\"version\":\"2\"");
    assertThat(told.headers.get("x-hook")).isEqualTo("gateway");
    assertThat(app.addresses()).isEmpty();
  }

  @Test
  void whatBelongsToTheConnectionIsLeftToTheOtherServer() throws Exception {
    app.get("/", (request, reply) -> reply.send(new ByteArrayInputStream(new byte[] {'a', 'b'})));
    Told told = route(app, IncomingRequest.of("GET", "/"));
    assertThat(told.headers.names()).doesNotContain("date", "connection", "transfer-encoding");
    assertThat(told.calls).containsExactly("head 200", "write ab", "end");
  }

  @Test
  void headHasNoBody() throws Exception {
    app.get("/", (request, reply) -> "text");
    Told told = route(app, IncomingRequest.of("HEAD", "/"));
    assertThat(told.calls).containsExactly("head 200", "end");
    assertThat(told.headers.get("content-length")).isEqualTo("4");
  }

  @Test
  void filesEarlyHintsAndTrailersAreHandedOver() throws Exception {
    Path file = Files.writeString(folder.resolve("a.txt"), "of a file");
    app.get("/file", (request, reply) -> reply.send(file));
    app.get(
        "/trailer",
        (request, reply) -> reply.trailer("etag", (r, payload) -> "abc").send("with a trailer"));
    app.get(
        "/hints",
        (request, reply) -> {
          reply.writeEarlyHints(Map.of("link", "</a.css>"));
          return "x";
        });
    assertThat(route(app, IncomingRequest.of("GET", "/file")).calls)
        .containsExactly("head 200", "write of a file", "end");
    assertThat(route(app, IncomingRequest.of("GET", "/trailer")).calls)
        .containsExactly("head 200", "write with a trailer", "end {etag=abc}");
    assertThat(route(app, IncomingRequest.of("GET", "/hints")).calls)
        .containsExactly("informational 103 {link=</a.css>}", "head 200", "write x", "end");
  }

  @Test
  void bodiesAreStreamsToo() throws Exception {
    app.addContentTypeParser(
        "text/lines", BodyParser.bytes((request, bytes) -> "read " + bytes.length));
    app.post("/", (request, reply) -> String.valueOf(request.body()));
    Told stream =
        route(
            app,
            IncomingRequest.of(
                "POST",
                "/",
                r ->
                    r.header("content-type", "text/lines")
                        .body(new ByteArrayInputStream(new byte[5]))));
    assertThat(stream.calls).contains("write read 5");
    Told told = new Told();
    CompletableFuture<Void> over;
    try (SubmissionPublisher<ByteBuffer> publisher = new SubmissionPublisher<>()) {
      over =
          app.routing(
              IncomingRequest.of(
                  "POST", "/", r -> r.header("content-type", "text/lines").body(publisher)),
              told);
      Eventually.eventually("read", publisher::hasSubscribers);
      publisher.submit(ByteBuffer.wrap(new byte[3]));
      publisher.submit(ByteBuffer.wrap(new byte[4]));
    }
    over.get(20, TimeUnit.SECONDS);
    assertThat(told.calls).contains("write read 7");
  }

  @Test
  void rewriteUrlComesBeforeTheRouter() throws Exception {
    try (Fastjava rewriting =
        Fastjava.create(o -> o.rewriteUrl(raw -> raw.url().replace("/v1/", "/")))) {
      rewriting.get("/things", (request, reply) -> request.url() + " was " + request.originalUrl());
      assertThat(route(rewriting, IncomingRequest.of("GET", "/v1/things")).calls)
          .contains("write /things was /v1/things");
    }
  }

  @Test
  void aRewrittenUrlThatIsNoneBreaksTheResponseOff() {
    try (Fastjava rewriting = Fastjava.create(o -> o.rewriteUrl(raw -> null))) {
      Told told = new Told();
      CompletableFuture<Void> over = rewriting.routing(IncomingRequest.of("GET", "/"), told);
      assertThatThrownBy(() -> over.get(20, TimeUnit.SECONDS))
          .isInstanceOf(ExecutionException.class);
      assertThat(told.calls).containsExactly("abort");
      assertThat(told.cause).hasMessageContaining("Rewrite url for \"/\"");
    }
  }

  @Test
  void theNextPartWaitsForTheStageOfTheOneBefore() throws Exception {
    CompletableFuture<Void> taken = new CompletableFuture<>();
    app.get("/", (request, reply) -> "text");
    Told told =
        new Told() {
          @Override
          public CompletionStage<?> write(ByteBuffer part) {
            super.write(part);
            return taken;
          }
        };
    CompletableFuture<Void> over = app.routing(IncomingRequest.of("GET", "/"), told);
    Eventually.eventually("told", () -> told.calls.contains("write text"));
    assertThat(told.calls).doesNotContain("end");
    assertThat(over).isNotDone();
    taken.complete(null);
    over.get(20, TimeUnit.SECONDS);
    assertThat(told.calls).endsWith("end");
  }

  @Test
  void cancellingIsAClientThatGoesAway() {
    CompletableFuture<String> aborted = new CompletableFuture<>();
    CompletableFuture<Void> handled = new CompletableFuture<>();
    app.onRequestAbort(request -> aborted.complete(request.url()));
    app.get(
        "/",
        (request, reply) -> {
          handled.complete(null);
          return reply;
        });
    CompletableFuture<Void> over = app.routing(IncomingRequest.of("GET", "/?a"), new Told());
    // That the application is ready does not tell that the request has been taken already.
    Eventually.join(handled);
    over.cancel(true);
    assertThat(Eventually.join(aborted)).isEqualTo("/?a");
  }

  @Test
  void cancellingBeforeTheApplicationIsReadyRunsNothing() {
    AtomicInteger ran = new AtomicInteger();
    CompletableFuture<Void> started = new CompletableFuture<>();
    app.onReadyAsync(() -> started);
    app.onRequest((request, reply) -> ran.incrementAndGet());
    app.get("/", (request, reply) -> ran.incrementAndGet());
    CompletableFuture<Void> over = app.routing(IncomingRequest.of("GET", "/"), new Told());
    over.cancel(true);
    started.complete(null);
    assertThat(app.inject().get("/other").statusCode()).isEqualTo(404);
    assertThat(ran).hasValue(1);
  }

  @Test
  void aServerThatCannotWriteIsAClientThatHasGone() {
    CompletableFuture<String> finished = new CompletableFuture<>();
    app.onRequestAbort(request -> finished.complete(request.url()));
    app.get("/", (request, reply) -> "text");
    Told told =
        new Told() {
          @Override
          public CompletionStage<?> write(ByteBuffer part) {
            throw new IllegalStateException("reset");
          }
        };
    CompletableFuture<Void> over = app.routing(IncomingRequest.of("GET", "/"), told);
    assertThatThrownBy(() -> over.get(20, TimeUnit.SECONDS)).isInstanceOf(ExecutionException.class);
    assertThat(told.calls).endsWith("abort");
  }

  @Test
  void thatALaterWriteFailedIsToldToo() {
    CompletableFuture<Void> taken = new CompletableFuture<>();
    app.get("/", (request, reply) -> "text");
    Told told =
        new Told() {
          @Override
          public CompletionStage<?> write(ByteBuffer part) {
            super.write(part);
            return taken;
          }
        };
    CompletableFuture<Void> over = app.routing(IncomingRequest.of("GET", "/"), told);
    Eventually.eventually("told", () -> told.calls.contains("write text"));
    taken.completeExceptionally(new IllegalStateException("reset"));
    assertThatThrownBy(() -> over.get(20, TimeUnit.SECONDS)).isInstanceOf(ExecutionException.class);
    assertThat(told.calls).endsWith("abort").doesNotContain("end");
  }

  @Test
  void itsEventLoopMayBeThatOfTheOtherServer() throws Exception {
    ExecutorService loop =
        Executors.newSingleThreadExecutor(task -> new Thread(task, "their-loop"));
    try {
      app.get(
          "/",
          r ->
              r.execution(Execution.EVENT_LOOP)
                  .handler((request, reply) -> Thread.currentThread().getName()));
      Told told = route(app, IncomingRequest.of("GET", "/", r -> r.eventLoop(loop)));
      assertThat(told.calls).contains("write their-loop");
    } finally {
      loop.shutdown();
    }
  }

  @Test
  void aServerThatIsClosedAnswers503() throws Exception {
    app.get("/", (request, reply) -> "text");
    Eventually.join(app.ready());
    app.close();
    assertThat(route(app, IncomingRequest.of("GET", "/")).calls).startsWith("head 503");
  }

  @Test
  void aBootThatFailsIsToldToBoth() {
    app.register(
        (instance, options) -> {
          throw new IllegalStateException("no database");
        });
    Told told = new Told();
    CompletableFuture<Void> over = app.routing(IncomingRequest.of("GET", "/"), told);
    assertThatThrownBy(() -> over.get(20, TimeUnit.SECONDS)).hasRootCauseMessage("no database");
    Eventually.eventually("told", () -> told.calls.contains("abort"));
    assertThat(told.cause).hasMessageContaining("no database");
  }
}
