package dev.fastjava.internal.validation.check;

import java.math.BigInteger;
import java.util.Collections;
import org.jspecify.annotations.Nullable;

/**
 * {@code multipleOf}.
 *
 * <p>As in the reference the quotient is a double, so 0.3 is no multiple of 0.1, unless a precision
 * is set. Integers are divided exactly.
 */
public record MultipleOf(@Nullable Object divisor, double tolerance, Report report)
    implements Assertion {
  /** JavaScript writes greater quotients with an exponent, and the reference takes that for 1. */
  private static final double LARGEST_QUOTIENT = 1e21;

  /**
   * Makes the check.
   *
   * @param divisor a number; anything when it is taken from the document
   * @param precision decimal digits of the quotient that count; 0 for all
   */
  public static MultipleOf of(@Nullable Object divisor, int precision, Report report) {
    return new MultipleOf(divisor, precision == 0 ? 0 : Math.pow(10, -precision), report);
  }

  @Override
  public boolean holds(@Nullable Object value, Run run) {
    return value instanceof Number number && divisor instanceof Number by && holds(number, by);
  }

  private boolean holds(Number value, Number divisor) {
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
  @SuppressWarnings("NullAway") // what is taken from the document may be null
  public Verdict tell(@Nullable Object value, Run run) {
    String message = "must be multiple of " + JsNumbers.text(divisor);
    return report.fail(run, Collections.singletonMap("multipleOf", divisor), message);
  }
}
