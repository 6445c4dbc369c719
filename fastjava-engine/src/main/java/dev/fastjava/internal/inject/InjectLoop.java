package dev.fastjava.internal.inject;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Plays the event loop of injected requests; knows whether a caller is on it. */
final class InjectLoop implements Executor {
  private static final long IDLE_SECONDS = 5;
  private static final int DRAIN_ROUNDS = 3;

  private final Executor executor;
  private volatile @Nullable Thread current;

  InjectLoop(Executor executor) {
    this.executor = executor;
  }

  /** Whether there is nothing to wait for, and no thread. */
  private boolean isAtRest() {
    return executor instanceof ThreadPoolExecutor own
        && own.getPoolSize() == 0
        && own.getQueue().isEmpty();
  }

  /** Ends the thread when it has nothing to do, not only after the usual while. */
  void endSoon() {
    if (executor instanceof ThreadPoolExecutor own) {
      own.setKeepAliveTime(1, TimeUnit.MILLISECONDS);
    }
  }

  /** A loop on a daemon thread that starts with the first task and ends when it is idle. */
  static InjectLoop onThreadOfItsOwn() {
    ThreadPoolExecutor executor =
        new ThreadPoolExecutor(
            1,
            1,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> {
              Thread thread = new Thread(task, "fastjava-inject");
              thread.setDaemon(true);
              return thread;
            });
    executor.allowCoreThreadTimeOut(true);
    return new InjectLoop(executor);
  }

  /**
   * Waits for what is queued, and for what that queues in its turn: what follows a response is
   * queued by the task that ends it.
   *
   * @param millis how long at most
   */
  void drain(long millis) {
    if (isCurrent() || isAtRest()) {
      return;
    }
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    try {
      for (int i = 0; i < DRAIN_ROUNDS; i++) {
        CountDownLatch reached = new CountDownLatch(1);
        execute(reached::countDown);
        if (!reached.await(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  boolean isCurrent() {
    return current == Thread.currentThread();
  }

  @Override
  public void execute(Runnable task) {
    executor.execute(
        () -> {
          Thread outer = current;
          current = Thread.currentThread();
          try {
            task.run();
          } finally {
            current = outer;
          }
        });
  }
}
