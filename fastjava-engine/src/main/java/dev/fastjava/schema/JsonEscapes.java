package dev.fastjava.schema;

/** The inside of JSON strings, escaped as {@code JSON.stringify} does. */
final class JsonEscapes {
  /** The escape of a control character or of a lone surrogate, such as {@code \}{@code u001f}. */
  static final int MAX_BYTES_PER_CHAR = 6;

  private static final byte[] HEX = {
    '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'
  };

  /**
   * What stands behind the backslash for each ASCII character: 0 for a character that stands for
   * itself, {@code u} for one without a short form.
   */
  private static final byte[] SHORT_FORMS = shortForms();

  private JsonEscapes() {}

  private static byte[] shortForms() {
    byte[] forms = new byte[0x80];
    for (int c = 0; c < ' '; c++) {
      forms[c] = 'u';
    }
    forms['\b'] = 'b';
    forms['\t'] = 't';
    forms['\n'] = 'n';
    forms['\f'] = 'f';
    forms['\r'] = 'r';
    forms['"'] = '"';
    forms['\\'] = '\\';
    return forms;
  }

  /** Tells whether a character is one byte that stands for itself. */
  static boolean isPlainAscii(char c) {
    return c < 0x80 && SHORT_FORMS[c] == 0;
  }

  /**
   * Writes a text from a character on, without quotes; {@link #MAX_BYTES_PER_CHAR} bytes of room
   * for each character are enough.
   *
   * @return the position behind the last byte
   */
  static int write(String text, int from, byte[] target, int position) {
    int at = position;
    int length = text.length();
    for (int i = from; i < length; i++) {
      char c = text.charAt(i);
      if (c < 0x80) {
        byte form = SHORT_FORMS[c];
        if (form == 0) {
          target[at++] = (byte) c;
        } else if (form == 'u') {
          at = writeUnicode(c, target, at);
        } else {
          target[at++] = '\\';
          target[at++] = form;
        }
      } else if (!Character.isSurrogate(c)) {
        at = Utf8Text.writeBasic(c, target, at);
      } else if (Utf8Text.isPair(text, i)) {
        at = Utf8Text.writePair(c, text.charAt(++i), target, at);
      } else {
        at = writeUnicode(c, target, at);
      }
    }
    return at;
  }

  private static int writeUnicode(char c, byte[] target, int position) {
    int at = position;
    target[at++] = '\\';
    target[at++] = 'u';
    target[at++] = HEX[c >> 12];
    target[at++] = HEX[c >> 8 & 0xF];
    target[at++] = HEX[c >> 4 & 0xF];
    target[at++] = HEX[c & 0xF];
    return at;
  }
}
