package dev.fastjava.internal.netty;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Counts the bytes of a streamed response that have not reached the operating system, so that a
 * slow client slows the writer down. Thread-safe.
 */
final class WriteWindow {
  private static final long HIGH_WATER_MARK = 65_536;
  private static final long LOW_WATER_MARK = 32_768;

  private final AtomicLong underWay = new AtomicLong();
  private final AtomicReference<@Nullable Runnable> waiting = new AtomicReference<>();
  private volatile boolean broken;

  /**
   * Counts bytes that are about to be written.
   *
   * @return whether more may be written now
   */
  boolean add(int count) {
    return underWay.addAndGet(count) < HIGH_WATER_MARK || broken;
  }

  /** Bytes have been written, or dropped. */
  void remove(int count) {
    if (underWay.addAndGet(-count) <= LOW_WATER_MARK) {
      wake();
    }
  }

  /** Nothing can be written any more: nobody needs to wait. */
  void close() {
    broken = true;
    wake();
  }

  /** Runs an action once, when more may be written. */
  void whenOpen(Runnable action) {
    waiting.set(action);
    if (broken || underWay.get() <= LOW_WATER_MARK) {
      wake();
    }
  }

  private void wake() {
    if (waiting.get() != null) {
      Runnable action = waiting.getAndSet(null);
      if (action != null) {
        action.run();
      }
    }
  }
}
