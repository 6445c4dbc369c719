package dev.fastjava.internal.validation.check;

import java.math.BigDecimal;
import java.math.BigInteger;

/** Compares numbers of different Java types by value. */
public final class Numbers {
  /** From here on not every whole number is a double. */
  private static final long EXACT_IN_DOUBLE = 1L << 53;

  private Numbers() {}

  /** Whether the number is a {@code long} or shorter. */
  static boolean isShort(Number number) {
    return number instanceof Integer
        || number instanceof Long
        || number instanceof Short
        || number instanceof Byte;
  }

  static boolean isFloating(Number number) {
    return number instanceof Double || number instanceof Float;
  }

  static boolean isNaN(Number number) {
    return isFloating(number) && Double.isNaN(number.doubleValue());
  }

  /** Whether two numbers are equal; NaN equals NaN, and zero the negative zero. */
  static boolean equal(Number left, Number right) {
    if (isNaN(left) || isNaN(right)) {
      return isNaN(left) && isNaN(right);
    }
    return compare(left, right) == 0;
  }

  /** Compares two numbers; neither may be NaN. */
  static int compare(Number left, Number right) {
    if (isShort(left)) {
      if (isShort(right)) {
        return Long.compare(left.longValue(), right.longValue());
      }
      if (isFloating(right)) {
        return compare(left.longValue(), right.doubleValue());
      }
    } else if (isFloating(left)) {
      if (isFloating(right)) {
        return compare(left.doubleValue(), right.doubleValue());
      }
      if (isShort(right)) {
        return -compare(right.longValue(), left.doubleValue());
      }
    }
    return compareLong(left, right);
  }

  private static int compare(double left, double right) {
    return left < right ? -1 : left > right ? 1 : 0;
  }

  private static int compare(long left, double right) {
    if (Math.abs(right) < EXACT_IN_DOUBLE || Double.isInfinite(right)) {
      // A long that this rounds is farther away from zero than the double on the right.
      return compare((double) left, right);
    }
    return BigDecimal.valueOf(left).compareTo(new BigDecimal(right));
  }

  private static int compareLong(Number left, Number right) {
    if (isFloating(left) && Double.isInfinite(left.doubleValue())) {
      return left.doubleValue() > 0 ? 1 : -1;
    }
    if (isFloating(right) && Double.isInfinite(right.doubleValue())) {
      return right.doubleValue() > 0 ? -1 : 1;
    }
    return exact(left).compareTo(exact(right));
  }

  /** The exact value; the number must be finite. */
  static BigDecimal exact(Number number) {
    if (number instanceof BigDecimal decimal) {
      return decimal;
    }
    if (number instanceof BigInteger integer) {
      return new BigDecimal(integer);
    }
    if (isShort(number)) {
      return BigDecimal.valueOf(number.longValue());
    }
    return new BigDecimal(number.doubleValue());
  }
}
