package dev.fastjava.internal.inject;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Plays the event loop of injected requests; knows whether a caller is on it. */
final class InjectLoop implements Executor {
  private static final long IDLE_SECONDS = 5;

  private final Executor executor;
  private volatile @Nullable Thread current;

  InjectLoop(Executor executor) {
    this.executor = executor;
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
