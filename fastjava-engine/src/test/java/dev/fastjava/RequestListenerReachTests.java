package dev.fastjava;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.conformance.scenario.Modes;
import dev.fastjava.inject.InjectRequest;
import dev.fastjava.testing.Eventually;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Listeners are told of errors of all steps and of the end of every request, also of one without
 * steps.
 */
@SuppressWarnings("FutureReturnValueIgnored") // stages are what these handlers return
class RequestListenerReachTests implements RequestListener {
  private final List<String> events = Collections.synchronizedList(new ArrayList<>());
  private final ThreadLocal<Boolean> scope = ThreadLocal.withInitial(() -> false);

  static Stream<Execution> modes() {
    return Modes.selected().stream();
  }

  @Override
  public Runnable threadScope(Request request, Reply reply) {
    scope.set(true);
    return scope::remove;
  }

  @Override
  public void unhandledError(Request request, Reply reply, Throwable error) {
    assertThat(scope.get()).isTrue();
    events.add(error.getMessage());
  }

  @Override
  public void responseEnd(Request request, Reply reply, @Nullable Throwable error) {
    assertThat(scope.get()).isTrue();
    events.add("end " + reply.statusCode());
  }

  private Fastjava app(Consumer<FastjavaOptions.Builder> options) {
    return Fastjava.create(options).addRequestListener(this);
  }

  private void eventsOf(Fastjava app, InjectRequest request, String... expected) {
    events.clear();
    Eventually.join(app.inject().sendAsync(request));
    Eventually.eventually("the end is told", () -> events.size() >= expected.length);
    assertThat(events).containsExactly(expected);
  }

  @ParameterizedTest
  @MethodSource("modes")
  void errorsOfAllStepsAreTold(Execution mode) {
    try (Fastjava app = app(o -> o.execution(mode))) {
      app.onRequest(
          (request, reply) -> {
            if (request.url().equals("/hook")) {
              throw new IllegalStateException("hook");
            }
          });
      app.preSerialization(
          (request, reply, payload) -> {
            if (request.url().equals("/payload")) {
              throw new IllegalStateException("payload");
            }
            return payload;
          });
      app.get("/hook", (request, reply) -> "never");
      app.get("/payload", (request, reply) -> Map.of("never", true));
      app.get("/sent", (request, reply) -> reply.send(new IllegalStateException("sent")));
      app.get(
          "/later",
          (request, reply) -> CompletableFuture.failedFuture(new IllegalStateException("later")));
      app.post("/body", (request, reply) -> "never");
      eventsOf(app, new InjectRequest().url("/hook"), "hook", "end 500");
      eventsOf(app, new InjectRequest().url("/payload"), "payload", "end 500");
      eventsOf(app, new InjectRequest().url("/sent"), "sent", "end 500");
      eventsOf(app, new InjectRequest().url("/later"), "later", "end 500");
      eventsOf(
          app,
          new InjectRequest()
              .method("POST")
              .url("/body")
              .header("content-type", "application/json")
              .payload("{"),
          "Body is not valid JSON but content-type is set to 'application/json'",
          "end 400");
    }
  }

  @Test
  void anErrorThatTheApplicationHandlesIsNotTold() {
    try (Fastjava app = app(o -> {})) {
      app.setErrorHandler(
          (error, request, reply) ->
              request.url().equals("/handled") ? reply.code(409).send("no") : reply.send(error));
      for (String url : List.of("/handled", "/passed-on")) {
        app.get(
            url,
            (request, reply) -> {
              throw new IllegalStateException(url);
            });
      }
      eventsOf(app, new InjectRequest().url("/handled"), "end 409");
      eventsOf(app, new InjectRequest().url("/passed-on"), "/passed-on", "end 500");
    }
  }

  @Test
  void anErrorThatAnErrorHandlerFailsWithIsTold() {
    try (Fastjava app = app(o -> {})) {
      app.setErrorHandler(
          (error, request, reply) -> {
            throw new IllegalStateException("second", error);
          });
      app.get(
          "/",
          (request, reply) -> {
            throw new IllegalStateException("first");
          });
      eventsOf(app, new InjectRequest().url("/"), "second", "end 500");
    }
  }

  @Test
  void aTimeLimitIsAnErrorOfTheRequest() {
    try (Fastjava app = app(o -> o.handlerTimeout(Duration.ofMillis(20)))) {
      app.get("/", (request, reply) -> new CompletableFuture<>());
      eventsOf(
          app,
          new InjectRequest().url("/"),
          "Request timed out after 20 ms on route '/'",
          "end 503");
    }
  }

  @Test
  void whatIsNoErrorIsNotTold() {
    try (Fastjava app = app(o -> {})) {
      app.get("/", (request, reply) -> "x");
      eventsOf(app, new InjectRequest().url("/"), "end 200");
      eventsOf(app, new InjectRequest().url("/nowhere"), "end 404");
    }
  }

  @ParameterizedTest
  @MethodSource("modes")
  void requestsWhoseUrlIsBadAreTold(Execution mode) {
    try (Fastjava app = app(o -> o.execution(mode).routerOptions(r -> r.maxParamLength(3)))) {
      app.get("/:name", (request, reply) -> "x");
      app.onRequest((request, reply) -> events.add("no hook runs"));
      app.onResponse((request, reply) -> events.add("no hook runs"));
      eventsOf(
          app, new InjectRequest().url("/%zz"), "'/%zz' is not a valid url component", "end 400");
      eventsOf(
          app,
          new InjectRequest().url("/abcd"),
          "'/abcd' is exceeding the max param length",
          "end 414");
    }
  }

  @Test
  void whoeverListensDoesNotChangeTheIdsOfLaterRequests() {
    try (Fastjava app = app(o -> {})) {
      app.get("/id", (request, reply) -> request.id());
      app.inject().get("/%zz");
      assertThat(app.inject().get("/id").body()).isEqualTo("req-1");
    }
  }

  @Test
  void frameworkErrorsWithAHandlerAreTold() {
    try (Fastjava app =
        app(o -> o.frameworkErrors((error, request, reply) -> reply.code(418).send("bad")))) {
      app.get("/:name", (request, reply) -> "x");
      eventsOf(
          app, new InjectRequest().url("/%zz"), "'/%zz' is not a valid url component", "end 418");
    }
  }

  @Test
  void aRewriterThatFailsIsTold() {
    try (Fastjava app =
        app(
            o ->
                o.rewriteUrl(
                    request -> {
                      throw new IllegalStateException("rewriter");
                    }))) {
      app.get("/", (request, reply) -> "x");
      eventsOf(app, new InjectRequest().url("/"), "rewriter", "end 500");
    }
  }

  @Test
  void requestsThatFindNoWorkerAreTold() throws Exception {
    CountDownLatch busy = new CountDownLatch(1);
    CountDownLatch leave = new CountDownLatch(1);
    try (Fastjava app = app(o -> o.execution(Execution.WORKER).workerThreads(1).workerQueue(0))) {
      app.onResponse((request, reply) -> events.add("hook " + request.url()));
      app.get(
          "/busy",
          (request, reply) -> {
            busy.countDown();
            Eventually.await(leave);
            return "x";
          });
      app.get("/:name", (request, reply) -> "x");
      CompletableFuture<?> first = app.inject().sendAsync(new InjectRequest().url("/busy"));
      Eventually.await(busy);
      // The worker has the first one; nobody may wait but the one that it takes next.
      CompletableFuture<?> second = app.inject().sendAsync(new InjectRequest().url("/second"));
      eventsOf(app, new InjectRequest().url("/third"), "end 503");
      leave.countDown();
      Eventually.join(first);
      Eventually.join(second);
    } finally {
      leave.countDown();
    }
  }

  @Test
  void theBytesOfTheBodyAreCounted() {
    List<Long> counted = Collections.synchronizedList(new ArrayList<>());
    try (Fastjava app =
        Fastjava.create()
            .addRequestListener(
                new RequestListener() {
                  @Override
                  public void responseEnd(Request request, Reply reply, @Nullable Throwable error) {
                    counted.add(reply.raw().bytesWritten());
                  }
                })) {
      app.get("/", (request, reply) -> "12345");
      app.get("/none", (request, reply) -> reply.code(204).send());
      app.inject("/");
      app.inject("/none");
      Eventually.join(app.inject().sendAsync(new InjectRequest().method("HEAD").url("/")));
      Eventually.eventually("all are told", () -> counted.size() == 3);
      assertThat(counted).containsExactlyInAnyOrder(5L, 0L, 0L);
    }
  }
}
