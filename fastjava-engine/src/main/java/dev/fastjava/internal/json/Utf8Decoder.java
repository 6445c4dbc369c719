package dev.fastjava.internal.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Decodes the bodies of requests as the Encoding Standard says: each maximal part of a sequence
 * that is not UTF-8 becomes one U+FFFD. (The JDK's decoder takes encoded surrogates for one.)
 */
public final class Utf8Decoder {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long NON_ASCII = 0x8080808080808080L;
  private static final byte[] REPLACEMENT_BYTES = {(byte) 0xef, (byte) 0xbf, (byte) 0xbd};

  private Utf8Decoder() {}

  /** Returns the bytes as text. */
  public static String decode(byte[] bytes, int offset, int length) {
    return isValid(bytes, offset, length)
        ? new String(bytes, offset, length, StandardCharsets.UTF_8)
        : new String(repaired(bytes, offset, length), StandardCharsets.UTF_8);
  }

  /** Returns the bytes as text. */
  public static String decode(byte[] bytes) {
    return decode(bytes, 0, bytes.length);
  }

  /** Without a text in between: bytes of a hostile body take three times their room, not ten. */
  static byte[] repaired(byte[] bytes, int offset, int length) {
    int end = offset + length;
    long size = 0;
    for (int at = offset; at < end; ) {
      int sequence = sequenceLength(bytes, at, end);
      size += sequence > 0 ? sequence : REPLACEMENT_BYTES.length;
      at += Math.abs(sequence);
    }
    if (size > Integer.MAX_VALUE - 8) {
      throw new InvalidJsonException("not UTF-8, and too large to be repaired");
    }
    byte[] repaired = new byte[(int) size];
    int to = 0;
    for (int at = offset; at < end; ) {
      int sequence = sequenceLength(bytes, at, end);
      byte[] from = sequence > 0 ? bytes : REPLACEMENT_BYTES;
      int count = sequence > 0 ? sequence : REPLACEMENT_BYTES.length;
      System.arraycopy(from, sequence > 0 ? at : 0, repaired, to, count);
      to += count;
      at += Math.abs(sequence);
    }
    return repaired;
  }

  static boolean isValid(byte[] bytes, int offset, int length) {
    int end = offset + length;
    int at = offset;
    while (true) {
      at = skipAscii(bytes, at, end);
      if (at == end) {
        return true;
      }
      int sequence = sequenceLength(bytes, at, end);
      if (sequence <= 0) {
        return false;
      }
      at += sequence;
    }
  }

  private static int skipAscii(byte[] bytes, int from, int end) {
    int at = from;
    while (at + Long.BYTES <= end && ((long) LONGS.get(bytes, at) & NON_ASCII) == 0) {
      at += Long.BYTES;
    }
    while (at < end && bytes[at] >= 0) {
      at++;
    }
    return at;
  }

  /**
   * Returns the length of the sequence that begins here, or, when it is not UTF-8, the negative
   * length of the part to replace.
   */
  private static int sequenceLength(byte[] bytes, int at, int end) {
    int lead = bytes[at] & 0xff;
    int wanted;
    int low = 0x80;
    int high = 0xbf;
    if (lead < 0x80) {
      return 1;
    } else if (lead < 0xc2 || lead > 0xf4) {
      return -1;
    } else if (lead < 0xe0) {
      wanted = 1;
    } else if (lead < 0xf0) {
      wanted = 2;
      // No overlong forms, no surrogates.
      low = lead == 0xe0 ? 0xa0 : low;
      high = lead == 0xed ? 0x9f : high;
    } else {
      wanted = 3;
      // No overlong forms, nothing above U+10FFFF.
      low = lead == 0xf0 ? 0x90 : low;
      high = lead == 0xf4 ? 0x8f : high;
    }
    for (int i = 1; i <= wanted; i++) {
      if (at + i == end) {
        return -i;
      }
      int next = bytes[at + i] & 0xff;
      if (next < low || next > high) {
        return -i;
      }
      low = 0x80;
      high = 0xbf;
    }
    return wanted + 1;
  }
}
