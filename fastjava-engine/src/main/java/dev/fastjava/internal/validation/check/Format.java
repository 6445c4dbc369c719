package dev.fastjava.internal.validation.check;

import java.util.Comparator;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A known value of the keyword {@code format}.
 *
 * @param text the test of strings; null when they are not tested
 * @param number the test of numbers; null when they are not tested
 * @param order compares strings of the format, with null for strings it cannot compare; null when
 *     the format has no order
 */
public record Format(
    @Nullable TextTest text, @Nullable Predicate<Number> number, @Nullable Order order) {
  /** Compares two strings of a format. */
  @FunctionalInterface
  public interface Order {
    /**
     * Compares.
     *
     * @return less than, equal to or greater than zero, or NaN when they do not compare
     */
    double compare(String left, String right);

    /** The order of a comparator. */
    static Order of(Comparator<String> comparator) {
      return comparator::compare;
    }
  }

  /** A format that is known and tests nothing. */
  public static final Format UNCHECKED = new Format(null, null, null);

  /** Whether nothing is tested. */
  public boolean isUnchecked() {
    return text == null && number == null && order == null;
  }

  /** Whether a value has the format, within the steps that a validation has left. */
  public boolean matches(@Nullable Object value, Run run) {
    if (value instanceof String string) {
      return text == null || text.test(string, run);
    }
    return number == null || !(value instanceof Number numeric) || number.test(numeric);
  }

  /** Whether a value has the format, or is of a kind the format does not look at. */
  public boolean matches(@Nullable Object value) {
    if (value instanceof String string) {
      return text == null || text.test(string);
    }
    return number == null || !(value instanceof Number numeric) || number.test(numeric);
  }
}
