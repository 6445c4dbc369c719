package dev.fastjava.internal.exchange;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Time limits as timers count them. Zero, which is no limit, stays zero; what is finer than a
 * millisecond is rounded up, so that it does not become no limit.
 */
public final class Millis {
  /** A hundred years: that much can be added to a time in nanoseconds without an overflow. */
  private static final long LONGEST = TimeUnit.DAYS.toMillis(36_500);

  private Millis() {}

  /**
   * The milliseconds of a limit that is not negative; those of a hundred years when it is longer.
   */
  public static long of(Duration limit) {
    if (limit.compareTo(Duration.ofMillis(LONGEST)) >= 0) {
      return LONGEST;
    }
    long millis = limit.toMillis();
    return limit.minusMillis(millis).isZero() ? millis : millis + 1;
  }
}
