package dev.fastjava.internal.netty;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How much of the responses of one connection waits for the client, and how much is about to: other
 * threads than the event loop make responses faster than it learns of them. So requests that such
 * threads begin ask first, and are counted with what the last replies of their route have been like
 * until their own is there. Thread-safe.
 */
final class UnsentReplies {
  /** While more than this waits for the client, further requests wait too. */
  static final long MOST = 16 << 20;

  /** As many requests as a connection may have can send as much without being counted before. */
  private static final long SMALL = MOST / Http2Limits.MOST_STREAMS;

  /** What the first reply of a route counts for: a few at a time do no harm. */
  private static final long UNKNOWN = MOST / 8;

  /** A request that may not begin yet. */
  private record Held(long counted, Runnable begin) {}

  private final AtomicLong made = new AtomicLong();

  /** What is made and what is expected, in one number: who may begin is decided by its value. */
  private final AtomicLong all = new AtomicLong();

  private final ConcurrentLinkedQueue<Held> heldBack = new ConcurrentLinkedQueue<>();

  /** Whether as much waits for the client as may. */
  boolean isFull() {
    return made.get() >= MOST;
  }

  void written(long bytes) {
    all.addAndGet(bytes);
    made.addAndGet(bytes);
  }

  void sent(long bytes) {
    made.addAndGet(-bytes);
    all.addAndGet(-bytes);
    release();
  }

  /** What a reply counts for before it is there, as far as its size is known. */
  static long counted(long size) {
    return size < 0 ? UNKNOWN : size <= SMALL ? 0 : size;
  }

  /**
   * Counts a request that is about to begin.
   *
   * @return false when it has to wait
   */
  boolean expect(long counted) {
    for (; ; ) {
      long now = all.get();
      // One may always go on, however large it is.
      if (now >= MOST || (now > 0 && now + counted > MOST)) {
        return false;
      }
      if (counted == 0 || all.compareAndSet(now, now + counted)) {
        return true;
      }
    }
  }

  /** Begins a request when it has been counted; on any thread. */
  void hold(long counted, Runnable begin) {
    heldBack.add(new Held(counted, begin));
    // What it waits for may have happened before it could be seen.
    release();
  }

  /** The response that was expected is there, or will not come. */
  void arrived(long counted) {
    if (counted > 0) {
      all.addAndGet(-counted);
      release();
    }
  }

  private void release() {
    // Nearly always nobody waits.
    for (Held first = heldBack.peek();
        first != null && expect(first.counted);
        first = heldBack.peek()) {
      if (heldBack.remove(first)) {
        first.begin.run();
      } else {
        all.addAndGet(-first.counted);
      }
    }
  }
}
