package dev.fastjava.schema;

/** Encodes UTF-16 as UTF-8. */
final class Utf8Text {
  private Utf8Text() {}

  /**
   * Writes a text from a character on; three bytes of room for each character are enough.
   *
   * @return the position behind the last byte
   */
  static int write(String text, int from, byte[] target, int position) {
    int at = position;
    int length = text.length();
    for (int i = from; i < length; i++) {
      char c = text.charAt(i);
      if (c < 0x80) {
        target[at++] = (byte) c;
      } else if (!Character.isSurrogate(c)) {
        at = writeBasic(c, target, at);
      } else if (isPair(text, i)) {
        at = writePair(c, text.charAt(++i), target, at);
      } else {
        at = writeBasic('\uFFFD', target, at);
      }
    }
    return at;
  }

  /** Tells whether a character is the first half of a surrogate pair. */
  static boolean isPair(String text, int index) {
    return Character.isHighSurrogate(text.charAt(index))
        && index + 1 < text.length()
        && Character.isLowSurrogate(text.charAt(index + 1));
  }

  /** Writes a character above U+007F that is no surrogate. */
  static int writeBasic(char c, byte[] target, int position) {
    int at = position;
    if (c < 0x800) {
      target[at++] = (byte) (0xC0 | c >> 6);
    } else {
      target[at++] = (byte) (0xE0 | c >> 12);
      target[at++] = (byte) (0x80 | (c >> 6 & 0x3F));
    }
    target[at++] = (byte) (0x80 | (c & 0x3F));
    return at;
  }

  /** Writes a surrogate pair. */
  static int writePair(char high, char low, byte[] target, int position) {
    int at = position;
    int codePoint = Character.toCodePoint(high, low);
    target[at++] = (byte) (0xF0 | codePoint >> 18);
    target[at++] = (byte) (0x80 | (codePoint >> 12 & 0x3F));
    target[at++] = (byte) (0x80 | (codePoint >> 6 & 0x3F));
    target[at++] = (byte) (0x80 | (codePoint & 0x3F));
    return at;
  }
}
