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
}
