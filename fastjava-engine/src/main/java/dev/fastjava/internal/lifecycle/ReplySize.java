package dev.fastjava.internal.lifecycle;

/** The size of a route's last replies, so that buffers fit. A hint: races do no harm. */
final class ReplySize {
  private static final int LEAST = 256;
  private static final int MOST = 1 << 16;

  private int hint = LEAST;

  int hint() {
    return hint;
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
