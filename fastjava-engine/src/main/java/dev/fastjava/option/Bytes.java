package dev.fastjava.option;

/**
 * Sizes in bytes by name, for options such as {@code o.bodyLimit(Bytes.ofMebibytes(10))}.
 *
 * <p>The binary units: a kibibyte has 1,024 bytes, a mebibyte 1,024 kibibytes.
 */
public final class Bytes {
  private Bytes() {}

  /**
   * Returns a size in kibibytes.
   *
   * @param count how many, not negative
   * @return bytes
   * @throws IllegalArgumentException if the count is negative or more than a long can hold
   */
  public static long ofKibibytes(long count) {
    return times(count, 10);
  }

  /**
   * Returns a size in mebibytes.
   *
   * @param count how many, not negative
   * @return bytes
   * @throws IllegalArgumentException if the count is negative or more than a long can hold
   */
  public static long ofMebibytes(long count) {
    return times(count, 20);
  }

  /**
   * Returns a size in gibibytes.
   *
   * @param count how many, not negative
   * @return bytes
   * @throws IllegalArgumentException if the count is negative or more than a long can hold
   */
  public static long ofGibibytes(long count) {
    return times(count, 30);
  }

  private static long times(long count, int power) {
    if (count < 0 || count > Long.MAX_VALUE >> power) {
      throw new IllegalArgumentException("Not a size in bytes: " + count + " times 2^" + power);
    }
    return count << power;
  }
}
