package dev.fastjava.internal.json;

/**
 * What a JSON text may ask of the reader. The size as a whole is limited where the body is
 * received.
 *
 * @param maxDepth how deep arrays and objects may nest
 * @param maxNumberLength the characters of a number; long ones take more than linear time to read
 * @param maxStringLength the characters of a string or a name, about
 */
public record JsonLimits(int maxDepth, int maxNumberLength, int maxStringLength) {

  /** 20,000 levels, numbers of 1,000 characters, strings of 8 Mi characters. */
  public static final JsonLimits DEFAULT = new JsonLimits(20_000, 1_000, 8 << 20);
}
