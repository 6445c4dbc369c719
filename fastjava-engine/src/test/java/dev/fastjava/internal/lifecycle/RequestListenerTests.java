package dev.fastjava.internal.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.Execution;
import dev.fastjava.Fastjava;
import dev.fastjava.Reply;
import dev.fastjava.Request;
import dev.fastjava.RequestListener;
import dev.fastjava.conformance.scenario.Modes;
import dev.fastjava.inject.InjectRequest;
import dev.fastjava.inject.InjectResponse;
import dev.fastjava.testing.Eventually;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The order of events is that of the reference's diagnostics channels. */
@SuppressWarnings("FutureReturnValueIgnored") // the framework looks after returned stages
class RequestListenerTests implements RequestListener {
  private final List<String> events = Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch over = new CountDownLatch(1);

  static Stream<Execution> modes() {
    return Modes.selected().stream();
  }

  @Override
  public void handlerStart(Request request, Reply reply) {
    events.add("start");
  }

  @Override
  public void handlerEnd(Request request, Reply reply) {
    events.add("end");
  }

  @Override
  public void handlerError(Request request, Reply reply, Throwable error) {
    events.add("error " + error.getMessage());
  }

  @Override
  public void asyncStart(Request request, Reply reply) {
    events.add("asyncStart");
  }

  @Override
  public void asyncEnd(Request request, Reply reply) {
    events.add("asyncEnd");
  }

  @Override
  public void responseEnd(Request request, Reply reply, @Nullable Throwable error) {
    events.add(error == null ? "response" : "no response");
    over.countDown();
  }

  private Fastjava app(Execution mode) {
    Fastjava app = Fastjava.create(o -> o.execution(mode));
    app.addRequestListener(this);
    app.onSend(
        (request, reply, payload) -> {
          events.add("onSend");
          return payload;
        });
    return app;
  }

  private List<String> eventsOf(Fastjava app, String url) throws InterruptedException {
    app.inject(url);
    Eventually.await(over);
    return List.copyOf(events);
  }

  @ParameterizedTest
  @MethodSource("modes")
  void plainHandlerEndsAfterItsReply(Execution mode) throws Exception {
    try (Fastjava app = app(mode)) {
      app.get("/", (request, reply) -> "x");
      assertThat(eventsOf(app, "/")).containsExactly("start", "onSend", "end", "response");
    }
  }

  @ParameterizedTest
  @MethodSource("modes")
  void errorComesBeforeItsReplyAndTheEndAfterIt(Execution mode) throws Exception {
    try (Fastjava app = app(mode)) {
      app.get(
          "/",
          (request, reply) -> {
            throw new IllegalStateException("x");
          });
      assertThat(eventsOf(app, "/"))
          .containsExactly("start", "error x", "onSend", "end", "response");
    }
  }

  @ParameterizedTest
  @MethodSource("modes")
  void failedPreHandlerHookIsAnErrorOfTheHandler(Execution mode) throws Exception {
    try (Fastjava app = app(mode)) {
      app.preHandler(
          (request, reply) -> {
            throw new IllegalStateException("x");
          });
      app.get("/", (request, reply) -> "never");
      assertThat(eventsOf(app, "/")).startsWith("start", "error x").contains("end", "onSend");
    }
  }

  @ParameterizedTest
  @MethodSource("modes")
  void stageEndsTheHandlerBeforeItCompletes(Execution mode) throws Exception {
    CompletableFuture<Object> stage = new CompletableFuture<>();
    try (Fastjava app = app(mode)) {
      app.get("/", (request, reply) -> stage);
      CompletableFuture<InjectResponse> response =
          app.inject().sendAsync(new InjectRequest().url("/"));
      Eventually.eventually("the handler has ended", () -> events.contains("end"));
      stage.complete("x");
      assertThat(Eventually.join(response).body()).isEqualTo("x");
      Eventually.await(over);
    }
    assertThat(events).startsWith("start", "end", "asyncStart", "onSend");
    assertThat(events.subList(4, 6)).containsExactlyInAnyOrder("asyncEnd", "response");
  }

  @ParameterizedTest
  @MethodSource("modes")
  void stageThatIsCompleteAlreadyCountsAsOneThatCompletesLater(Execution mode) throws Exception {
    try (Fastjava app = app(mode)) {
      app.get("/", (request, reply) -> CompletableFuture.completedFuture("x"));
      assertThat(eventsOf(app, "/"))
          .containsExactly("start", "end", "asyncStart", "onSend", "asyncEnd", "response");
    }
  }

  @ParameterizedTest
  @MethodSource("modes")
  void errorOfAStageComesBeforeAsyncStart(Execution mode) throws Exception {
    try (Fastjava app = app(mode)) {
      app.get(
          "/", (request, reply) -> CompletableFuture.failedFuture(new IllegalStateException("x")));
      assertThat(eventsOf(app, "/"))
          .containsExactly(
              "start", "end", "error x", "asyncStart", "onSend", "asyncEnd", "response");
    }
  }

  @ParameterizedTest
  @MethodSource("modes")
  void notFoundHandlersAreNotWatched(Execution mode) throws Exception {
    try (Fastjava app = app(mode)) {
      assertThat(eventsOf(app, "/nowhere")).containsExactly("onSend", "response");
    }
  }

  @ParameterizedTest
  @MethodSource("modes")
  void requestWhoseClientHasGoneIsOverWithoutAReply(Execution mode) throws Exception {
    CountDownLatch started = new CountDownLatch(1);
    try (Fastjava app = app(mode)) {
      app.get(
          "/",
          (request, reply) -> {
            started.countDown();
            return new CompletableFuture<>();
          });
      CompletableFuture<InjectResponse> response =
          app.inject().sendAsync(new InjectRequest().url("/"));
      Eventually.await(started);
      response.cancel(true);
      Eventually.await(over);
    }
    assertThat(events).containsExactly("start", "end", "no response");
  }

  @ParameterizedTest
  @MethodSource("modes")
  void failingListenerIsLoggedAndTouchesNothingElse(Execution mode) throws Exception {
    LogLines log = new LogLines();
    try (Fastjava app = Fastjava.create(o -> log.into(o, "info").execution(mode))) {
      app.addRequestListener(
          new RequestListener() {
            @Override
            public void handlerStart(Request request, Reply reply) {
              throw new IllegalStateException("listener");
            }
          });
      app.addRequestListener(this);
      app.get("/", (request, reply) -> "x");
      assertThat(app.inject("/").body()).isEqualTo("x");
      Eventually.await(over);
    }
    assertThat(events).containsExactly("start", "end", "response");
    assertThat(log.warnings()).containsExactly("A request listener failed");
  }

  @ParameterizedTest
  @MethodSource("modes")
  void theEndOfAThreadScopeThatFailsIsLoggedAndTouchesNothingElse(Execution mode) {
    LogLines log = new LogLines();
    List<Thread> threads = Collections.synchronizedList(new ArrayList<>());
    RequestListener outer =
        new RequestListener() {
          @Override
          public Runnable threadScope(Request request, Reply reply) {
            return () -> events.add("left");
          }
        };
    RequestListener failing =
        new RequestListener() {
          @Override
          public Runnable threadScope(Request request, Reply reply) {
            return () -> {
              throw new IllegalStateException("cannot leave");
            };
          }
        };
    try (Fastjava app =
        Fastjava.create(o -> log.into(o, "warn").execution(mode).workerThreads(1))
            .addRequestListener(outer)
            .addRequestListener(failing)) {
      app.get(
          "/",
          (request, reply) -> {
            threads.add(Thread.currentThread());
            return "served";
          });
      for (int i = 1; i <= 2; i++) {
        int requests = i;
        assertThat(Eventually.join(app.inject().sendAsync(new InjectRequest().url("/"))).body())
            .isEqualTo("served");
        Eventually.eventually("it is logged", () -> log.warnings().size() >= requests);
        Eventually.eventually("the other was left", () -> events.size() >= requests);
      }
    }
    assertThat(log.warnings()).containsOnly("A request listener failed");
    if (mode == Execution.WORKER) {
      assertThat(threads.get(0)).as("no thread is lost").isSameAs(threads.get(1));
    }
  }
}
