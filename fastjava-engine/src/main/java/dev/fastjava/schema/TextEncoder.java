package dev.fastjava.schema;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Encodes texts piece by piece into an array that it does not own. Not thread-safe.
 *
 * <p>Characters below U+0100 are narrowed to bytes by the JDK's encoder for ISO-8859-1, which the
 * JIT compiler replaces by vector instructions; then eight bytes at a time are searched for one
 * that is not itself in the output. This way, long texts cost a fraction of a nanosecond per
 * character, without a temporary array.
 */
final class TextEncoder {
  /** The most characters of one piece, so that the room for the worst case stays small. */
  static final int PIECE = 1024;

  /** An escape such as {@code \}{@code u001f}. */
  static final int MAX_BYTES_PER_CHAR = 6;

  /** After so many plain characters in a row, more are expected, and worth another narrowing. */
  private static final int RUN = 16;

  /** One more than a piece, for the second half of a pair. */
  private final char[] chars = new char[PIECE + 1];

  private final CharBuffer source = CharBuffer.wrap(chars);
  private final CharsetEncoder latin1 = StandardCharsets.ISO_8859_1.newEncoder();
  private final byte[] bytes = new byte[chars.length];
  private final ByteBuffer narrowed = ByteBuffer.wrap(bytes);

  /**
   * Takes the next piece of a text.
   *
   * @return how many characters it has, at most one more than {@link #PIECE}
   */
  int load(String text, int from) {
    int end = Math.min(text.length(), from + PIECE);
    if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
      end++;
    }
    text.getChars(from, end, chars, 0);
    return end - from;
  }

  /**
   * Encodes the piece; {@link #MAX_BYTES_PER_CHAR} bytes of room for each character are enough.
   *
   * @param json whether it is the inside of a JSON string, and is escaped as such
   * @return the position behind the last byte
   */
  int encode(int count, boolean json, byte[] target, int position) {
    int at = position;
    int i = 0;
    while (i < count) {
      int narrowed = narrow(i, count);
      at = JsonEscapes.writeLatin1(bytes, narrowed, json, target, at);
      i += narrowed;
      for (int run = 0; i < count && run < RUN; i++) {
        char c = chars[i];
        if (JsonEscapes.isPlain(c, json)) {
          target[at++] = (byte) c;
          run++;
        } else if (i + 1 < count && Character.isSurrogatePair(c, chars[i + 1])) {
          at = writePair(c, chars[++i], target, at);
          run = 0;
        } else {
          at = writeSingle(c, json, target, at);
          run = 0;
        }
      }
    }
    return at;
  }

  /** Narrows characters to bytes, up to the first one that does not fit. */
  private int narrow(int from, int to) {
    source.limit(to).position(from);
    latin1.reset();
    latin1.encode(source, narrowed.clear(), true);
    return source.position() - from;
  }

  private static int writeSingle(char c, boolean json, byte[] target, int position) {
    if (c < 0x80) {
      return JsonEscapes.writeEscape(c, target, position);
    }
    if (!Character.isSurrogate(c)) {
      return writeBasic(c, target, position);
    }
    return json
        ? JsonEscapes.writeEscape(c, target, position)
        : writeBasic('\uFFFD', target, position);
  }

  /** Writes a character above U+007F that is no surrogate. */
  private static int writeBasic(char c, byte[] target, int position) {
    int at = position;
    if (c < 0x800) {
      target[at++] = (byte) (0xC0 | (c >> 6));
    } else {
      target[at++] = (byte) (0xE0 | (c >> 12));
      target[at++] = (byte) (0x80 | ((c >> 6) & 0x3F));
    }
    target[at++] = (byte) (0x80 | (c & 0x3F));
    return at;
  }

  private static int writePair(char high, char low, byte[] target, int position) {
    int at = position;
    int codePoint = Character.toCodePoint(high, low);
    target[at++] = (byte) (0xF0 | (codePoint >> 18));
    target[at++] = (byte) (0x80 | ((codePoint >> 12) & 0x3F));
    target[at++] = (byte) (0x80 | ((codePoint >> 6) & 0x3F));
    target[at++] = (byte) (0x80 | (codePoint & 0x3F));
    return at;
  }
}
