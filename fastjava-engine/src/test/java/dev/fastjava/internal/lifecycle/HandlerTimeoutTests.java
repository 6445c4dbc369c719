package dev.fastjava.internal.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.Execution;
import dev.fastjava.Fastjava;
import dev.fastjava.conformance.scenario.Modes;
import dev.fastjava.inject.InjectResponse;
import dev.fastjava.testing.Eventually;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** With a time limit, a request ends whatever the application does, or does not do. */
@SuppressWarnings("FutureReturnValueIgnored") // the framework looks after returned stages
class HandlerTimeoutTests {
  static Stream<Execution> modes() {
    return Modes.selected().stream();
  }

  private static void assertTimedOut(Fastjava app) {
    InjectResponse response = app.inject("/");
    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(response.body()).contains("FST_ERR_HANDLER_TIMEOUT");
  }

  @ParameterizedTest
  @MethodSource("modes")
  void stageThatNeverCompletes(Execution mode) {
    try (Fastjava app =
        Fastjava.create(o -> o.execution(mode).handlerTimeout(Duration.ofMillis(30)))) {
      app.get("/", (request, reply) -> new CompletableFuture<>());
      assertTimedOut(app);
    }
  }

  @ParameterizedTest
  @MethodSource("modes")
  void hookOfTheReplyThatNeverCompletes(Execution mode) {
    try (Fastjava app =
        Fastjava.create(o -> o.execution(mode).handlerTimeout(Duration.ofMillis(30)))) {
      app.onSend((request, reply, payload, done) -> {});
      app.get("/", (request, reply) -> "x");
      assertTimedOut(app);
    }
  }

  @ParameterizedTest
  @MethodSource("modes")
  void errorHandlerThatNeverCompletes(Execution mode) {
    try (Fastjava app =
        Fastjava.create(o -> o.execution(mode).handlerTimeout(Duration.ofMillis(30)))) {
      app.setErrorHandler((error, request, reply) -> new CompletableFuture<>());
      app.get("/", (request, reply) -> new CompletableFuture<>());
      assertTimedOut(app);
    }
  }

  @ParameterizedTest
  @MethodSource("modes")
  void payloadStageThatNeverCompletes(Execution mode) {
    try (Fastjava app =
        Fastjava.create(o -> o.execution(mode).handlerTimeout(Duration.ofMillis(30)))) {
      app.get("/", (request, reply) -> reply.send(new CompletableFuture<>()));
      assertTimedOut(app);
    }
  }

  @Test
  void blockedHandlerIsInterruptedAndItsLateReplyIsLost() throws Exception {
    LogLines log = new LogLines();
    CountDownLatch ended = new CountDownLatch(1);
    AtomicReference<@Nullable Throwable> reason = new AtomicReference<>();
    try (Fastjava app =
        Fastjava.create(
            o ->
                log.into(o, "info")
                    .execution(Execution.WORKER)
                    .handlerTimeout(Duration.ofMillis(30)))) {
      app.get(
          "/",
          (request, reply) -> {
            request.signal().onAbort(() -> reason.set(request.signal().reason()));
            try {
              Eventually.hangUntilInterrupted();
              return "never";
            } catch (InterruptedException e) {
              return "late";
            } finally {
              ended.countDown();
            }
          });
      assertTimedOut(app);
      Eventually.await(ended);
      String late = "Reply was already sent, did you forget to \"return reply\" in \"/\" (GET)?";
      Eventually.eventually("the warning", log::warnings, each -> each.contains(late));
    }
    assertThat(reason.get()).hasMessageContaining("Request timed out after 30 ms");
  }
}
