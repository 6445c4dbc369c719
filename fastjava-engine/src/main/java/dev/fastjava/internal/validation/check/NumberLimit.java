package dev.fastjava.internal.validation.check;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code minimum}, {@code maximum} and their exclusive forms. */
public final class NumberLimit implements Assertion {
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
  private final @Nullable Object limit;
  private final double doubleLimit;
  private final boolean exact;
  private final Report report;
  private final String message;

  /**
   * Makes the check.
   *
   * @param limit a number; anything when it is taken from the document
   * @param exact whether all digits of a number count that was sent, and not what a double keeps
   */
  public NumberLimit(Bound bound, @Nullable Object limit, boolean exact, Report report) {
    this.bound = bound;
    this.limit = limit;
    this.doubleLimit = limit instanceof Number number ? number.doubleValue() : Double.NaN;
    this.exact = exact;
    this.report = report;
    this.message = "must be " + bound.comparison() + ' ' + text();
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

  @Override
  public boolean mutates() {
    return exact; // what does not fit at a glance may be valid
  }

  @Override
  public Verdict check(@Nullable Object value, Run run) {
    return exact && run.looks() && value instanceof Double number && number == doubleLimit
        ? Verdict.UNSURE // looked at with all its digits
        : Assertion.super.check(value, run);
  }

  @Override
  public boolean holds(@Nullable Object value, Run run) {
    if (value instanceof Integer || value instanceof Double) {
      double left = ((Number) value).doubleValue();
      // Whatever digits the limit has beyond those of a double, only one double may be equal to it.
      if (left < doubleLimit || left > doubleLimit) {
        return bound.holds(left < doubleLimit ? -1 : 1);
      }
    }
    if (!(value instanceof Number number) || !(limit instanceof Number most)) {
      return false;
    }
    BigDecimal sent = exact ? run.exact(number) : null;
    Number left = sent == null ? number : sent;
    return !Numbers.isNaN(left) && !Numbers.isNaN(most) && bound.holds(Numbers.compare(left, most));
  }

  @Override
  public Verdict tell(@Nullable Object value, Run run) {
    return report.fail(run, params(bound, limit), message);
  }

  static Map<String, Object> params(Bound bound, @Nullable Object limit) {
    Map<String, Object> params = new LinkedHashMap<>();
    params.put("comparison", bound.comparison());
    params.put("limit", limit == null ? "null" : limit);
    return params;
  }

  /** The limit with the digits that a double has not, where a Java type says such. */
  private String text() {
    String text = JsNumbers.text(limit);
    return limit instanceof BigDecimal decimal
            && Math.abs(decimal.scale()) < MOST_ZEROS
            && new BigDecimal(text).compareTo(decimal) != 0
        ? decimal.toPlainString()
        : text;
  }
}
