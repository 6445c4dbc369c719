package dev.fastjava.internal.lifecycle;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * Finds requests that wait for the application for suspiciously long: a handler that returned the
 * reply and never sent it, a hook that never called done, a stage that never completes. Nothing can
 * be done about them but to say so, once for each, with the route's name. Requests that are
 * answered at once never come here.
 */
final class UnansweredRequests {
  private final Set<Call> waiting = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean scheduled = new AtomicBoolean();
  private final long millis;
  private final Supplier<? extends ScheduledExecutorService> timers;

  /**
   * Makes the watchdog.
   *
   * @param millis how long a request may wait before it is reported
   */
  UnansweredRequests(long millis, Supplier<? extends ScheduledExecutorService> timers) {
    this.millis = millis;
    this.timers = timers;
  }

  void add(Call call) {
    waiting.add(call);
    schedule();
  }

  void remove(Call call) {
    waiting.remove(call);
  }

  /** How many requests are watched. */
  int size() {
    return waiting.size();
  }

  private void schedule() {
    if (scheduled.get() || !scheduled.compareAndSet(false, true)) {
      return;
    }
    try {
      var unused =
          timers.get().schedule(this::sweep, Math.max(1, millis / 4), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      // The server has been closed.
      waiting.clear();
    }
  }

  private void sweep() {
    scheduled.set(false);
    waiting.removeIf(this::isDone);
    if (!waiting.isEmpty()) {
      schedule();
    }
  }

  /** Whether a request needs no more watching; reports it when it has waited too long. */
  private boolean isDone(Call call) {
    if (!call.isUnanswered()) {
      return true;
    }
    if (call.reply.elapsedTime() < millis) {
      return false;
    }
    call.log().unanswered(call.reply, call.waitsFor(), millis);
    return true;
  }
}
