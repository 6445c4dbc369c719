package dev.fastjava.internal.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every order in which a reply, an abort, a time limit, a close, the end of the response (written
 * in spite of an abort, or broken by it) and the completions of hooks can come, between the
 * segments of a request and within its handler: whatever the order, the request ends once and
 * nothing is left of it.
 *
 * <p>A scheduler of its own runs the real lifecycle on a transport that does nothing by itself. At
 * each point it takes one of the events that may come there; then the whole is run again with the
 * next choice at the last point that has one left, until no point has.
 */
class InterleavingTests {
  /** The choices of one run, and how many there were at each point. */
  private static final class Schedule {
    private final List<Integer> choices = new ArrayList<>();
    private final List<Integer> widths = new ArrayList<>();
    private int at;

    int choose(int width) {
      if (at == choices.size()) {
        choices.add(0);
        widths.add(width);
      }
      assertThat(widths.get(at)).as("the same choices lead to the same point").isEqualTo(width);
      return choices.get(at++);
    }

    /** Goes to the next schedule; returns false when this was the last. */
    boolean next() {
      at = 0;
      for (int i = choices.size() - 1; i >= 0; i--) {
        if (choices.get(i) + 1 < widths.get(i)) {
          choices.set(i, choices.get(i) + 1);
          return true;
        }
        choices.remove(i);
        widths.remove(i);
      }
      return false;
    }
  }

  /** Runs what other threads do while a segment runs on this one; one at a time. */
  private final ExecutorService others = Executors.newSingleThreadExecutor();

  @AfterEach
  void stopThread() {
    others.shutdownNow();
  }

  /** One run under a schedule. */
  private final class Run {
    private final Schedule schedule;
    private final List<String> left =
        new ArrayList<>(List.of("reply", "abort", "timeout", "close"));
    private final List<String> trace = new ArrayList<>();
    private final CallInTest test;

    Run(Schedule schedule, List<String> hooks) {
      this.schedule = schedule;
      this.test =
          new CallInTest(
              hooks,
              (request, reply) -> {
                // What comes while the handler runs, until nothing more does.
                List<String> possible = outside();
                String event = "";
                while (!event.equals("none")) {
                  possible.add("none");
                  event = possible.get(schedule.choose(possible.size()));
                  if (!event.equals("none")) {
                    perform(event);
                  }
                  possible = outside();
                }
                return reply;
              });
    }

    private List<String> outside() {
      List<String> possible = new ArrayList<>(left);
      if (!test.exchange.isOpen()) {
        possible.remove("abort");
        possible.remove("close");
      }
      return possible;
    }

    private void perform(String event) throws Exception {
      trace.add(event);
      left.remove(event);
      Future<?> done =
          others.submit(
              () -> {
                switch (event) {
                  case "reply" -> test.call().reply.send("text");
                  case "abort" -> test.exchange.leave();
                  case "timeout" -> test.timeUp();
                  case "close" -> test.exchange.destroy(null);
                  case "written" -> test.exchange.written();
                  case "broken" -> test.exchange.broken();
                  default -> test.complete(event);
                }
              });
      boolean interrupted = false;
      while (true) {
        try {
          done.get();
          break;
        } catch (InterruptedException e) {
          // The time of the segment that runs here is up.
          interrupted = true;
        }
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }

    void all() throws Exception {
      CompletionStage<Void> asked = test.end().completion();
      test.start();
      while (true) {
        List<String> possible = new ArrayList<>();
        if (test.exchange.hasTasks()) {
          possible.add("task");
        }
        possible.addAll(outside());
        if (test.exchange.isWriting()) {
          possible.add("written");
          if (test.exchange.aborted()) {
            possible.add("broken");
          }
        }
        for (String phase : List.of("onSend", "onResponse", "onRequestAbort")) {
          if (test.waitsFor(phase)) {
            possible.add(phase);
          }
        }
        if (possible.isEmpty()) {
          break;
        }
        String event = possible.get(schedule.choose(possible.size()));
        if (event.equals("task")) {
          trace.add(event);
          test.exchange.runOne();
        } else {
          perform(event);
        }
      }
      assertThat(asked.toCompletableFuture().isDone()).as("%s: asked before", trace).isTrue();
      check();
    }

    private void check() {
      ResponseEnd end = test.end();
      assertThat(end.stage()).as("%s: stage", trace).isEqualTo(ResponseEnd.Stage.OVER);
      assertThat(test.count("over")).as("%s: ends", trace).isOne();
      assertThat(end.reply()).as("%s: reply", trace).isEqualTo(ResponseEnd.ReplyState.SENT);
      assertThat(test.exchange.responses()).as("%s: responses", trace).isOne();
      assertThat(test.count("onResponse")).as("%s: onResponse", trace).isLessThanOrEqualTo(1);
      assertThat(test.count("onRequestAbort"))
          .as("%s: onRequestAbort", trace)
          .isLessThanOrEqualTo(1);
      assertThat(end.completion().toCompletableFuture().isDone())
          .as("%s: completion", trace)
          .isTrue();
      assertThat(Thread.interrupted()).as("%s: interrupt", trace).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "onResponse", "onRequestAbort", "onResponse onRequestAbort", "onSend"})
  void requestEndsOnceInWhateverOrderThingsHappen(String hooks) throws Exception {
    Schedule schedule = new Schedule();
    int runs = 0;
    do {
      new Run(schedule, List.of(hooks.split(" "))).all();
      runs++;
    } while (schedule.next());
    assertThat(runs).as("orders").isGreaterThan(200);
  }
}
