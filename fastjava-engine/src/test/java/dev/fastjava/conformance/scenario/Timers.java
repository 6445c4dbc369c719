package dev.fastjava.conformance.scenario;

import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Runs things later, on threads that belong to no application. */
final class Timers {
  private static final int THREADS = 4;

  private static final ScheduledThreadPoolExecutor TIMER =
      new ScheduledThreadPoolExecutor(
          THREADS,
          task -> {
            Thread thread = new Thread(task, "scenario-timer");
            thread.setDaemon(true);
            return thread;
          });

  private Timers() {}

  static void after(long millis, Runnable task) {
    var unused = TIMER.schedule(task, millis, TimeUnit.MILLISECONDS);
  }
}
