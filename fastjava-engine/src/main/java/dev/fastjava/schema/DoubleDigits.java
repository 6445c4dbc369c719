package dev.fastjava.schema;

import tools.jackson.core.io.NumberOutput;

/**
 * Numbers as JavaScript writes them: the fewest digits that identify the double and, among those,
 * the nearest ones.
 *
 * <p>Jackson finds the digits, in a text. Numbers with up to six decimals, as prices, measures and
 * places on a map have, need none. ({@link Double#toString} finds the same digits from JDK 19 on
 * only.)
 */
final class DoubleDigits {
  /** Sign, "0.", five zeros and 17 digits; a plain integer has at most 21 digits. */
  static final int MAX_LENGTH = 26;

  /** Below it, every integer is a double. */
  private static final double EXACT_INTEGERS = 1L << 53;

  /** Below it, three decimals leave at most 15 digits, and so many digits are always unique. */
  private static final double EXACT_THOUSANDTHS = 1e12;

  /** The same for six decimals. */
  private static final double EXACT_MILLIONTHS = 1e9;

  private DoubleDigits() {}

  /**
   * Writes a number; {@code null} for {@code NaN} and the infinities.
   *
   * @return the position behind the last byte
   */
  static int write(double value, byte[] target, int position) {
    if (value == (long) value && Math.abs(value) < EXACT_INTEGERS) {
      return DecimalDigits.write((long) value, target, position);
    }
    if (!Double.isFinite(value)) {
      return writeNull(target, position);
    }
    int at = position;
    if (value < 0) {
      target[at++] = '-';
    }
    double magnitude = Math.abs(value);
    if (magnitude < EXACT_THOUSANDTHS) {
      long thousandths = (long) (magnitude * 1000 + 0.5);
      if (thousandths / 1000.0 == magnitude) {
        return writeThousandths(thousandths, target, at);
      }
    }
    return writeShortest(magnitude, target, at);
  }

  private static int writeNull(byte[] target, int position) {
    int at = position;
    target[at++] = 'n';
    target[at++] = 'u';
    target[at++] = 'l';
    target[at++] = 'l';
    return at;
  }

  /** Writes a number with one to three decimals, the common case of prices and measures. */
  private static int writeThousandths(long thousandths, byte[] target, int position) {
    long whole = thousandths / 1000;
    int decimals = (int) (thousandths - whole * 1000);
    int at = DecimalDigits.write(whole, target, position);
    target[at++] = '.';
    int tenths = decimals / 100;
    target[at++] = (byte) ('0' + tenths);
    int rest = decimals - tenths * 100;
    if (rest != 0) {
      DecimalDigits.writePair(rest, target, at + 2);
      at += rest % 10 == 0 ? 1 : 2;
    }
    return at;
  }

  private static int writeShortest(double magnitude, byte[] target, int position) {
    if (magnitude < EXACT_MILLIONTHS) {
      long millionths = (long) (magnitude * 1e6 + 0.5);
      if (millionths / 1e6 == magnitude) {
        return writeDigits(millionths, -6, target, position);
      }
    }
    // As Java writes it: 123.456 or 1.5E-7, with a digit behind the point always.
    String text = NumberOutput.toString(magnitude, true);
    int point = text.indexOf('.');
    int exponent = text.indexOf('E');
    int end = exponent < 0 ? text.length() : exponent;
    long digits = 0;
    for (int i = 0; i < end; i++) {
      digits = i == point ? digits : digits * 10 + text.charAt(i) - '0';
    }
    int scale = exponent < 0 ? 0 : Integer.parseInt(text, exponent + 1, text.length(), 10);
    scale -= end - point - 1;
    if (digits >= 10 && digits < 100) {
      // Two digits are Java's least: one may do, as for the smallest number, 5e-324.
      long one = (digits + 5) / 10;
      if (Double.parseDouble(one + "E" + (scale + 1)) == magnitude) {
        return layOut(one, scale + 1, target, position);
      }
    }
    return writeDigits(digits, scale, target, position);
  }

  private static int writeDigits(long digits, int scale, byte[] target, int position) {
    long rest = digits;
    int at = scale;
    while (rest % 10 == 0) {
      rest /= 10;
      at++;
    }
    return layOut(rest, at, target, position);
  }

  /** Lays digits out by the rules of JavaScript's {@code Number.prototype.toString}. */
  private static int layOut(long digits, int scale, byte[] target, int position) {
    int count = DecimalDigits.length(digits);
    int point = count + scale;
    if (scale >= 0 && point <= 21) {
      int end = position + count;
      DecimalDigits.writeDigits(digits, target, end);
      return writeZeros(scale, target, end);
    }
    if (point > 0 && point <= 21) {
      int end = position + count + 1;
      DecimalDigits.writeDigits(digits, target, end);
      System.arraycopy(target, position + 1, target, position, point);
      target[position + point] = '.';
      return end;
    }
    if (point > -6 && point <= 0) {
      target[position] = '0';
      target[position + 1] = '.';
      int end = writeZeros(-point, target, position + 2) + count;
      DecimalDigits.writeDigits(digits, target, end);
      return end;
    }
    return writeScientific(digits, count, point - 1, target, position);
  }

  private static int writeScientific(
      long digits, int count, int exponent, byte[] target, int position) {
    int at = position + count;
    if (count == 1) {
      target[position] = (byte) ('0' + digits);
    } else {
      DecimalDigits.writeDigits(digits, target, ++at);
      target[position] = target[position + 1];
      target[position + 1] = '.';
    }
    target[at++] = 'e';
    target[at++] = (byte) (exponent < 0 ? '-' : '+');
    return DecimalDigits.write(Math.abs(exponent), target, at);
  }

  private static int writeZeros(int count, byte[] target, int position) {
    for (int i = 0; i < count; i++) {
      target[position + i] = '0';
    }
    return position + count;
  }
}
