package dev.fastjava.internal.routing;

/**
 * A text for an expression that may look at its characters many times over: a match that goes on
 * too long is broken off. For expressions that {@link PatternParser} cannot call cheap.
 */
final class BoundedText implements CharSequence {

  /** Far more than an expression needs for a segment, and well below a millisecond's work. */
  private static final int MOST_LOOKS = 100_000;

  private final String text;
  private int looks;

  BoundedText(String text) {
    this.text = text;
  }

  /** Tells that a match was broken off; without a stack trace it costs next to nothing. */
  static final class LimitReached extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LimitReached() {
      super("the expression of a route took too long", null, false, false);
    }
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public char charAt(int index) {
    if (++looks > MOST_LOOKS) {
      throw new LimitReached();
    }
    return text.charAt(index);
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return text.substring(start, end);
  }

  @Override
  public String toString() {
    return text;
  }
}
