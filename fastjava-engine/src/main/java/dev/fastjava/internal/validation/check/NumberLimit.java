package dev.fastjava.internal.validation.check;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code minimum}, {@code maximum} and their exclusive forms. */
public final class NumberLimit extends Check {
  /** Which side a limit is on. */
  public enum Bound {
    /** {@code minimum}. */
    AT_LEAST(">="),
    /** {@code maximum}. */
    AT_MOST("<="),
    /** {@code exclusiveMinimum}. */
    ABOVE(">"),
    /** {@code exclusiveMaximum}. */
    BELOW("<");

    private final String comparison;

    Bound(String comparison) {
      this.comparison = comparison;
    }

    /** The comparison that holds for valid values. */
    public String comparison() {
      return comparison;
    }

    /** Whether a value that compares like this to the limit is valid. */
    public boolean holds(int order) {
      return switch (this) {
        case AT_LEAST -> order >= 0;
        case AT_MOST -> order <= 0;
        case ABOVE -> order > 0;
        case BELOW -> order < 0;
      };
    }
  }

  private static final int MOST_ZEROS = 100;

  private final Bound bound;
  private final Number limit;
  private final boolean shortLimit;
  private final long longLimit;
  private final double doubleLimit;
  private final boolean exact;
  private final Report report;

  /**
   * Makes the check.
   *
   * @param exact whether all digits of a number count that was sent, and not what a double keeps
   */
  public NumberLimit(Bound bound, Number limit, boolean exact, Report report) {
    this.exact = exact;
    this.bound = bound;
    this.limit = limit;
    this.report = report;
    doubleLimit = limit.doubleValue();
    longLimit = limit.longValue();
    shortLimit = Math.abs(doubleLimit) < (1L << 53) && doubleLimit == longLimit;
  }

  Bound bound() {
    return bound;
  }

  double limit() {
    return doubleLimit;
  }

  /** Whether a double that is as great as the limit may stand for a number that is not. */
  boolean isExact() {
    return exact;
  }

  /** Whether a number is within a limit; NaN never is. */
  static boolean holds(Bound bound, Number value, Number limit) {
    return !Numbers.isNaN(value)
        && !Numbers.isNaN(limit)
        && bound.holds(Numbers.compare(value, limit));
  }

  @Override
  boolean isShallow() {
    return true;
  }

  @Override
  public boolean fits(@Nullable Object value, Run run) {
    if (value instanceof Integer number && shortLimit) {
      return bound.holds(Long.compare(number, longLimit));
    }
    if (value instanceof Double number && (shortLimit || exact || limit instanceof Double)) {
      double left = number;
      if (exact && left == doubleLimit) {
        return false; // looked at with all its digits
      }
      return switch (bound) {
        case AT_LEAST -> left >= doubleLimit;
        case AT_MOST -> left <= doubleLimit;
        case ABOVE -> left > doubleLimit;
        case BELOW -> left < doubleLimit;
      };
    }
    return value instanceof Number number && holds(bound, number, limit);
  }

  @Override
  public @Nullable Object apply(@Nullable Object value, Run run) {
    if (!fits(value, run) && !holdsExactly(value, run)) {
      report.fail(run, params(bound, limit), message(bound, limit));
    }
    return value;
  }

  private boolean holdsExactly(@Nullable Object value, Run run) {
    if (!exact || !(value instanceof Double number) || number != doubleLimit) {
      return false;
    }
    BigDecimal sent = run.exact(number);
    return holds(bound, sent == null ? number : sent, limit);
  }

  @Override
  public boolean mutates() {
    return exact; // what does not fit at a glance may be valid
  }

  static Map<String, Object> params(Bound bound, Object limit) {
    Map<String, Object> params = new LinkedHashMap<>();
    params.put("comparison", bound.comparison());
    params.put("limit", limit);
    return params;
  }

  static String message(Bound bound, Number limit) {
    return "must be " + bound.comparison() + ' ' + text(limit);
  }

  /** The digits of a limit that a double has not, where a Java type says one. */
  private static String text(Number limit) {
    String text = JsNumbers.text(limit);
    boolean rounded =
        limit instanceof BigDecimal decimal
            && Math.abs(decimal.scale()) < MOST_ZEROS
            && new BigDecimal(text).compareTo(decimal) != 0;
    return rounded ? ((BigDecimal) limit).toPlainString() : text;
  }
}
