package dev.fastjava.schema;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A growing buffer of UTF-8 bytes that a {@link Serializer} writes into.
 *
 * <p>Texts, numbers and JSON strings are encoded straight into the buffer, without intermediate
 * strings. Numbers are formatted as JavaScript does: {@code 100.0} is {@code 100}, {@code 1e21} is
 * {@code 1e+21}, a negative zero is {@code 0}.
 *
 * <p>Meant to be reused: {@link #reset()} keeps the memory of earlier use up to a bound, so that
 * one large reply does not pin its buffer for ever. Not thread-safe.
 *
 * <p>Reference: Validation-and-Serialization, Serialization.
 */
public final class Utf8Output {
  private static final int DEFAULT_CAPACITY = 512;
  private static final int DEFAULT_RETAINED_CAPACITY = 1 << 16;

  /** The largest array that every JDK can allocate. */
  private static final int MAX_CAPACITY = Integer.MAX_VALUE - 8;

  /** From this length on, texts are encoded in bulk. */
  private static final int LONG_TEXT = 40;

  private final int initialCapacity;
  private final int retainedCapacity;
  private byte[] bytes;
  private int size;

  /** Made for the first text that needs it: short plain ones do not. */
  private @Nullable TextEncoder encoder;

  /** Creates an output that starts with 512 bytes and keeps up to 64 KiB when it is reset. */
  public Utf8Output() {
    this(DEFAULT_CAPACITY, DEFAULT_RETAINED_CAPACITY);
  }

  /**
   * Creates an output.
   *
   * @param initialCapacity the bytes to start with
   * @param retainedCapacity the most bytes that {@link #reset()} keeps allocated
   */
  public Utf8Output(int initialCapacity, int retainedCapacity) {
    if (initialCapacity < 0) {
      throw new IllegalArgumentException("initialCapacity is negative: " + initialCapacity);
    }
    this.initialCapacity = initialCapacity;
    this.retainedCapacity = Math.max(initialCapacity, retainedCapacity);
    this.bytes = new byte[initialCapacity];
  }

  /**
   * Writes one byte.
   *
   * @param value the byte in the low eight bits
   */
  public void writeByte(int value) {
    int at = size;
    byte[] target = bytes;
    if (at == target.length) {
      target = grow(1);
    }
    target[at] = (byte) value;
    size = at + 1;
  }

  /**
   * Writes bytes that are UTF-8 already.
   *
   * @param source the bytes
   */
  public void writeBytes(byte[] source) {
    writeBytes(source, 0, source.length);
  }

  /**
   * Writes a part of an array of bytes that are UTF-8 already.
   *
   * @param source the bytes
   * @param offset the first one
   * @param length how many
   */
  public void writeBytes(byte[] source, int offset, int length) {
    byte[] target = room(length);
    System.arraycopy(source, offset, target, size, length);
    size += length;
  }

  /**
   * Writes a text encoded before.
   *
   * @param text the text
   */
  public void write(EncodedText text) {
    byte[] target = room(text.room());
    text.copyTo(target, size);
    size += text.length();
  }

  /**
   * Writes a text that is known to be ASCII; of other characters only the low eight bits arrive.
   *
   * @param text the text
   */
  @SuppressWarnings("deprecation") // the one method of String that copies into an array we own
  public void writeAscii(String text) {
    int length = text.length();
    byte[] target = room(length);
    text.getBytes(0, length, target, size);
    size += length;
  }

  /**
   * Writes a text as it is. A lone surrogate becomes U+FFFD.
   *
   * @param text the text
   */
  public void writeText(String text) {
    writeEncoded(text, 0, false);
  }

  /**
   * Writes a JSON string: quoted, with quotation marks, backslashes, control characters and lone
   * surrogates escaped.
   *
   * @param text the text
   */
  public void writeJsonString(String text) {
    int length = text.length();
    byte[] target = room(length + 2L);
    int at = size;
    target[at++] = '"';
    int plain = length < LONG_TEXT ? JsonEscapes.writePlain(text, target, at) : 0;
    at += plain;
    if (plain < length) {
      size = at;
      writeEncoded(text, plain, true);
      writeByte('"');
      return;
    }
    target[at++] = '"';
    size = at;
  }

  private void writeEncoded(String text, int from, boolean json) {
    if (encoder == null) {
      encoder = new TextEncoder();
    }
    int start = from;
    while (start < text.length()) {
      int count = encoder.load(text, start);
      byte[] target = room(count * (long) TextEncoder.MAX_BYTES_PER_CHAR);
      size = encoder.encode(count, json, target, size);
      start += count;
    }
  }

  /**
   * Writes an integer in decimal.
   *
   * @param value the number
   */
  public void writeInt(int value) {
    size = DecimalDigits.write(value, room(DecimalDigits.MAX_LONG_LENGTH), size);
  }

  /**
   * Writes an integer in decimal, with all its digits.
   *
   * @param value the number
   */
  public void writeLong(long value) {
    size = DecimalDigits.write(value, room(DecimalDigits.MAX_LONG_LENGTH), size);
  }

  /**
   * Writes a number as JavaScript does, with the fewest digits that identify it.
   *
   * @param value the number; {@code NaN} and the infinities become {@code null}, as in {@code
   *     JSON.stringify}
   */
  public void writeDouble(double value) {
    size = DoubleDigits.write(value, room(DoubleDigits.MAX_LENGTH), size);
  }

  /**
   * Writes a number as {@link #writeDouble} does, with the fewest digits that identify it among the
   * numbers of its type: {@code 0.1f} is {@code 0.1}.
   *
   * @param value the number; {@code NaN} and the infinities become {@code null}
   */
  public void writeFloat(float value) {
    // Floats are rare in replies: the detour over a text keeps one algorithm for digits.
    writeDouble(Float.isFinite(value) ? Double.parseDouble(Float.toString(value)) : (double) value);
  }

  /**
   * Returns how many bytes were written.
   *
   * @return the size in bytes
   */
  public int size() {
    return size;
  }

  /**
   * Returns the bytes without copying them. The first {@link #size()} bytes count; the array is
   * valid until the next write or reset.
   *
   * @return the array behind this output
   */
  public byte[] array() {
    return bytes;
  }

  /**
   * Returns a copy of what was written.
   *
   * @return an array of {@link #size()} bytes
   */
  public byte[] toByteArray() {
    return Arrays.copyOf(bytes, size);
  }

  /**
   * Returns a read-only view of what was written, valid until the next write or reset.
   *
   * @return the bytes
   */
  public ByteBuffer toByteBuffer() {
    return ByteBuffer.wrap(bytes, 0, size).slice().asReadOnlyBuffer();
  }

  /**
   * Returns what was written as text.
   *
   * @return the text
   */
  public String toText() {
    return new String(bytes, 0, size, StandardCharsets.UTF_8);
  }

  /**
   * Forgets what was written behind a position, for example to take back a partial value.
   *
   * @param newSize a size this output had before
   */
  public void truncate(int newSize) {
    if (newSize < 0 || newSize > size) {
      throw new IllegalArgumentException("newSize is out of range: " + newSize);
    }
    size = newSize;
  }

  /** Forgets everything written, and lets go of memory above the bound. */
  public void reset() {
    size = 0;
    if (bytes.length > retainedCapacity) {
      bytes = new byte[initialCapacity];
    }
  }

  @Override
  public String toString() {
    return toText();
  }

  private byte[] room(long more) {
    byte[] target = bytes;
    return more <= target.length - size ? target : grow(more);
  }

  private byte[] grow(long more) {
    long needed = size + more;
    if (needed > MAX_CAPACITY) {
      throw new OutOfMemoryError("a reply of more than " + MAX_CAPACITY + " bytes");
    }
    long doubled = Math.max(DEFAULT_CAPACITY, bytes.length * 2L);
    bytes = Arrays.copyOf(bytes, (int) Math.min(MAX_CAPACITY, Math.max(needed, doubled)));
    return bytes;
  }
}
