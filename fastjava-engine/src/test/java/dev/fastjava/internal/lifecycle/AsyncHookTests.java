package dev.fastjava.internal.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fastjava.BodyParser;
import dev.fastjava.BodyStream;
import dev.fastjava.Execution;
import dev.fastjava.Fastjava;
import dev.fastjava.Hook;
import dev.fastjava.PayloadHook;
import dev.fastjava.RouteDefinition;
import dev.fastjava.error.FastjavaException;
import dev.fastjava.error.HttpException;
import dev.fastjava.inject.InjectRequest;
import dev.fastjava.inject.InjectResponse;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A stage that a hook returns, or gives to {@code done}, is never lost. */
@SuppressWarnings("FutureReturnValueIgnored") // the framework looks after returned stages
class AsyncHookTests {
  private final ConcurrentLinkedQueue<String> events = new ConcurrentLinkedQueue<>();

  private static <T extends @Nullable Object> CompletionStage<T> later(Supplier<T> value) {
    return CompletableFuture.supplyAsync(
        value, CompletableFuture.delayedExecutor(20, TimeUnit.MILLISECONDS));
  }

  private CompletionStage<?> note(String event) {
    return later(() -> events.add(event));
  }

  private static InputBody body(String text) {
    return new InputBody(text);
  }

  /** A body in place of the one that was received. */
  private static final class InputBody extends ByteArrayInputStream {
    InputBody(String text) {
      super(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Execution.class,
      names = {"BLOCKING", "WORKER", "EVENT_LOOP"})
  void everyRequestHookIsAwaitedBeforeTheNextStep(Execution mode) {
    try (Fastjava app = Fastjava.create(o -> o.execution(mode))) {
      app.onRequestAsync((request, reply) -> note("onRequest"));
      app.preParsingAsync(
          (request, reply, given) -> note("preParsing").thenApply(added -> body("\"r\"")));
      app.preValidationAsync((request, reply) -> note("preValidation"));
      app.preHandlerAsync((request, reply) -> note("preHandler"));
      app.preSerializationAsync(
          (request, reply, payload) -> note("preSerialization").thenApply(added -> List.of("x")));
      app.onErrorAsync((request, reply, error) -> note("onError"));
      app.onSendAsync(
          (request, reply, payload) -> note("onSend").thenApply(added -> payload + "!"));
      app.onResponseAsync((request, reply) -> note("onResponse"));
      app.post(
          "/",
          (request, reply) -> {
            events.add("handler " + request.body());
            return List.of();
          });
      app.post(
          "/error",
          (request, reply) -> {
            throw new HttpException(418, "no");
          });
      assertThat(
              app.inject()
                  .send(new InjectRequest().method("POST").url("/").payload(List.of(1)))
                  .body())
          .isEqualTo("[\"x\"]!");
      assertThat(
              app.inject()
                  .send(new InjectRequest().method("POST").url("/error").payload(List.of(1)))
                  .statusCode())
          .isEqualTo(418);
    }
    assertThat(events)
        .startsWith(
            "onRequest",
            "preParsing",
            "preValidation",
            "preHandler",
            "handler r",
            "preSerialization",
            "onSend")
        .contains("onError", "onResponse");
  }

  @Test
  void hookOfARouteIsAwaited() {
    try (Fastjava app = Fastjava.create()) {
      app.get(
          "/",
          r -> r.preHandlerAsync((request, reply) -> note("first")),
          (request, reply) -> List.copyOf(events));
      assertThat(app.inject().get("/").body()).isEqualTo("[\"first\"]");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"later", "now", "thrown", "nested"})
  void errorOfAStageFailsTheHookUnwrapped(String how) {
    HttpException refused = new HttpException(401, "who are you?");
    Hook.Async hook =
        (request, reply) ->
            switch (how) {
              case "thrown" -> throw refused;
              case "now" -> CompletableFuture.failedFuture(refused);
              case "nested" ->
                  CompletableFuture.completedFuture(CompletableFuture.failedFuture(refused));
              default ->
                  later(() -> 1)
                      .thenApply(
                          one -> {
                            throw refused;
                          });
            };
    try (Fastjava app = Fastjava.create()) {
      app.preHandlerAsync(hook);
      app.get("/", (request, reply) -> "secret");
      InjectResponse response = app.inject().get("/");
      assertThat(response.statusCode()).isEqualTo(401);
      assertThat(response.body()).contains("who are you?");
    }
  }

  @Test
  @SuppressWarnings("NullAway") // on purpose
  void nullInPlaceOfAStageFailsTheRequest() {
    try (Fastjava app = Fastjava.create()) {
      app.onRequestAsync((request, reply) -> null);
      app.get("/", (request, reply) -> "x");
      InjectResponse response = app.inject().get("/");
      assertThat(response.statusCode()).isEqualTo(500);
      assertThat(response.body()).contains("A onRequest hook returned null for a stage");
    }
  }

  @Test
  void replyWithinTheStageSkipsTheHandler() {
    try (Fastjava app = Fastjava.create()) {
      app.onRequestAsync((request, reply) -> later(() -> reply.code(202).send("early")));
      app.get("/", (request, reply) -> events.add("handler"));
      assertThat(app.inject().get("/").body()).isEqualTo("early");
    }
    assertThat(events).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = Execution.class,
      names = {"BLOCKING", "WORKER", "EVENT_LOOP"})
  void stagesThatPlainPayloadAndParsingHooksReturnAreAwaited(Execution mode) {
    try (Fastjava app = Fastjava.create(o -> o.execution(mode))) {
      app.preParsing((request, reply, given) -> later(() -> body("[1]")));
      app.preSerialization((request, reply, payload) -> later(() -> List.of(payload, 2)));
      app.onSend((request, reply, payload) -> later(() -> payload + " sent"));
      app.post("/", (request, reply) -> request.body());
      assertThat(
              app.inject()
                  .send(new InjectRequest().method("POST").url("/").payload(List.of(9)))
                  .body())
          .isEqualTo("[[1],2] sent");
    }
  }

  @Test
  void stageGivenToDoneIsAwaited() {
    try (Fastjava app = Fastjava.create()) {
      app.addContentTypeParser(
          "text/later",
          BodyParser.text((request, text, done) -> done.done(later(() -> "parsed " + text))));
      app.preHandler(
          (request, reply, done) ->
              CompletableFuture.completedFuture(note("awaited")).whenComplete(done));
      app.onSend((request, reply, payload, done) -> done.done(later(() -> payload + "!")));
      app.post("/", (request, reply) -> request.body() + " " + events);
      assertThat(
              app.inject()
                  .send(
                      new InjectRequest()
                          .method("POST")
                          .url("/")
                          .header("content-type", "text/later")
                          .payload("x"))
                  .body())
          .isEqualTo("parsed x [awaited]!");
    }
  }

  @Test
  void whenCompleteWithDoneLeavesThePayloadAlone() {
    PayloadHook.Callback audited =
        (request, reply, payload, done) -> later(() -> "receipt").whenComplete(done);
    PayloadHook.Callback atOnce =
        (request, reply, payload, done) ->
            CompletableFuture.completedFuture("receipt").whenComplete(done);
    try (Fastjava app = Fastjava.create()) {
      app.preParsing((request, reply, given, done) -> later(() -> body("1")).whenComplete(done));
      app.preSerialization(audited);
      app.preSerialization(atOnce);
      app.onSend(audited);
      app.onSend(atOnce);
      app.onSend((request, reply, payload, done) -> done.done(payload + " and more"));
      app.post("/", (request, reply) -> request.body());
      assertThat(
              app.inject()
                  .send(new InjectRequest().method("POST").url("/").payload(List.of(7)))
                  .body())
          .isEqualTo("[7] and more");
    }
  }

  @Test
  void hooksOfTheApplicationAreAwaited() throws Exception {
    CountDownLatch listened = new CountDownLatch(1);
    try (Fastjava app = Fastjava.create()) {
      app.onReadyAsync(() -> note("onReady"));
      app.onReady(() -> events.add("after onReady"));
      app.onListenAsync(() -> note("onListen"));
      app.onListen(
          () -> {
            events.add("after onListen");
            listened.countDown();
          });
      app.preCloseAsync(() -> note("preClose"));
      app.onCloseAsync(instance -> note("onClose"));
      app.listen(o -> o.host("127.0.0.1")).get(30, TimeUnit.SECONDS);
      assertThat(listened.await(30, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(events)
        .containsExactly(
            "onReady", "after onReady", "onListen", "after onListen", "preClose", "onClose");
  }

  @Test
  void errorOfAStageOfOnReadyFailsTheBoot() {
    try (Fastjava app = Fastjava.create()) {
      app.onReadyAsync(
          () ->
              later(() -> 1)
                  .thenApply(
                      one -> {
                        throw new IllegalStateException("cold");
                      }));
      assertThatThrownBy(() -> app.ready().get(30, TimeUnit.SECONDS))
          .hasRootCauseInstanceOf(IllegalStateException.class)
          .hasRootCauseMessage("cold");
    }
  }

  @Test
  void routeRefusesWhatIsNoHookOfItsPhases() {
    Hook.Async hook = (request, reply) -> CompletableFuture.completedFuture(null);
    Hook plain = (request, reply) -> {};
    try (Fastjava app = Fastjava.create()) {
      assertThatThrownBy(() -> app.route(route("onSend", hook)))
          .isInstanceOf(FastjavaException.class)
          .hasMessageContaining("onSend");
      assertThatThrownBy(() -> app.route(route("onReady", plain)))
          .isInstanceOf(FastjavaException.class)
          .hasMessageContaining("onReady");
      app.route(route("preHandler", hook));
    }
  }

  private static RouteDefinition route(String phase, Object hook) {
    return RouteDefinition.get("/" + phase).addHook(phase, hook).handler((request, reply) -> "");
  }

  @Test
  void requestThatWaitsForAStageIsReportedWithItsHook() throws Exception {
    LogLines lines = new LogLines();
    CompletableFuture<@Nullable Void> never = new CompletableFuture<>();
    try (Fastjava app =
        Fastjava.create(o -> lines.into(o, "warn").unansweredWarning(Duration.ofMillis(40)))) {
      app.preHandlerAsync((request, reply) -> never);
      app.get("/", (request, reply) -> "x");
      CompletableFuture<InjectResponse> response =
          app.inject().sendAsync(new InjectRequest().method("GET").url("/"));
      assertThat(lines.awaitWarnings())
          .singleElement()
          .asString()
          .endsWith("it waits for the stage of a preHandler hook");
      never.complete(null);
      assertThat(response.get(30, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void bodyThatAHookLeavesAsItIsIsStillRead() {
    try (Fastjava app = Fastjava.create()) {
      app.preParsingAsync(
          (request, reply, given) ->
              CompletableFuture.<@Nullable BodyStream>completedFuture(given));
      app.post("/", (request, reply) -> request.body());
      assertThat(
              app.inject()
                  .send(new InjectRequest().method("POST").url("/").payload(List.of(7)))
                  .body())
          .isEqualTo("[7]");
    }
  }
}
