package dev.fastjava.internal.lifecycle;

import dev.fastjava.ErrorCode;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The time limit of one handler.
 *
 * <p>Reference: Server, handlerTimeout.
 */
final class CycleTimeout {
  private final RequestCycle cycle;
  private final long millis;
  private @Nullable ScheduledFuture<?> timer;

  private CycleTimeout(RequestCycle cycle, long millis) {
    this.cycle = cycle;
    this.millis = millis;
  }

  static CycleTimeout start(RequestCycle cycle, long millis) {
    CycleTimeout timeout = new CycleTimeout(cycle, millis);
    timeout.timer = cycle.server.timers().schedule(timeout::timeUp, millis, TimeUnit.MILLISECONDS);
    return timeout;
  }

  void cancel() {
    if (timer != null) {
      timer.cancel(false);
    }
  }

  private void timeUp() {
    String url = cycle.context.info.url();
    cycle.timeUp(ErrorCode.FST_ERR_HANDLER_TIMEOUT.error(millis, url == null ? "" : url));
  }
}
