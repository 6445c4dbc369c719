package dev.fastjava;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.error.HttpErrors;
import dev.fastjava.error.HttpException;
import dev.fastjava.inject.InjectResponse;
import dev.fastjava.internal.netty.RawClient;
import dev.fastjava.logging.Logger;
import dev.fastjava.schema.Schemas;
import dev.fastjava.testing.Eventually;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who decides about the lines that the framework logs about requests. */
class LogControllerTests {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  private Fastjava app(LogController controller, Consumer<FastjavaOptions.Builder> more) {
    Fastjava app =
        Fastjava.create(
            o -> {
              o.loggerOptions(l -> l.stream(bytes).synchronous(true).base(Map.of()));
              o.logController(controller);
              more.accept(o);
            });
    app.get("/", (request, reply) -> "up");
    app.get(
        "/failing",
        (request, reply) -> {
          throw HttpErrors.serviceUnavailable("not now");
        });
    return app;
  }

  private String lines() {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  /** Notes what it is asked, and leaves the lines as they are or drops them. */
  private static final class Noting implements LogController {
    final List<String> asked = new CopyOnWriteArrayList<>();
    private final boolean writing;

    Noting(boolean writing) {
      this.writing = writing;
    }

    private void ask(String what, Runnable line) {
      asked.add(what);
      if (writing) {
        line.run();
      }
    }

    @Override
    public void incomingRequest(Request request, Reply reply, Runnable line) {
      ask("incoming " + request.url(), line);
    }

    @Override
    public void requestCompleted(
        @Nullable Throwable error, Request request, Reply reply, Runnable line) {
      ask("completed " + reply.statusCode(), line);
    }

    @Override
    public void defaultErrorLog(Throwable error, Request request, Reply reply, Runnable line) {
      ask("error " + error.getMessage(), line);
    }

    @Override
    public void routeNotFound(Request request, Reply reply, Runnable line) {
      ask("not found " + request.url(), line);
    }

    @Override
    public void serializerError(Throwable error, Request request, Reply reply, Runnable line) {
      ask("serializer " + reply.statusCode(), line);
    }

    @Override
    public void streamError(
        @Nullable Throwable error, Request request, Reply reply, Runnable line) {
      ask("stream " + (error == null ? "gone" : error.getMessage()), line);
    }

    @Override
    public void writeHeadError(Throwable error, Request request, Reply reply, Runnable line) {
      ask("head " + request.url(), line);
    }

    @Override
    public void serviceUnavailable(Logger logger, Fastjava server, Runnable line) {
      ask("unavailable", line);
    }
  }

  private static void requests(Fastjava app) {
    assertThat(app.inject("/").statusCode()).isEqualTo(200);
    assertThat(app.inject("/failing").statusCode()).isEqualTo(503);
    assertThat(app.inject("/none").statusCode()).isEqualTo(404);
  }

  private static final String[] ALL = {
    "incoming /",
    "completed 200",
    "incoming /failing",
    "error not now",
    "completed 503",
    "incoming /none",
    "not found /none",
    "completed 404"
  };

  @Test
  void isAskedForEachLineAndMayLetItBeWritten() {
    Noting controller = new Noting(true);
    try (Fastjava app = app(controller, o -> {})) {
      requests(app);
      Eventually.eventuallyPasses(
          "the lines are decided about",
          () -> assertThat(controller.asked).containsExactlyInAnyOrder(ALL));
      assertThat(lines())
          .contains(
              "incoming request", "request completed", "not now", "Route GET:/none not found");
    }
  }

  @Test
  void whatItDoesNotLetBeWrittenIsNot() {
    Noting controller = new Noting(false);
    try (Fastjava app = app(controller, o -> {})) {
      requests(app);
      Eventually.eventuallyPasses(
          "the lines are decided about",
          () -> assertThat(controller.asked).containsExactlyInAnyOrder(ALL));
      assertThat(lines()).isEmpty();
    }
  }

  @Test
  void whatItDoesNotDecideAboutIsLoggedAsEver() {
    LogController quiet =
        new LogController() {
          @Override
          public void incomingRequest(Request request, Reply reply, Runnable line) {
            request.log().warn("%s arrives", request.url());
          }
        };
    try (Fastjava app = app(quiet, o -> {})) {
      assertThat(app.inject("/").statusCode()).isEqualTo(200);
      Eventually.eventuallyPasses(
          "the lines are decided about",
          () -> assertThat(lines()).contains("\"msg\":\"/ arrives\"", "request completed"));
      assertThat(lines()).doesNotContain("incoming request").contains("\"reqId\":\"req-1\"");
    }
  }

  @Test
  void requestsThatAreNotLoggedAreNoneOfItsBusiness() {
    Noting controller = new Noting(true);
    try (Fastjava app =
        app(controller, o -> o.disableRequestLogging(raw -> raw.url().equals("/")))) {
      requests(app);
      Eventually.eventuallyPasses(
          "the lines are decided about",
          () ->
              assertThat(controller.asked)
                  .contains("completed 404")
                  .contains("completed 503")
                  .doesNotContain("incoming /", "completed 200"));
    }
  }

  @Test
  void isAskedWithoutALoggerToo() {
    Noting controller = new Noting(true);
    try (Fastjava app = Fastjava.create(o -> o.logController(controller))) {
      app.get("/", (request, reply) -> "up");
      assertThat(app.inject("/").statusCode()).isEqualTo(200);
      Eventually.eventuallyPasses(
          "the lines are decided about",
          () -> assertThat(controller.asked).containsExactly("incoming /", "completed 200"));
    }
  }

  @Test
  void oneThatFailsIsLoggedAndTheRequestGoesOn() {
    LogController broken =
        new LogController() {
          @Override
          public void incomingRequest(Request request, Reply reply, Runnable line) {
            throw new IllegalStateException("broken controller");
          }
        };
    try (Fastjava app = app(broken, o -> {})) {
      assertThat(app.inject("/").body()).isEqualTo("up");
      assertThat(lines()).contains("logController failed", "broken controller");
    }
  }

  /** Publishes one part; what comes then is the test's affair. */
  private static Flow.Publisher<ByteBuffer> onePart(Consumer<Flow.Subscriber<?>> then) {
    return subscriber ->
        subscriber.onSubscribe(
            new Flow.Subscription() {
              private boolean begun;

              @Override
              public void request(long count) {
                if (!begun) {
                  begun = true;
                  subscriber.onNext(ByteBuffer.wrap(new byte[] {'a'}));
                  then.accept(subscriber);
                }
              }

              @Override
              public void cancel() {}
            });
  }

  private void assertDecides(
      Noting controller, Fastjava app, String asked, String line, boolean writing) {
    Eventually.eventuallyPasses(
        "the line is decided about", () -> assertThat(controller.asked).containsOnlyOnce(asked));
    if (writing) {
      // It is asked first, and the line comes then.
      Eventually.eventuallyPasses(
          "the line is written",
          () -> {
            app.log().flush();
            assertThat(lines()).contains(line);
          });
    } else {
      app.log().flush();
      assertThat(lines()).doesNotContain(line);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void decidesAboutAnErrorBehindTheHeadOfAResponse(boolean writing) throws Exception {
    Noting controller = new Noting(writing);
    try (Fastjava app = app(controller, o -> {})) {
      app.get(
          "/broken",
          (request, reply) -> onePart(to -> to.onError(new IllegalStateException("torn"))));
      Eventually.join(app.listen(o -> o.host("127.0.0.1")));
      try (RawClient client = new RawClient(app.addresses().get(0))) {
        client.get("/broken").readToEnd();
      }
      assertDecides(
          controller,
          app,
          "stream torn",
          "response terminated with an error with headers already sent",
          writing);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void decidesAboutAClientThatGoesAwayBeforeTheEnd(boolean writing) throws Exception {
    Noting controller = new Noting(writing);
    try (Fastjava app = app(controller, o -> {})) {
      app.get("/endless", (request, reply) -> onePart(to -> {}));
      app.get("/whole", (request, reply) -> "whole");
      Eventually.join(app.listen(o -> o.host("127.0.0.1")));
      try (RawClient client = new RawClient(app.addresses().get(0))) {
        client.get("/endless");
        assertThat(client.readSome()).isNotEmpty();
      }
      assertDecides(controller, app, "stream gone", "stream closed prematurely", writing);
      try (RawClient client = new RawClient(app.addresses().get(0))) {
        client.get("/whole");
        assertThat(client.readSome()).isNotEmpty();
      }
      Eventually.eventuallyPasses(
          "the whole one is logged",
          () ->
              assertThat(controller.asked)
                  .containsOnlyOnce("stream gone")
                  .contains("completed 200"));
      app.log().flush();
      assertThat(lines().contains("stream closed prematurely")).isEqualTo(writing);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void decidesAboutAnErrorWhoseHeadersCannotBeSent(boolean writing) {
    Noting controller = new Noting(writing);
    try (Fastjava app = app(controller, o -> {})) {
      app.get(
          "/headers",
          (request, reply) -> {
            throw new HttpException(409, "taken", e -> e.header("x-bad", "a\u0001b"));
          });
      InjectResponse response = app.inject("/headers");
      assertThat(response.headers().has("x-bad")).isFalse();
      assertDecides(controller, app, "head /headers", "Invalid character in header", writing);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void decidesAboutAnErrorThatItsSchemaCannotWrite(boolean writing) {
    Noting controller = new Noting(writing);
    try (Fastjava app = app(controller, o -> {})) {
      app.get(
          "/schema",
          r ->
              r.schema(
                  s ->
                      s.response(
                          409,
                          Schemas.object()
                              .prop("message", Schemas.string())
                              .prop("owner", Schemas.string())
                              .required("owner"))),
          (request, reply) -> {
            throw HttpErrors.conflict("taken");
          });
      InjectResponse response = app.inject("/schema");
      assertThat(response.statusCode()).isEqualTo(500);
      assertThat(response.body()).contains("FST_ERR_FAILED_ERROR_SERIALIZATION");
      assertDecides(
          controller,
          app,
          "serializer 409",
          "The serializer for the given status code failed",
          writing);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void decidesAboutARequestThatComesWhileTheServerCloses(boolean writing) throws Exception {
    Noting controller = new Noting(writing);
    CompletableFuture<Object> result = new CompletableFuture<>();
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch closing = new CountDownLatch(1);
    Fastjava app = app(controller, o -> o.disableRequestLogging(raw -> true));
    app.preClose(closing::countDown);
    app.get(
        "/slow",
        (request, reply) -> {
          started.countDown();
          return result.minimalCompletionStage();
        });
    Eventually.join(app.listen(o -> o.host("127.0.0.1")));
    try (RawClient client = new RawClient(app.addresses().get(0))) {
      client.send("GET /slow HTTP/1.1\r\nhost: a\r\n\r\nGET / HTTP/1.1\r\nhost: a\r\n\r\n");
      Eventually.await(started);
      CompletableFuture<Void> closed = app.closeAsync();
      Eventually.await(closing);
      result.complete("done");
      assertThat(client.readToEnd()).contains("done", "503");
      Eventually.join(closed);
    }
    assertThat(controller.asked).containsExactly("unavailable");
    assertThat(lines().contains("refusing to accept new requests as server is closing"))
        .isEqualTo(writing);
  }
}
