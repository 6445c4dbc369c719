package dev.fastjava.internal.netty;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The chunked transfer coding of HTTP/1.1. */
final class Chunks {
  /** Room for all that goes around one chunk, and the end of the body. */
  static final int FRAME_LENGTH = 32;

  private static final byte[] DIGITS = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
  private static final int LINE_END = '\r' << 8 | '\n';

  private Chunks() {}

  /** Writes what precedes the bytes of a chunk. */
  static void start(ByteBuf out, long length) {
    int digits = Math.max(1, (Long.SIZE - Long.numberOfLeadingZeros(length) + 3) / 4);
    for (int shift = (digits - 1) * 4; shift >= 0; shift -= 4) {
      out.writeByte(DIGITS[(int) (length >>> shift) & 0xf]);
    }
    out.writeShort(LINE_END);
  }

  /** Writes what follows the bytes of a chunk. */
  static void end(ByteBuf out) {
    out.writeShort(LINE_END);
  }

  /** Writes the end of a body without trailers. */
  static void last(ByteBuf out) {
    last(out, Map.of());
  }

  /** Writes the end of a body. */
  static void last(ByteBuf out, Map<String, String> trailers) {
    out.writeByte('0').writeShort(LINE_END);
    trailers.forEach(
        (name, value) -> {
          out.writeCharSequence(name, StandardCharsets.ISO_8859_1);
          out.writeByte(':').writeByte(' ');
          out.writeCharSequence(value, StandardCharsets.ISO_8859_1);
          out.writeShort(LINE_END);
        });
    out.writeShort(LINE_END);
  }
}
