package dev.fastjava.internal.validation.check;

import dev.fastjava.schema.Utf8Output;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Numbers to text and back by the rules of JavaScript, which coercion follows. */
public final class JsNumbers {
  private static final long SAFE_INTEGER = 1L << 53;

  private JsNumbers() {}

  /** The text of a value that may be a number. */
  static String text(@Nullable Object value) {
    return value instanceof Number number ? text(number) : String.valueOf(value);
  }

  /** The text of a number. */
  public static String text(Number number) {
    if (number instanceof Double || number instanceof Float) {
      return text(number.doubleValue());
    }
    if (number instanceof BigDecimal decimal && !(decimal.scale() == 0)) {
      return text(decimal.doubleValue());
    }
    return number.toString();
  }

  private static String text(double value) {
    if (!Double.isFinite(value)) {
      return Double.toString(value);
    }
    Utf8Output out = new Utf8Output();
    out.writeDouble(value);
    return out.toText();
  }

  /**
   * Reads a number.
   *
   * @return an {@code Integer}, a {@code Long} or a {@code Double}; null when it is no number
   */
  public static @Nullable Number parse(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isSpace(text.charAt(start))) {
      start++;
    }
    while (end > start && isSpace(text.charAt(end - 1))) {
      end--;
    }
    if (start == end) {
      return 0;
    }
    if (end - start > 2 && text.charAt(start) == '0') {
      int radix =
          switch (text.charAt(start + 1)) {
            case 'x', 'X' -> 16;
            case 'o', 'O' -> 8;
            case 'b', 'B' -> 2;
            default -> 0;
          };
      if (radix != 0) {
        return parseDigits(text.substring(start + 2, end), radix);
      }
    }
    return parseDecimal(text, start, end);
  }

  private static @Nullable Number parseDigits(String digits, int radix) {
    for (int i = 0; i < digits.length(); i++) {
      char c = digits.charAt(i);
      if (c > 'f' || Character.digit(c, radix) < 0) {
        return null;
      }
    }
    return narrow(new BigInteger(digits, radix).doubleValue());
  }

  private static @Nullable Number parseDecimal(String text, int start, int end) {
    int at = start;
    char first = text.charAt(at);
    boolean negative = first == '-';
    if (negative || first == '+') {
      at++;
    }
    if (text.startsWith("Infinity", at) && at + 8 == end) {
      return negative ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }
    int wholeStart = at;
    at = skipDigits(text, at, end);
    int digits = at - wholeStart;
    boolean whole = true;
    if (at < end && text.charAt(at) == '.') {
      whole = false;
      int fraction = at + 1;
      at = skipDigits(text, fraction, end);
      digits += at - fraction;
    }
    if (digits == 0) {
      return null;
    }
    if (at < end && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
      whole = false;
      int exponent = at + 1;
      if (exponent < end && (text.charAt(exponent) == '+' || text.charAt(exponent) == '-')) {
        exponent++;
      }
      at = skipDigits(text, exponent, end);
      if (at == exponent) {
        return null;
      }
    }
    if (at != end) {
      return null;
    }
    if (whole && digits <= 18) {
      long value = Long.parseLong(text, start, end, 10);
      return value == 0 && negative ? (Number) (-0.0) : narrow(value);
    }
    return narrow(Double.parseDouble(text.substring(start, end)));
  }

  private static int skipDigits(String text, int from, int end) {
    int at = from;
    while (at < end && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    return at;
  }

  private static Number narrow(double value) {
    boolean whole = value == (long) value && Math.abs(value) < SAFE_INTEGER;
    return whole && !(value == 0 && 1 / value < 0) ? narrow((long) value) : (Number) value;
  }

  private static Number narrow(long value) {
    return value == (int) value ? (Number) (int) value : (Number) value;
  }

  private static boolean isSpace(char c) {
    return c <= ' ' ? c == ' ' || (c >= '\t' && c <= '\r') : isWideSpace(c);
  }

  private static boolean isWideSpace(char c) {
    return c == '\u00a0'
        || c == '\ufeff'
        || c == '\u2028'
        || c == '\u2029'
        || (c > 127 && Character.getType(c) == Character.SPACE_SEPARATOR);
  }
}
