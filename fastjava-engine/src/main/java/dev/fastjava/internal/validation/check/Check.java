package dev.fastjava.internal.validation.check;

import org.jspecify.annotations.Nullable;

/**
 * A compiled schema, or one keyword of it.
 *
 * <p>There are two ways to use it: {@link #fits}, the quick one, and whenever that says no, {@link
 * #apply}, which does the work step by step as the reference does: it converts, fills in, removes
 * and reports.
 */
public abstract class Check extends Glance {
  /**
   * Tells whether {@link #apply} would find the value valid and leave it as it is.
   *
   * <p>False says nothing if this {@linkplain #mutates() may change values}; else it means that the
   * value is invalid.
   */
  @Override
  public abstract boolean fits(@Nullable Object value, Run run);

  /** The quickest way to {@link #fits}. */
  public Glance glance() {
    return this;
  }

  /**
   * Validates a value and reports errors to the run.
   *
   * @param value the value
   * @param run the state of this validation
   * @return the value the next keyword sees: the given one, unless it was converted
   */
  public abstract @Nullable Object apply(@Nullable Object value, Run run);

  /**
   * Whether {@link #apply} may change the value, something inside it, or what later keywords see.
   */
  public boolean mutates() {
    return false;
  }

  /** Tells whether {@link #apply} would report an error and change nothing; false when unsure. */
  public boolean refuses(@Nullable Object value, Run run) {
    return !mutates() && !fits(value, run);
  }
}
