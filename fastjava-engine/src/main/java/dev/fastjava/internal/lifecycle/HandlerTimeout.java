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
        timer = call.server.timers().schedule(this::rings, millis, TimeUnit.MILLISECONDS);
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

  private void rings() {
    if (isCancelled()) {
      return;
    }
    String url = call.context().info().url();
    timeUp(call, ErrorCode.FST_ERR_HANDLER_TIMEOUT.error(millis, url == null ? "" : url));
    arm();
  }

  /** The handler's time is up: what still runs is cut off from the reply, and the error replies. */
  static void timeUp(Call call, Throwable error) {
    if (call.end.claim()) {
      call.cutOffSegment();
      call.submit(
          () -> {
            if (!isBrokenOff(call, error)) {
              call.replying.errors().take(error);
            }
          });
    } else {
      call.submit(
          () -> {
            if (!call.end.isEnded()
                && call.end.reply() != ResponseEnd.ReplyState.HIJACKED
                && !isBrokenOff(call, error)) {
              call.replying.failWhileSending(error);
            }
          });
    }
  }

  /** Ends what still works for the request; a client that has a part gets no more. */
  private static boolean isBrokenOff(Call call, Throwable error) {
    call.signal().abort(error);
    if (!call.exchange.headSent()) {
      return false;
    }
    call.log().streamFailed(call.reply, error);
    call.exchange.destroy(error);
    return true;
  }
}
