package dev.fastjava.internal.validation.check;

import java.math.BigInteger;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code multipleOf}.
 *
 * <p>As in the reference the quotient is a double, so 0.3 is no multiple of 0.1, unless a precision
 * is set. Integers are divided exactly.
 */
public final class MultipleOf extends Check {
  /** JavaScript writes greater quotients with an exponent, and the reference takes that for 1. */
  private static final double LARGEST_QUOTIENT = 1e21;

  private final Number divisor;
  private final double tolerance;
  private final Report report;

  /**
   * Makes the check.
   *
   * @param precision decimal digits of the quotient that count; 0 for all
   */
  public MultipleOf(Number divisor, int precision, Report report) {
    this.divisor = divisor;
    this.tolerance = tolerance(precision);
    this.report = report;
  }

  static double tolerance(int precision) {
    return precision == 0 ? 0 : Math.pow(10, -precision);
  }

  static boolean holds(Number value, Number divisor, double tolerance) {
    if (tolerance == 0 && Kinds.of(divisor) == Kinds.WHOLE && divisor.doubleValue() != 0) {
      if (Numbers.isShort(value) && Numbers.isShort(divisor)) {
        return value.longValue() % divisor.longValue() == 0;
      }
      if (value instanceof BigInteger integer) {
        BigInteger exact = Numbers.exact(divisor).toBigInteger();
        return integer.remainder(exact).signum() == 0;
      }
    }
    if (divisor.doubleValue() == 0) {
      return false;
    }
    double quotient = value.doubleValue() / divisor.doubleValue();
    if (tolerance > 0) {
      double distance = Math.abs(Math.floor(quotient + 0.5) - quotient);
      return !(distance > tolerance);
    }
    return quotient == Math.rint(quotient) && Math.abs(quotient) < LARGEST_QUOTIENT;
  }

  @Override
  public boolean fits(@Nullable Object value, Run run) {
    return value instanceof Number number && holds(number, divisor, tolerance);
  }

  @Override
  public @Nullable Object apply(@Nullable Object value, Run run) {
    if (!fits(value, run)) {
      report.fail(run, Map.of("multipleOf", divisor), message(divisor));
    }
    return value;
  }

  static String message(Number divisor) {
    return "must be multiple of " + JsNumbers.text(divisor);
  }
}
