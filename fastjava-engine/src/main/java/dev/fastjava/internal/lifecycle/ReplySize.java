package dev.fastjava.internal.lifecycle;

/**
 * The size of a route's last replies, so that buffers fit, and so that not more of them are made at
 * a time than a client takes. Hints: races do no harm.
 */
public final class ReplySize {
  /** No reply has been sent yet. */
  static final long UNKNOWN = -1;

  private static final int LEAST = 256;
  private static final int MOST = 1 << 16;

  private int hint = LEAST;
  private volatile long expected = UNKNOWN;

  int hint() {
    return hint;
  }

  /** How large a reply may be, after those that were sent; {@link #UNKNOWN} before the first. */
  long expected() {
    return expected;
  }

  /** Notes what is sent: what is expected grows at once, and shrinks in some hundred replies. */
  void sent(long size) {
    long current = expected;
    if (size > current) {
      expected = size;
    } else if (size < current >> 1) {
      expected = current - Math.max((current - size) >> 6, 1);
    }
  }

  /**
   * Notes the size of a reply: the hint grows at once, and shrinks with every reply that needs less
   * than half of it. As a rule nothing is written.
   */
  void note(int size) {
    int current = hint;
    if (size > current) {
      if (current < MOST) {
        hint = size >= MOST ? MOST : Math.min(size + (size >> 3), MOST);
      }
    } else if (size < current >> 1 && current > LEAST) {
      hint = Math.max(current - ((current - size) >> 2), LEAST);
    }
  }
}
