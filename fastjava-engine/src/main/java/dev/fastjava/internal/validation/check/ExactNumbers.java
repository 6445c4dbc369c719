package dev.fastjava.internal.validation.check;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * Reads numbers from texts as Jackson does, for schemas of Java types: with all their digits, in
 * decimal, and never a number of nothing.
 */
final class ExactNumbers {
  /** As many digits, and zeros before or after them, as a number in JSON may have. */
  private static final int MOST_DIGITS = 1_000;

  private static final int SURELY_LONG = 18;

  private ExactNumbers() {}

  /**
   * Reads a number.
   *
   * @return an {@code Integer}, {@code Long}, {@code BigInteger}, {@code Double} or, when that is
   *     not the shortest text of a double, a {@code BigDecimal}; null when it is no number, or one
   *     that is too long
   */
  static @Nullable Number parse(String given) {
    String text = given.strip();
    int digits = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
    if (text.length() - digits > MOST_DIGITS || !isDecimal(text, digits)) {
      return null;
    }
    boolean whole = true;
    for (int i = digits; whole && i < text.length(); i++) {
      whole = isDigit(text.charAt(i));
    }
    if (!whole) {
      return fraction(text);
    }
    if (text.length() - digits > SURELY_LONG) {
      return narrow(new BigInteger(text));
    }
    long value = Long.parseLong(text);
    if (value == 0 && text.startsWith("-")) {
      return -0.0;
    }
    return value == (int) value ? (Number) (int) value : (Number) value;
  }

  private static Number narrow(BigInteger value) {
    return value.bitLength() < Long.SIZE ? (Number) value.longValue() : value;
  }

  private static @Nullable Number fraction(String text) {
    BigDecimal exact;
    try {
      exact = new BigDecimal(text);
    } catch (NumberFormatException e) {
      return null; // an exponent beyond those of all decimals
    }
    if (Math.abs((long) exact.scale()) > MOST_DIGITS) {
      return null;
    }
    double value = exact.doubleValue();
    return JsNumbers.text(value).equals(text) ? (Number) value : exact;
  }

  /** Digits, perhaps with a point among them, perhaps with an exponent. */
  private static boolean isDecimal(String text, int from) {
    int at = skipDigits(text, from);
    int digits = at - from;
    if (at < text.length() && text.charAt(at) == '.') {
      int fraction = at + 1;
      at = skipDigits(text, fraction);
      digits += at - fraction;
    }
    if (digits > 0 && at < text.length() && (text.charAt(at) | ' ') == 'e') {
      at++;
      if (at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
        at++;
      }
      int exponent = at;
      at = skipDigits(text, exponent);
      if (at == exponent) {
        return false;
      }
    }
    return digits > 0 && at == text.length();
  }

  private static int skipDigits(String text, int from) {
    int at = from;
    while (at < text.length() && isDigit(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
