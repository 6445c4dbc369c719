package dev.fastjava.internal.netty;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells about refused connections, not for each of them: there may be very many. Thread-safe. */
final class RefusalLog {
  private static final Logger LOGGER = LoggerFactory.getLogger(RefusalLog.class);
  private static final long INTERVAL = TimeUnit.MINUTES.toNanos(1);

  private final int most;
  private final AtomicLong next = new AtomicLong(System.nanoTime());

  RefusalLog(int most) {
    this.most = most;
  }

  /**
   * One more connection was refused.
   *
   * @param count how many that makes
   */
  void refused(long count) {
    long now = System.nanoTime();
    long due = next.get();
    if (now - due >= 0 && next.compareAndSet(due, now + INTERVAL)) {
      LOGGER.warn(
          "{} connections are open, which is maxConnections; refused so far: {}", most, count);
    }
  }
}
