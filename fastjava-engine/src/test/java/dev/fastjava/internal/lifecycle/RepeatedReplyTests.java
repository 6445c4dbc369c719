package dev.fastjava.internal.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.Execution;
import dev.fastjava.Fastjava;
import dev.fastjava.Reply;
import dev.fastjava.Request;
import dev.fastjava.conformance.scenario.Modes;
import dev.fastjava.error.HttpException;
import dev.fastjava.inject.InjectResponse;
import dev.fastjava.testing.Eventually;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Replies that come twice, and replies of hooks that see another one. */
class RepeatedReplyTests {
  private final LogLines log = new LogLines();

  static Stream<Execution> modes() {
    return Modes.selected().stream();
  }

  private static @Nullable Object replyTwice(Request request, Reply reply) {
    firstPlace(reply);
    secondPlace(reply);
    return reply;
  }

  private static void firstPlace(Reply reply) {
    reply.send("one");
  }

  private static void secondPlace(Reply reply) {
    reply.send("two");
  }

  private String warningStack() {
    return log.from(40).get(0).get("err").get("stack").asString();
  }

  @ParameterizedTest
  @MethodSource("modes")
  void secondReplyIsLoggedWithItsPlaceAndTheFirstCounts(Execution mode) throws Exception {
    try (Fastjava app = Fastjava.create(o -> log.into(o, "info").execution(mode))) {
      app.get("/", RepeatedReplyTests::replyTwice);
      assertThat(app.inject("/").body()).isEqualTo("one");
      log.awaitWarnings();
    }
    assertThat(log.warnings())
        .containsExactly(
            "Reply was already sent, did you forget to \"return reply\" in \"/\" (GET)?");
    assertThat(warningStack()).contains("secondPlace").doesNotContain("firstPlace");
  }

  @ParameterizedTest
  @MethodSource("modes")
  void bothPlacesAreLoggedWhenDebugging(Execution mode) throws Exception {
    try (Fastjava app = Fastjava.create(o -> log.into(o, "debug").execution(mode))) {
      app.get("/", RepeatedReplyTests::replyTwice);
      assertThat(app.inject("/").body()).isEqualTo("one");
      log.awaitWarnings();
    }
    assertThat(warningStack())
        .contains("secondPlace")
        .contains("The first reply was sent here")
        .contains("firstPlace");
  }

  @Test
  void placeOfASecondReplyIsKnownWhenItComesFromAForeignThread() throws Exception {
    List<Thread> threads = Collections.synchronizedList(new ArrayList<>());
    try (Fastjava app = Fastjava.create(o -> log.into(o, "debug"))) {
      app.get(
          "/",
          (request, reply) -> {
            reply.send("one");
            Thread thread = new Thread(() -> secondPlace(reply));
            threads.add(thread);
            thread.start();
            Eventually.join(thread);
            return reply;
          });
      assertThat(app.inject("/").body()).isEqualTo("one");
      log.awaitWarnings();
    }
    assertThat(warningStack()).contains("secondPlace");
  }

  @ParameterizedTest
  @MethodSource("modes")
  void errorAfterTheReplyIsLoggedWithTheError(Execution mode) throws Exception {
    try (Fastjava app = Fastjava.create(o -> log.into(o, "info").execution(mode))) {
      app.get(
          "/",
          (request, reply) -> {
            reply.send("one");
            throw new IllegalStateException("after the reply");
          });
      assertThat(app.inject("/").body()).isEqualTo("one");
      log.awaitWarnings();
    }
    assertThat(warningStack()).contains("after the reply");
  }

  @ParameterizedTest
  @MethodSource("modes")
  void onSendHookMayReplyWithAnErrorInstead(Execution mode) {
    AtomicInteger runs = new AtomicInteger();
    List<String> after = Collections.synchronizedList(new ArrayList<>());
    try (Fastjava app = Fastjava.create(o -> o.execution(mode))) {
      app.onSend(
          (request, reply, payload) -> {
            if (runs.incrementAndGet() == 1) {
              reply.send(new HttpException(409, "not this"));
            }
            return payload;
          });
      app.onSend(
          (request, reply, payload) -> {
            after.add(String.valueOf(reply.statusCode()));
            return payload;
          });
      app.get("/", (request, reply) -> Map.of("ok", true));
      InjectResponse response = app.inject("/");
      assertThat(response.statusCode()).isEqualTo(409);
      assertThat(response.body()).contains("not this");
    }
    // The hook behind it has seen the second payload only.
    assertThat(after).containsExactly("409");
  }

  @ParameterizedTest
  @MethodSource("modes")
  void callbackHookMayReplyLaterInsteadOfCallingDone(Execution mode) {
    AtomicInteger runs = new AtomicInteger();
    try (Fastjava app = Fastjava.create(o -> o.execution(mode))) {
      app.preSerialization(
          (request, reply, payload, done) -> {
            if (runs.incrementAndGet() == 1) {
              new Thread(() -> reply.send(Map.of("from", "hook"))).start();
            } else {
              done.done();
            }
          });
      app.get("/", (request, reply) -> Map.of("from", "handler"));
      assertThat(app.inject("/").body()).isEqualTo("{\"from\":\"hook\"}");
    }
  }

  @ParameterizedTest
  @MethodSource("modes")
  void hookThatAlwaysRepliesEndsInAnError(Execution mode) {
    try (Fastjava app = Fastjava.create(o -> log.into(o, "info").execution(mode))) {
      app.onSend(
          (request, reply, payload) -> {
            reply.send("again");
            return payload;
          });
      app.get("/", (request, reply) -> "first");
      InjectResponse response = app.inject("/");
      assertThat(response.statusCode()).isEqualTo(500);
      assertThat(response.body()).contains("FST_ERR_REP_ALREADY_SENT");
    }
  }

  @Test
  void sendWithinOnErrorFromAForeignThreadIsLoggedAndTheErrorIsAnswered() throws Exception {
    List<Thread> threads = Collections.synchronizedList(new ArrayList<>());
    try (Fastjava app = Fastjava.create(o -> log.into(o, "info"))) {
      app.onError(
          (request, reply, error, done) -> {
            Thread thread =
                new Thread(
                    () -> {
                      reply.send("no");
                      List<String> unused = log.awaitWarnings();
                      done.done();
                    });
            threads.add(thread);
            thread.start();
          });
      app.get(
          "/",
          (request, reply) -> {
            throw new HttpException(418, "teapot");
          });
      assertThat(app.inject("/").statusCode()).isEqualTo(418);
    }
    assertThat(log.warnings()).contains("You cannot use `send` inside the `onError` hook");
  }
}
