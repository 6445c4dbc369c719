package dev.fastjava.internal.lifecycle;

import dev.fastjava.error.ErrorCode;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The time limit of one handler. When it is over, what replies to the error gets as much time
 * again, and so on: in the end the error is written without anything of the application, so that no
 * request hangs.
 *
 * <p>Reference: Server, handlerTimeout.
 */
final class HandlerTimeout {
  private final Call call;
  private final long millis;
  private boolean cancelled;
  private @Nullable ScheduledFuture<?> timer;

  private HandlerTimeout(Call call, long millis) {
    this.call = call;
    this.millis = millis;
  }

  static HandlerTimeout start(Call call, long millis) {
    HandlerTimeout timeout = new HandlerTimeout(call, millis);
    timeout.arm();
    return timeout;
  }

  private synchronized void arm() {
    if (!cancelled) {
      try {
        timer = call.server.timers().schedule(this::timeUp, millis, TimeUnit.MILLISECONDS);
      } catch (RejectedExecutionException e) {
        // The server has been closed, and its connections with it.
        cancelled = true;
      }
    }
  }

  synchronized void cancel() {
    cancelled = true;
    if (timer != null) {
      timer.cancel(false);
    }
  }

  private synchronized boolean isCancelled() {
    return cancelled;
  }

  private void timeUp() {
    if (isCancelled()) {
      return;
    }
    String url = call.context().info.url();
    call.end.timeUp(ErrorCode.FST_ERR_HANDLER_TIMEOUT.error(millis, url == null ? "" : url));
    arm();
  }
}
