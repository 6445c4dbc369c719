package dev.fastjava.internal.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.BodyParser;
import dev.fastjava.Done;
import dev.fastjava.Execution;
import dev.fastjava.Fastjava;
import dev.fastjava.Reply;
import dev.fastjava.Request;
import dev.fastjava.RequestListener;
import dev.fastjava.conformance.scenario.Modes;
import dev.fastjava.inject.InjectRequest;
import dev.fastjava.inject.InjectResponse;
import dev.fastjava.testing.Eventually;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a step does that misuses its {@code done}, for each kind of step, in each mode. */
class StepCompletionTests {
  /** A step under test. It must pass on the payload as it is. */
  private interface Step {
    void run(Done done) throws Exception;
  }

  /** How a step of each kind is added, in the order of the lifecycle. */
  private static final Map<String, BiConsumer<Fastjava, Step>> KINDS = new LinkedHashMap<>();

  static {
    KINDS.put("onRequest", (app, s) -> app.onRequest((q, p, done) -> s.run(done)));
    KINDS.put("preParsing", (app, s) -> app.preParsing((q, p, body, done) -> s.run(done)));
    KINDS.put("preValidation", (app, s) -> app.preValidation((q, p, done) -> s.run(done)));
    KINDS.put("preHandler", (app, s) -> app.preHandler((q, p, done) -> s.run(done)));
    KINDS.put(
        "preSerialization", (app, s) -> app.preSerialization((q, p, load, done) -> s.run(done)));
    KINDS.put("onSend", (app, s) -> app.onSend((q, p, payload, done) -> s.run(done)));
    KINDS.put("onError", (app, s) -> app.onError((q, p, error, done) -> s.run(done)));
    KINDS.put("onResponse", (app, s) -> app.onResponse((q, p, done) -> s.run(done)));
    KINDS.put(
        "content-type parser",
        (app, s) ->
            app.addContentTypeParser(
                "text/plain", BodyParser.bytes((request, bytes, done) -> s.run(done))));
  }

  private final LogLines log = new LogLines();
  private final List<String> trace = Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch responded = new CountDownLatch(1);

  static Stream<Arguments> kindsInAllModes() {
    return Modes.selected().stream()
        .flatMap(mode -> KINDS.keySet().stream().map(kind -> Arguments.of(kind, mode)));
  }

  static Stream<Arguments> kindsBeforeTheReplyInAllModes() {
    return kindsInAllModes().filter(each -> !each.get()[0].equals("onResponse"));
  }

  /** The step runs first of its kind; behind it, each kind notes that it has run. */
  private Fastjava app(Execution mode, String kind, Step step) {
    Fastjava app =
        Fastjava.create(
            o -> log.into(o, "info").execution(mode).unansweredWarning(Duration.ofMillis(40)));
    if (kind.equals("content-type parser")) {
      app.removeAllContentTypeParsers();
    }
    KINDS.get(kind).accept(app, step);
    KINDS.forEach(
        (name, add) -> {
          if (!name.equals("content-type parser")) {
            add.accept(
                app,
                done -> {
                  trace.add(name);
                  done.done();
                });
          }
        });
    app.addRequestListener(
        new RequestListener() {
          @Override
          public void responseEnd(Request request, Reply reply, @Nullable Throwable error) {
            responded.countDown();
          }
        });
    app.post(
        "/",
        (request, reply) -> {
          trace.add("handler");
          if (kind.equals("onError")) {
            throw new IllegalStateException("wanted");
          }
          return Map.of("ok", true);
        });
    return app;
  }

  private InjectResponse post(Fastjava app) throws InterruptedException {
    InjectResponse response = app.inject().send(post());
    Eventually.await(responded);
    return response;
  }

  private static InjectRequest post() {
    return new InjectRequest()
        .url("/")
        .method("POST")
        .header("content-type", "text/plain")
        .payload("x");
  }

  private static List<String> expected(String kind) {
    List<String> all = new ArrayList<>(List.of("onRequest", "preParsing", "preValidation"));
    all.addAll(List.of("preHandler", "handler"));
    all.addAll(
        kind.equals("onError")
            ? List.of("onError", "onSend")
            : List.of("preSerialization", "onSend"));
    all.add("onResponse");
    return all;
  }

  @ParameterizedTest
  @MethodSource("kindsInAllModes")
  void secondDoneIsLoggedAndRunsNothingTwice(String kind, Execution mode) throws Exception {
    try (Fastjava app =
        app(
            mode,
            kind,
            done -> {
              done.done();
              done.done();
            })) {
      assertThat(post(app).statusCode()).isEqualTo(kind.equals("onError") ? 500 : 200);
    }
    assertThat(trace).isEqualTo(expected(kind));
    assertThat(log.warnings())
        .contains("A " + kind + " of the request was completed more than once");
  }

  @ParameterizedTest
  @MethodSource("kindsInAllModes")
  void doneOfTwoThreadsCountsOnce(String kind, Execution mode) throws Exception {
    List<Thread> threads = Collections.synchronizedList(new ArrayList<>());
    try (Fastjava app =
        app(
            mode,
            kind,
            done -> {
              for (int i = 0; i < 2; i++) {
                Thread thread = new Thread(done::done);
                threads.add(thread);
                thread.start();
              }
            })) {
      assertThat(post(app).statusCode()).isEqualTo(kind.equals("onError") ? 500 : 200);
      for (Thread thread : threads) {
        Eventually.join(thread);
      }
    }
    assertThat(trace).isEqualTo(expected(kind));
    assertThat(log.warnings())
        .contains("A " + kind + " of the request was completed more than once");
  }

  @ParameterizedTest
  @MethodSource("kindsInAllModes")
  void throwAfterDoneIsLoggedAndTheCompletionCounts(String kind, Execution mode) throws Exception {
    try (Fastjava app =
        app(
            mode,
            kind,
            done -> {
              done.done();
              throw new IllegalStateException("too late");
            })) {
      assertThat(post(app).statusCode()).isEqualTo(kind.equals("onError") ? 500 : 200);
    }
    assertThat(trace).isEqualTo(expected(kind));
    assertThat(log.warnings())
        .contains("A " + kind + " of the request failed after it was completed");
  }

  @ParameterizedTest
  @MethodSource("kindsInAllModes")
  void doneAfterAThrowIsLoggedAndTheErrorCounts(String kind, Execution mode) throws Exception {
    List<Done> kept = Collections.synchronizedList(new ArrayList<>());
    try (Fastjava app =
        app(
            mode,
            kind,
            done -> {
              kept.add(done);
              throw new IllegalStateException("thrown");
            })) {
      int status = post(app).statusCode();
      assertThat(status).isEqualTo(kind.equals("onResponse") ? 200 : 500);
      List<String> before = List.copyOf(trace);
      kept.forEach(Done::done);
      assertThat(trace).isEqualTo(before);
    }
    assertThat(log.warnings())
        .contains("A " + kind + " of the request was completed more than once");
    assertThat(Collections.frequency(trace, "handler")).isLessThanOrEqualTo(1);
  }

  @ParameterizedTest
  @MethodSource("kindsBeforeTheReplyInAllModes")
  void missingDoneIsReportedWithTheRoute(String kind, Execution mode) throws Exception {
    CountDownLatch called = new CountDownLatch(1);
    try (Fastjava app = app(mode, kind, done -> called.countDown())) {
      CompletableFuture<InjectResponse> waits = app.inject().sendAsync(post());
      Eventually.await(called);
      String step = kind.equals("content-type parser") ? kind : kind + " hook";
      String text = "No reply to POST / (route /) after 40 ms: it waits for the done of a " + step;
      Eventually.eventually("the warning", log::warnings, each -> each.contains(text));
      assertThat(waits).isNotDone();
      assertThat(Collections.frequency(log.warnings(), text)).isEqualTo(1);
    }
  }
}
