package dev.fastjava.schema;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A text that was encoded once to be written often, such as the name of a property with its
 * punctuation. Immutable.
 *
 * <p>Reference: Validation-and-Serialization, Serialization.
 */
public final class EncodedText {
  /** Texts up to this length are written as two words, which is faster than copying an array. */
  private static final int SHORT = 2 * Long.BYTES;

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final byte[] bytes;
  private final int length;
  private final long first;
  private final long second;

  private EncodedText(byte[] bytes) {
    this.bytes = bytes;
    this.length = bytes.length;
    byte[] padded = Arrays.copyOf(bytes, SHORT);
    this.first = (long) LONGS.get(padded, 0);
    this.second = (long) LONGS.get(padded, Long.BYTES);
  }

  /**
   * Encodes a text.
   *
   * @param text the text, written as it is
   * @return the encoded text
   */
  public static EncodedText of(String text) {
    return new EncodedText(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Takes what an output holds, for example a value serialized once.
   *
   * @param output the output; it may be changed afterwards
   * @return the encoded text
   */
  public static EncodedText copyOf(Utf8Output output) {
    return new EncodedText(output.toByteArray());
  }

  /**
   * Returns this text followed by another.
   *
   * @param other the other text
   * @return a new text
   */
  public EncodedText concat(EncodedText other) {
    byte[] both = Arrays.copyOf(bytes, length + other.length);
    System.arraycopy(other.bytes, 0, both, length, other.length);
    return new EncodedText(both);
  }

  /**
   * Returns the size in UTF-8.
   *
   * @return the number of bytes
   */
  public int length() {
    return length;
  }

  /** The room that {@link #copyTo} needs, which may be more than the length. */
  int room() {
    return Math.max(length, SHORT);
  }

  /** Writes the bytes at a position; behind them, bytes of the room may be overwritten. */
  void copyTo(byte[] target, int position) {
    if (length <= SHORT) {
      LONGS.set(target, position, first);
      LONGS.set(target, position + Long.BYTES, second);
    } else {
      System.arraycopy(bytes, 0, target, position, length);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof EncodedText text && Arrays.equals(bytes, text.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
