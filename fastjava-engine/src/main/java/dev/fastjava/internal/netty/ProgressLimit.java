package dev.fastjava.internal.netty;

/** How long something that has to move may stand still. Looked at again and again. */
final class ProgressLimit {
  private static final long NOT_RUNNING = -1;

  private final long limit;
  private long since = NOT_RUNNING;

  /**
   * Creates a limit that does not run yet.
   *
   * @param limit milliseconds; 0 for none
   */
  ProgressLimit(long limit) {
    this.limit = limit;
  }

  /**
   * Whether it has stood still for too long.
   *
   * @param waiting whether there is something to move
   * @param moved whether it has moved since the last look
   */
  boolean isExceeded(long now, boolean waiting, boolean moved) {
    if (!waiting) {
      since = NOT_RUNNING;
      return false;
    }
    if (moved || since == NOT_RUNNING) {
      since = now;
    }
    return limit > 0 && now - since >= limit;
  }

  void stop() {
    since = NOT_RUNNING;
  }
}
