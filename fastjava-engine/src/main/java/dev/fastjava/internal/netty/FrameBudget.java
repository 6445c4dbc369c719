package dev.fastjava.internal.netty;

/**
 * How many frames that cost the server more than they cost the client are taken in a span of time.
 * Useful frames win some back, so that a busy connection may have more of them than an idle one.
 */
final class FrameBudget {
  private final int limit;
  private final long spanNanos;
  private int spent;
  private long spanStart = System.nanoTime();

  FrameBudget(int limit, long spanNanos) {
    this.limit = limit;
    this.spanNanos = spanNanos;
  }

  /**
   * Counts a frame.
   *
   * @return false when there were too many
   */
  boolean spend() {
    spent++;
    if (spent <= limit) {
      return true;
    }
    // The clock is read only here: connections that behave never get to it.
    long now = System.nanoTime();
    if (now - spanStart >= spanNanos) {
      spanStart = now;
      spent = 1;
      return true;
    }
    return false;
  }

  /** Something useful has happened. */
  void earn(int frames) {
    spent = Math.max(0, spent - frames);
  }
}
