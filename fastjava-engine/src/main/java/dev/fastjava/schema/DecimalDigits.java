package dev.fastjava.schema;

/** Integers in decimal. */
final class DecimalDigits {
  /** The length of {@link Long#MIN_VALUE}. */
  static final int MAX_LONG_LENGTH = 20;

  /** The two digits of each number below 100, one after the other. */
  private static final byte[] PAIRS = pairs();

  private static final byte[] MIN_LONG = {
    '-', '9', '2', '2', '3', '3', '7', '2', '0', '3', '6', '8', '5', '4', '7', '7', '5', '8', '0',
    '8'
  };

  private static final long EIGHT_DIGITS = 100_000_000;

  /** The smallest number of each length, that of no digits being 0. */
  private static final long[] POWERS = powers();

  private DecimalDigits() {}

  private static long[] powers() {
    long[] powers = new long[19];
    for (int i = 1; i < powers.length; i++) {
      powers[i] = i == 1 ? 10 : powers[i - 1] * 10;
    }
    return powers;
  }

  private static byte[] pairs() {
    byte[] pairs = new byte[200];
    for (int i = 0; i < 100; i++) {
      pairs[2 * i] = (byte) ('0' + i / 10);
      pairs[2 * i + 1] = (byte) ('0' + i % 10);
    }
    return pairs;
  }

  /**
   * Writes a number.
   *
   * @return the position behind the last byte
   */
  static int write(long value, byte[] target, int position) {
    int at = position;
    long rest = value;
    if (rest < 0) {
      if (rest == Long.MIN_VALUE) {
        System.arraycopy(MIN_LONG, 0, target, at, MIN_LONG.length);
        return at + MIN_LONG.length;
      }
      target[at++] = '-';
      rest = -rest;
    }
    int end = at + length(rest);
    writeDigits(rest, target, end);
    return end;
  }

  /** Writes the digits of a number that is not negative so that they end before a position. */
  static void writeDigits(long value, byte[] target, int end) {
    int at = end;
    long rest = value;
    while (rest >= EIGHT_DIGITS) {
      long quotient = rest / EIGHT_DIGITS;
      int low = (int) (rest - quotient * EIGHT_DIGITS);
      int upper = low / 10_000;
      int lower = low - upper * 10_000;
      writePair(lower % 100, target, at);
      writePair(lower / 100, target, at - 2);
      writePair(upper % 100, target, at - 4);
      at = writePair(upper / 100, target, at - 6);
      rest = quotient;
    }
    int small = (int) rest;
    while (small >= 100) {
      int quotient = small / 100;
      at = writePair(small - quotient * 100, target, at);
      small = quotient;
    }
    if (small >= 10) {
      writePair(small, target, at);
    } else {
      target[at - 1] = (byte) ('0' + small);
    }
  }

  /** Writes a number below 100 with two digits so that they end before a position. */
  static int writePair(int value, byte[] target, int end) {
    target[end - 1] = PAIRS[2 * value + 1];
    target[end - 2] = PAIRS[2 * value];
    return end - 2;
  }

  /** Returns how many digits a number has that is not negative. */
  static int length(long value) {
    // 1233/4096 is a little more than the logarithm of 2 to the base 10.
    int guess = ((Long.SIZE - Long.numberOfLeadingZeros(value | 1)) * 1233) >>> 12;
    return value >= POWERS[guess] ? guess + 1 : guess;
  }
}
