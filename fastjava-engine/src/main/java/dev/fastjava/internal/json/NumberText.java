package dev.fastjava.internal.json;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * Numbers as JSON writes them. The parsers of the JDK take more: a plus sign, the digits of other
 * scripts, blanks, suffixes, {@code NaN}; and exponents that make a short text a number which fills
 * the memory as soon as somebody calculates with it.
 */
final class NumberText {
  /** As for numbers in JSON bodies. */
  private static final int MAX_LENGTH = 1000;

  /** Digits before or behind the point that a decimal number may have when written out. */
  private static final int MAX_DIGITS = 1000;

  private NumberText() {}

  /** Returns the text when it is a whole number without fraction and exponent. */
  static String integer(String text) {
    int start = text.startsWith("-") ? 1 : 0;
    if (text.length() > MAX_LENGTH || digits(text, start) != text.length()) {
      throw new NumberFormatException();
    }
    if (text.charAt(start) == '0' && text.length() > start + 1) {
      throw new NumberFormatException();
    }
    return text;
  }

  /** Returns the text when it is a number. */
  static String number(String text) {
    int end = text.length();
    if (end > MAX_LENGTH) {
      throw new NumberFormatException();
    }
    int start = text.startsWith("-") ? 1 : 0;
    int at = digits(text, start);
    if (text.charAt(start) == '0' && at > start + 1) {
      throw new NumberFormatException();
    }
    if (at < end && text.charAt(at) == '.') {
      at = digits(text, at + 1);
    }
    if (at < end && (text.charAt(at) | 0x20) == 'e') {
      at++;
      if (at < end && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
        at++;
      }
      at = digits(text, at);
    }
    if (at < end) {
      throw new NumberFormatException();
    }
    return text;
  }

  /** Returns the end of the digits, of which there has to be one. */
  private static int digits(String text, int start) {
    int at = start;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    if (at == start) {
      throw new NumberFormatException();
    }
    return at;
  }

  static Double toDouble(String text) {
    double value = Double.parseDouble(number(text));
    if (Double.isInfinite(value)) {
      throw new NumberFormatException();
    }
    return value;
  }

  static Float toFloat(String text) {
    float value = Float.parseFloat(number(text));
    if (Float.isInfinite(value)) {
      throw new NumberFormatException();
    }
    return value;
  }

  static BigDecimal toDecimal(String text) {
    BigDecimal value = new BigDecimal(number(text));
    // In long: the scale of a number close to the limits of int would overflow.
    long whole = (long) value.precision() - value.scale();
    if (value.scale() > MAX_DIGITS || whole > MAX_DIGITS) {
      throw new NumberFormatException();
    }
    return value;
  }

  /** The smallest of the types that values of JSON have. */
  static Number toNumber(String text) {
    int start = text.startsWith("-") ? 1 : 0;
    if (digits(text, start) != text.length() || text.equals("-0")) {
      return toDouble(text);
    }
    BigInteger value = new BigInteger(integer(text));
    if (value.bitLength() < Integer.SIZE) {
      return value.intValue();
    }
    return value.bitLength() < Long.SIZE ? (Number) value.longValue() : value;
  }
}
