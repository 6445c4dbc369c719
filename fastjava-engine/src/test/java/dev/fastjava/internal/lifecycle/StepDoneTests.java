package dev.fastjava.internal.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("FutureReturnValueIgnored") // the framework looks after returned stages
class StepDoneTests {
  private static final int ROUNDS = 20_000;

  private final ExecutorService pool = Executors.newFixedThreadPool(2);
  private final AtomicInteger later = new AtomicInteger();
  private final AtomicInteger repeated = new AtomicInteger();

  @AfterEach
  void stopThreads() {
    pool.shutdownNow();
  }

  private StepDone step() {
    later.set(0);
    repeated.set(0);
    return new StepDone(true, done -> later.incrementAndGet(), error -> repeated.incrementAndGet());
  }

  @Test
  void completionWithinTheCallIsNotReportedLater() {
    StepDone done = step();
    done.done("value");
    assertThat(done.returned()).isTrue();
    assertThat(done.value()).isEqualTo("value");
    assertThat(later).hasValue(0);
  }

  @Test
  void completionAfterTheCallIsReportedOnce() {
    StepDone done = step();
    assertThat(done.returned()).isFalse();
    done.done();
    done.done();
    assertThat(later).hasValue(1);
    assertThat(repeated).hasValue(1);
  }

  @Test
  void throwAfterACompletionLeavesTheCompletion() {
    StepDone done = step();
    done.done("value");
    assertThat(done.threw()).isFalse();
    assertThat(done.returned()).isTrue();
  }

  @Test
  void completionAfterAThrowIsARepeatedOne() {
    StepDone done = step();
    assertThat(done.threw()).isTrue();
    done.done();
    assertThat(later).hasValue(0);
    assertThat(repeated).hasValue(1);
  }

  @Test
  void errorsOfStagesAreUnwrapped() {
    StepDone done = step();
    IllegalStateException inner = new IllegalStateException();
    done.accept(null, new CompletionException(new CompletionException(inner)));
    assertThat(done.error()).isSameAs(inner);
  }

  @Test
  void oneOfTwoThreadsCompletesTheStepWhileTheCallReturns() throws Exception {
    for (int i = 0; i < ROUNDS; i++) {
      StepDone done = step();
      List<Object> inCall = new ArrayList<>();
      race(
          () -> done.done("a"),
          () -> done.done("b"),
          () -> {
            if (done.returned()) {
              inCall.add(String.valueOf(done.value()));
            }
          });
      assertThat(inCall.size() + later.get()).as("completions in round %d", i).isEqualTo(1);
      assertThat(repeated).as("repeated in round %d", i).hasValue(1);
      assertThat(done.value()).isIn("a", "b");
    }
  }

  @Test
  void completionRacesWithAThrowToOneOutcome() throws Exception {
    for (int i = 0; i < ROUNDS; i++) {
      StepDone done = step();
      AtomicInteger outcomes = new AtomicInteger();
      race(
          done::done,
          null,
          () -> {
            if (done.threw() || done.returned()) {
              outcomes.incrementAndGet();
            }
          });
      assertThat(outcomes.get() + later.get()).as("outcomes in round %d", i).isEqualTo(1);
    }
  }

  /** Runs two actions on other threads and one on this, started together. */
  private void race(Runnable first, @Nullable Runnable second, Runnable here) throws Exception {
    CyclicBarrier start = new CyclicBarrier(second == null ? 2 : 3);
    List<Future<?>> others = new ArrayList<>();
    others.add(pool.submit(() -> together(start, first)));
    if (second != null) {
      others.add(pool.submit(() -> together(start, second)));
    }
    together(start, here);
    for (Future<?> other : others) {
      other.get(30, TimeUnit.SECONDS);
    }
  }

  private static void together(CyclicBarrier start, Runnable action) {
    try {
      start.await(30, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    action.run();
  }
}
