package dev.fastjava.internal.regex;

/** A match that was given up because it took too many steps. */
public final class RegexLimitException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String pattern;
  private final long limit;

  RegexLimitException(String pattern, long limit) {
    super("matching /" + pattern + "/ takes more than " + limit + " steps", null, false, false);
    this.pattern = pattern;
    this.limit = limit;
  }

  /** The expression. */
  public String pattern() {
    return pattern;
  }

  /** The number of steps. */
  public long limit() {
    return limit;
  }
}
