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

  private DecimalDigits() {}

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
    while (rest > Integer.MAX_VALUE) {
      long quotient = rest / 100;
      at = writePair((int) (rest - quotient * 100), target, at);
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
    int length = 1;
    long bound = 10;
    while (length < 19 && value >= bound) {
      bound *= 10;
      length++;
    }
    return length;
  }
}
