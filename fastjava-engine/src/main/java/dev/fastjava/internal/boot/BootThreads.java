package dev.fastjava.internal.boot;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * The threads of boot and close. They keep the process alive while there is something to do, and
 * end soon after.
 */
final class BootThreads {
  private final ThreadPoolExecutor ticks;
  private final ThreadPoolExecutor bodies;
  private final Supplier<? extends ScheduledExecutorService> timers;

  BootThreads(Supplier<? extends ScheduledExecutorService> timers) {
    this.timers = timers;
    ticks =
        new ThreadPoolExecutor(
            1,
            1,
            50,
            TimeUnit.MILLISECONDS,
            new LinkedBlockingQueue<>(),
            task -> new Thread(task, "fastjava-boot"));
    ticks.allowCoreThreadTimeOut(true);
    AtomicInteger count = new AtomicInteger();
    bodies =
        new ThreadPoolExecutor(
            0,
            Integer.MAX_VALUE,
            50,
            TimeUnit.MILLISECONDS,
            new SynchronousQueue<>(),
            task -> new Thread(task, "fastjava-plugin-" + count.incrementAndGet()));
  }

  void tick(Runnable change) {
    ticks.execute(change);
  }

  void body(Runnable code) {
    bodies.execute(code);
  }

  /** Runs an action after some time; returns what cancels it. */
  Runnable timer(long millis, Runnable action) {
    ScheduledFuture<?> timer =
        timers.get().schedule(() -> body(action), millis, TimeUnit.MILLISECONDS);
    return () -> timer.cancel(false);
  }
}
