package dev.fastjava.internal.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.testing.Eventually;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("FutureReturnValueIgnored") // the framework looks after returned stages
class SerialExecutorTests implements SerialExecutor.Owner {
  private final ExecutorService pool = Executors.newFixedThreadPool(4);
  private final List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());
  private volatile SerialExecutor segments = new SerialExecutor(pool, this);

  @Override
  public @Nullable Runnable enter() {
    return null;
  }

  @Override
  public void leave(Runnable scope) {
    scope.run();
  }

  @Override
  public void segmentFailed(Throwable error) {
    failures.add(error);
  }

  @Override
  public void submit(Runnable task) {
    segments.submit(task);
  }

  @AfterEach
  void stopThreads() {
    pool.shutdownNow();
  }

  @Test
  void taskThatComesBeforeTheFirstSegmentWaitsForIt() throws Exception {
    List<String> order = Collections.synchronizedList(new ArrayList<>());
    CountDownLatch over = new CountDownLatch(1);
    segments.submit(() -> order.add("abort"));
    segments.submit(over::countDown);
    segments.begin(() -> order.add("begin"));
    Eventually.await(over);
    assertThat(order).containsExactly("begin", "abort");
  }

  @Test
  void tasksOfManyThreadsRunOneAtATimeAndInTheOrderOfEachThread() throws Exception {
    int threads = 4;
    int tasks = 5_000;
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger overlaps = new AtomicInteger();
    List<List<Integer>> seen = new ArrayList<>();
    CountDownLatch over = new CountDownLatch(threads * tasks);
    ExecutorService senders = Executors.newFixedThreadPool(threads);
    segments.begin(() -> {});
    for (int t = 0; t < threads; t++) {
      List<Integer> own = new ArrayList<>();
      seen.add(own);
      senders.execute(
          () -> {
            for (int i = 0; i < tasks; i++) {
              int number = i;
              segments.submit(
                  () -> {
                    if (inside.getAndIncrement() != 0) {
                      overlaps.incrementAndGet();
                    }
                    own.add(number);
                    inside.decrementAndGet();
                    over.countDown();
                  });
            }
          });
    }
    Eventually.await(over);
    senders.shutdown();
    assertThat(overlaps).hasValue(0);
    assertThat(seen).isNotEmpty().allSatisfy(own -> assertThat(own).isSorted().hasSize(tasks));
  }

  @Test
  void failureOfATaskDoesNotLoseTheTasksBehindIt() throws Exception {
    CountDownLatch over = new CountDownLatch(1);
    segments.begin(
        () -> {
          segments.submit(
              () -> {
                throw new IllegalStateException("first");
              });
          segments.submit(over::countDown);
          throw new IllegalStateException("segment");
        });
    Eventually.await(over);
    assertThat(failures).extracting(Throwable::getMessage).containsExactly("segment", "first");
  }

  @Test
  void tasksRunInTheCallerWhenTheThreadsOfTheServerHaveEnded() {
    segments.begin(() -> {});
    pool.shutdown();
    AtomicBoolean ran = new AtomicBoolean();
    segments.submit(() -> ran.set(true));
    assertThat(ran).isTrue();
  }

  @Test
  void cutOffSegmentIsInterruptedAndIsCurrentNoMore() throws Exception {
    CountDownLatch blocked = new CountDownLatch(1);
    AtomicBoolean currentAfterwards = new AtomicBoolean(true);
    CountDownLatch ended = new CountDownLatch(1);
    pool.execute(
        () -> {
          segments.begin(
              () -> {
                SerialExecutor own = segments;
                blocked.countDown();
                try {
                  Eventually.hangUntilInterrupted();
                } catch (InterruptedException e) {
                  currentAfterwards.set(own.isCurrent());
                }
              });
          ended.countDown();
        });
    Eventually.await(blocked);
    segments.submit(() -> {});
    cutOff();
    CountDownLatch next = new CountDownLatch(1);
    segments.submit(next::countDown);
    Eventually.await(next);
    Eventually.await(ended);
    assertThat(currentAfterwards).isFalse();
  }

  @Test
  void waitingTasksGoOnWithoutTheSegmentThatWasCutOff() throws Exception {
    CountDownLatch blocked = new CountDownLatch(1);
    Semaphore release = new Semaphore(0);
    pool.execute(
        () ->
            segments.begin(
                () -> {
                  blocked.countDown();
                  release.acquireUninterruptibly();
                }));
    Eventually.await(blocked);
    CountDownLatch waiting = new CountDownLatch(1);
    segments.submit(waiting::countDown);
    SerialExecutor before = segments;
    cutOff();
    Eventually.await(waiting);
    // Whoever still knows the old segments reaches the new ones.
    CountDownLatch late = new CountDownLatch(1);
    before.submit(late::countDown);
    Eventually.await(late);
    release.release();
  }

  @Test
  void interruptOfACutOffSegmentNeverReachesTheNextTaskOfItsThread() throws Exception {
    ExecutorService one = Executors.newSingleThreadExecutor();
    try {
      for (int i = 0; i < 2_000; i++) {
        SerialExecutor own = new SerialExecutor(one, this);
        CountDownLatch started = new CountDownLatch(1);
        one.execute(() -> own.begin(started::countDown));
        Eventually.await(started);
        // Now the segment is ending, or has ended.
        own.cutOff();
        assertThat(one.submit(Thread::interrupted).get(30, TimeUnit.SECONDS)).isFalse();
      }
    } finally {
      one.shutdownNow();
    }
  }

  private void cutOff() {
    SerialExecutor before = segments;
    segments = before.cutOff();
    assertThat(segments).isNotSameAs(before);
    before.forwardWaiting();
  }
}
