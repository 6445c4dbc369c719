package dev.fastjava.internal.lifecycle;

import static dev.fastjava.internal.lifecycle.ResponseEnd.ReplyState.HIJACKED;
import static dev.fastjava.internal.lifecycle.ResponseEnd.ReplyState.OPEN;
import static dev.fastjava.internal.lifecycle.ResponseEnd.ReplyState.SENDING;
import static dev.fastjava.internal.lifecycle.ResponseEnd.ReplyState.SENT;
import static dev.fastjava.internal.lifecycle.ResponseEnd.Stage.ABORTED;
import static dev.fastjava.internal.lifecycle.ResponseEnd.Stage.ABORTING;
import static dev.fastjava.internal.lifecycle.ResponseEnd.Stage.ENDING;
import static dev.fastjava.internal.lifecycle.ResponseEnd.Stage.LIVE;
import static dev.fastjava.internal.lifecycle.ResponseEnd.Stage.OVER;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each line of the two tables of {@link ResponseEnd}. */
class ResponseEndTests {
  private static final List<String> ALL_HOOKS = List.of("onRequestAbort", "onResponse");

  /** A request whose handler has returned the reply and not sent it. */
  private static CallInTest waiting(List<String> hooks) {
    CallInTest test = new CallInTest(hooks, (request, reply) -> reply);
    test.start();
    return test;
  }

  private static void bring(ResponseEnd end, ResponseEnd.ReplyState state) {
    switch (state) {
      case OPEN -> end.reopened();
      case SENDING -> end.sending();
      case SENT -> end.sent();
      case HIJACKED -> end.hijacked();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "claim,     OPEN SENDING SENT HIJACKED, SENDING SENDING SENT HIJACKED",
    "sending,   OPEN SENDING SENT HIJACKED, SENDING SENDING SENDING SENDING",
    "reopened,  OPEN SENDING SENT HIJACKED, OPEN OPEN OPEN OPEN",
    "sent,      OPEN SENDING SENT HIJACKED, SENT SENT SENT SENT",
    "sentBelow, OPEN SENDING SENT HIJACKED, SENT SENT SENT HIJACKED",
    "hijacked,  OPEN SENDING SENT HIJACKED, HIJACKED HIJACKED HIJACKED HIJACKED"
  })
  void replyGoesFromStateToState(String event, String before, String after) {
    String[] from = before.split(" ");
    String[] to = after.split(" ");
    assertThat(from).hasSameSizeAs(to).hasSize(4);
    for (int i = 0; i < from.length; i++) {
      ResponseEnd end = waiting(List.of()).end();
      bring(end, ResponseEnd.ReplyState.valueOf(from[i]));
      switch (event) {
        case "claim" -> assertThat(end.claim()).isEqualTo(from[i].equals("OPEN"));
        case "sending" -> end.sending();
        case "reopened" -> end.reopened();
        case "sent" -> end.sent();
        case "sentBelow" -> end.sentBelow();
        default -> end.hijacked();
      }
      assertThat(end.reply()).as("%s of %s", event, from[i]).hasToString(to[i]);
    }
  }

  @Test
  void committedIsWhatIsNotOpen() {
    ResponseEnd end = waiting(List.of()).end();
    assertThat(end.reply()).isEqualTo(OPEN);
    assertThat(end.isCommitted()).isFalse();
    for (ResponseEnd.ReplyState state : List.of(SENDING, SENT, HIJACKED)) {
      bring(end, state);
      assertThat(end.isCommitted()).isTrue();
    }
  }

  @Test
  void abortOfALiveResponseRunsTheAbortHooks() {
    CallInTest test = waiting(ALL_HOOKS);
    assertThat(test.end().stage()).isEqualTo(LIVE);
    test.exchange.abort();
    test.exchange.runAll();
    assertThat(test.end().stage()).isEqualTo(ABORTING);
    assertThat(test.told).containsExactly("onRequestAbort");
  }

  @Test
  void abortHooksThatEndBeforeAnythingWasSentEndTheRequest() {
    CallInTest test = waiting(ALL_HOOKS);
    test.exchange.abort();
    test.exchange.runAll();
    test.complete("onRequestAbort");
    test.exchange.runAll();
    assertThat(test.end().stage()).isEqualTo(OVER);
    assertThat(test.told).containsExactly("onRequestAbort", "over");
  }

  /** A request whose response is being written while the abort hooks run. */
  private static CallInTest abortingAndSent() {
    CallInTest test = waiting(ALL_HOOKS);
    test.end().clientAborted();
    test.exchange.runAll();
    test.end().sent();
    assertThat(test.end().stage()).isEqualTo(ABORTING);
    return test;
  }

  @Test
  void abortHooksThatEndWhileSomethingIsSentLeaveTheEndToTheTransport() {
    CallInTest test = abortingAndSent();
    test.complete("onRequestAbort");
    test.exchange.runAll();
    assertThat(test.end().stage()).isEqualTo(ABORTED);
    assertThat(test.count("over")).isZero();
  }

  @Test
  void failureAfterTheAbortHooksEndsTheRequest() {
    CallInTest test = abortingAndSent();
    test.complete("onRequestAbort");
    test.end().responseFinished(new IOException("gone"));
    test.exchange.runAll();
    assertThat(test.end().stage()).isEqualTo(OVER);
    assertThat(test.told).containsExactly("onRequestAbort", "over");
  }

  @Test
  void failureDuringTheAbortHooksWaitsForThem() {
    CallInTest test = abortingAndSent();
    test.end().responseFinished(new IOException("gone"));
    test.exchange.runAll();
    assertThat(test.end().stage()).isEqualTo(ENDING);
    test.complete("onRequestAbort");
    test.exchange.runAll();
    assertThat(test.end().stage()).isEqualTo(OVER);
    assertThat(test.told).containsExactly("onRequestAbort", "over");
  }

  @Test
  void failureOfALiveResponseRunsTheAbortHooks() {
    CallInTest test = waiting(ALL_HOOKS);
    test.end().responseFinished(new IOException("gone"));
    test.exchange.runAll();
    assertThat(test.end().stage()).isEqualTo(ENDING);
    test.complete("onRequestAbort");
    test.exchange.runAll();
    assertThat(test.told).containsExactly("onRequestAbort", "over");
  }

  @Test
  void writtenResponseRunsTheResponseHooksAndThenIsOver() {
    CallInTest test = waiting(ALL_HOOKS);
    test.end().responseFinished(null);
    test.exchange.runAll();
    assertThat(test.end().stage()).isEqualTo(ENDING);
    assertThat(test.told).containsExactly("onResponse");
    test.complete("onResponse");
    test.exchange.runAll();
    assertThat(test.end().stage()).isEqualTo(OVER);
    assertThat(test.told).containsExactly("onResponse", "over");
  }

  @Test
  void writtenResponseRunsTheResponseHooksThoughAnAbortWasTold() {
    CallInTest test = abortingAndSent();
    test.end().responseFinished(null);
    test.exchange.runAll();
    assertThat(test.end().stage()).isEqualTo(ENDING);
    assertThat(test.told).containsExactly("onRequestAbort", "onResponse");
    test.complete("onResponse");
    test.complete("onRequestAbort");
    test.exchange.runAll();
    assertThat(test.told).containsExactly("onRequestAbort", "onResponse", "over");
  }

  @Test
  void writtenResponseRunsTheResponseHooksAfterThoseOfAnAbort() {
    CallInTest test = abortingAndSent();
    test.complete("onRequestAbort");
    test.end().responseFinished(null);
    test.exchange.runAll();
    test.complete("onResponse");
    test.exchange.runAll();
    assertThat(test.told).containsExactly("onRequestAbort", "onResponse", "over");
  }

  @Test
  void whatComesAfterTheEndChangesNothing() {
    CallInTest test = waiting(ALL_HOOKS);
    test.end().responseFinished(null);
    test.exchange.runAll();
    test.end().clientAborted();
    test.end().responseFinished(new IOException("gone"));
    test.exchange.runAll();
    assertThat(test.end().stage()).isEqualTo(ENDING);
    test.complete("onResponse");
    test.end().clientAborted();
    test.end().responseFinished(new IOException("gone"));
    test.exchange.runAll();
    assertThat(test.told).containsExactly("onResponse", "over");
  }

  @Test
  void completionIsTheEndOfTheResponseWhoeverAsksAndWhenever() {
    CallInTest test = waiting(List.of());
    CompletableFuture<Void> early = test.end().completion().toCompletableFuture();
    assertThat(early).isNotDone();
    test.end().responseFinished(new IOException("gone"));
    test.exchange.runAll();
    assertThat(early).isCompletedExceptionally();
    assertThat(test.end().completion().toCompletableFuture()).isCompletedExceptionally();
  }

  @Test
  void timeThatIsUpTakesTheReply() {
    CallInTest test = waiting(List.of());
    test.timeUp();
    test.exchange.runAll();
    assertThat(test.end().reply()).isEqualTo(SENT);
    assertThat(test.exchange.responses()).isOne();
    assertThat(test.call().reply.statusCode()).isEqualTo(500);
  }

  @Test
  void timeThatIsUpEndsTheHooksOfAReplyOnItsWay() {
    CallInTest test = new CallInTest(List.of("onSend"), (request, reply) -> "text");
    test.start();
    assertThat(test.end().reply()).isEqualTo(SENDING);
    test.timeUp();
    test.exchange.runAll();
    assertThat(test.told).containsExactly("onSend", "onSend");
    test.complete("onSend");
    test.exchange.runAll();
    assertThat(test.exchange.responses()).isOne();
    assertThat(test.call().reply.statusCode()).isEqualTo(500);
  }

  @Test
  void timeThatIsUpDoesNothingToAReplyThatTheApplicationHasTakenOver() {
    CallInTest test = waiting(List.of());
    test.end().hijacked();
    test.timeUp();
    test.exchange.runAll();
    assertThat(test.end().reply()).isEqualTo(HIJACKED);
    assertThat(test.exchange.responses()).isZero();
  }
}
