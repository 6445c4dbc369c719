package dev.fastjava.internal.netty;

import java.util.concurrent.TimeUnit;

/**
 * How long a thread waits for the body of a request.
 *
 * @param gapMillis the wait that bytes have to end: each gives some of it back, 64 KB all of it; 0
 *     for no limit
 * @param totalMillis all waits together, to which 64 KB add a second; 0 for no limit
 */
record BodyPatience(long gapMillis, long totalMillis) {
  /** After how many bytes a reader may wait as long again as at the beginning. */
  private static final long BYTES_FOR_FULL_GAP = 65_536;

  /** What comes as fast as this is no trickle, and may go on for ever. */
  private static final long BYTES_PER_SECOND = 65_536;

  /** What is left of it for one body; for one thread at a time. */
  final class Left {
    private final long fullGap = TimeUnit.MILLISECONDS.toNanos(gapMillis);
    private long gap = fullGap;
    private long total = TimeUnit.MILLISECONDS.toNanos(totalMillis);

    /** For how many nanoseconds the reader may still wait; not positive for no longer. */
    long nanos() {
      return Math.min(
          gapMillis == 0 ? Long.MAX_VALUE : gap, totalMillis == 0 ? Long.MAX_VALUE : total);
    }

    void waited(long nanos) {
      gap -= nanos;
      total -= nanos;
    }

    void received(int bytes) {
      gap = Math.min(fullGap, gap + fullGap / BYTES_FOR_FULL_GAP * bytes);
      total += TimeUnit.SECONDS.toNanos(1) / BYTES_PER_SECOND * bytes;
    }
  }
}
