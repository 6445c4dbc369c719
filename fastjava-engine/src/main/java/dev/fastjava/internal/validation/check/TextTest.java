package dev.fastjava.internal.validation.check;

/** A test of strings that stays the same and may be used by many threads. */
@FunctionalInterface
public interface TextTest {
  /**
   * Tells whether a string passes.
   *
   * @throws LimitExceeded when the test would take too long
   */
  boolean test(String text);

  /**
   * Tells whether a string passes, within the steps that a validation has left.
   *
   * @throws LimitExceeded when the test would take too long
   */
  default boolean test(String text, Run run) {
    return test(text);
  }

  /** Whether the steps of the test count. */
  default boolean counts() {
    return false;
  }
}
