package dev.fastjava.internal.validation.check;

import java.util.List;
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

  /** Whether nothing inside of the value is looked at but names, so that a look costs little. */
  boolean isShallow() {
    return false;
  }

  /**
   * The property that tells objects of this schema from those of others: every object with another
   * text in it is refused before anything is changed. Null when there is none.
   */
  TagTable.@Nullable Tag tag() {
    return null;
  }

  /** The only texts that pass, all others being refused; null when it is not so simple. */
  @Nullable List<String> onlyTexts() {
    return null;
  }

  /**
   * Tells of a value that does not fit whether a few cheap looks suffice to be sure that it is
   * refused. Never looks deep: what contains alternatives is asked at each level, and looking again
   * at everything below would double the work with each.
   */
  boolean refusesEarly(@Nullable Object value, Run run) {
    return isShallow() && refuses(value, run);
  }
}
