package dev.fastjava.internal.regex;

/**
 * How many steps the matches of one validation may take together, so that many short texts cost no
 * more than a long one. A number of steps for each character is free: expressions that behave never
 * come near the limit, however long the document. For one thread.
 */
public final class StepBudget {
  private static final long FREE_PER_CHARACTER = 32;

  private final long limit;
  private long left;

  /** Makes a budget. */
  public StepBudget(long limit) {
    this.limit = limit;
    this.left = limit;
  }

  long limit() {
    return limit;
  }

  /** How many steps a match with a text of some length may take. */
  long allowed(int length) {
    return left + free(length);
  }

  /** Takes the steps of a match. */
  void spend(long steps, int length) {
    left -= Math.max(0, steps - free(length));
  }

  private static long free(int length) {
    return FREE_PER_CHARACTER * (length + 1L);
  }
}
