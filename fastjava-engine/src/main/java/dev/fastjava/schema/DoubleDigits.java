package dev.fastjava.schema;

import java.math.BigInteger;

/**
 * Numbers as JavaScript writes them: the fewest digits that identify the double and, among those,
 * the nearest ones.
 *
 * <p>Finding the digits follows R. Giulietti, "The Schubfach way to render doubles". {@link
 * Double#toString} finds the same digits from JDK 19 on only, and makes a string.
 */
final class DoubleDigits {
  /** Sign, "0.", five zeros and 17 digits; a plain integer has at most 21 digits. */
  static final int MAX_LENGTH = 26;

  /** Below it, every integer is a double. */
  private static final double EXACT_INTEGERS = 1L << 53;

  /** Below it, three decimals leave at most 15 digits, and so many digits are always unique. */
  private static final double EXACT_THOUSANDTHS = 1e12;

  private static final int FRACTION_BITS = 52;
  private static final long FRACTION_MASK = (1L << FRACTION_BITS) - 1;
  private static final int EXPONENT_MASK = 0x7FF;
  private static final int MIN_EXPONENT = -1074;
  private static final long LOW_63_BITS = Long.MAX_VALUE;

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
    long bits = Double.doubleToRawLongBits(magnitude);
    int biased = (int) (bits >>> FRACTION_BITS) & EXPONENT_MASK;
    long fraction = bits & FRACTION_MASK;
    long mantissa = biased == 0 ? fraction : fraction | 1L << FRACTION_BITS;
    int exponent = biased == 0 ? MIN_EXPONENT : biased + MIN_EXPONENT - 1;
    boolean unevenGaps = fraction == 0 && biased > 1;

    int scale = unevenGaps ? floorLog10ThreeQuartersPow2(exponent) : floorLog10Pow2(exponent);
    long digits = shortest(mantissa, exponent, unevenGaps, scale);
    while (digits % 10 == 0) {
      digits /= 10;
      scale++;
    }
    return layOut(digits, scale, target, position);
  }

  /** Finds the decimal significand for a scale; trailing zeros are still on it. */
  private static long shortest(long mantissa, int exponent, boolean unevenGaps, int scale) {
    long odd = mantissa & 1;
    long middle = mantissa << 2;
    long left = middle - (unevenGaps ? 1 : 2);
    long right = middle + 2;

    int shift = exponent + floorLog2Pow10(-scale) + 2;
    long high = PowersOfTen.high(scale);
    long low = PowersOfTen.low(scale);
    long scaled = roundToOdd(high, low, middle << shift);
    long scaledLeft = roundToOdd(high, low, left << shift) + odd;
    long scaledRight = roundToOdd(high, low, right << shift) - odd;

    long below = scaled >> 2;
    if (below >= 10) {
      long belowTens = below / 10 * 10;
      long aboveTens = belowTens + 10;
      boolean belowFits = scaledLeft <= belowTens << 2;
      boolean aboveFits = aboveTens << 2 <= scaledRight;
      if (belowFits != aboveFits) {
        return belowFits ? belowTens : aboveTens;
      }
    }
    long above = below + 1;
    boolean belowFits = scaledLeft <= below << 2;
    boolean aboveFits = above << 2 <= scaledRight;
    if (belowFits != aboveFits) {
      return belowFits ? below : above;
    }
    long nearer = scaled - ((below + above) << 1);
    return nearer < 0 || (nearer == 0 && (below & 1) == 0) ? below : above;
  }

  /** Multiplies by a power of ten; the lowest bit of the result tells that it is inexact. */
  private static long roundToOdd(long high, long low, long factor) {
    long carry = Math.multiplyHigh(low, factor);
    long middle = ((high * factor) >>> 1) + carry;
    long top = Math.multiplyHigh(high, factor) + (middle >>> 63);
    return top | ((middle & LOW_63_BITS) + LOW_63_BITS) >>> 63;
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

  private static int floorLog10Pow2(int exponent) {
    return (int) ((exponent * 661_971_961_083L) >> 41);
  }

  private static int floorLog10ThreeQuartersPow2(int exponent) {
    return (int) ((exponent * 661_971_961_083L - 274_743_187_321L) >> 41);
  }

  private static int floorLog2Pow10(int exponent) {
    return (int) ((exponent * 913_124_641_741L) >> 38);
  }

  /**
   * For each scale, 10 to the power of minus the scale as a binary fraction of 126 bits, rounded
   * up, in two halves. Computed when the first number needs it, in about a millisecond.
   */
  private static final class PowersOfTen {
    private static final int MIN_SCALE = -324;
    private static final int MAX_SCALE = 292;
    private static final long[] HALVES = compute();

    static long high(int scale) {
      return HALVES[(scale - MIN_SCALE) << 1];
    }

    static long low(int scale) {
      return HALVES[((scale - MIN_SCALE) << 1) + 1];
    }

    private static long[] compute() {
      long[] halves = new long[(MAX_SCALE - MIN_SCALE + 1) * 2];
      BigInteger mask = BigInteger.valueOf(LOW_63_BITS);
      for (int scale = MIN_SCALE; scale <= MAX_SCALE; scale++) {
        int shift = 125 - floorLog2Pow10(-scale);
        BigInteger power = BigInteger.TEN.pow(Math.abs(scale));
        BigInteger fraction =
            scale > 0 ? BigInteger.ONE.shiftLeft(shift).divide(power) : power.shiftLeft(shift);
        BigInteger rounded = fraction.add(BigInteger.ONE);
        int at = (scale - MIN_SCALE) << 1;
        halves[at] = rounded.shiftRight(63).longValueExact();
        halves[at + 1] = rounded.and(mask).longValueExact();
      }
      return halves;
    }
  }
}
