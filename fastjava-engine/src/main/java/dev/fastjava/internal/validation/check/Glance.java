package dev.fastjava.internal.validation.check;

import org.jspecify.annotations.Nullable;

/**
 * A quick look at a value that is probably as it should be: it changes nothing, keeps no order and
 * no path, and allocates nothing.
 */
public abstract class Glance {
  /**
   * Tells whether the value is valid and would be left as it is.
   *
   * @param value the value
   * @param run counts recursion; never touched where a schema does not recur
   * @return false when the value is invalid, or has to be looked at step by step
   */
  public abstract boolean fits(@Nullable Object value, Run run);
}
