package dev.fastjava.schema;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** The inside of JSON strings, escaped as {@code JSON.stringify} does. */
final class JsonEscapes {
  private static final byte[] HEX = {
    '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'
  };

  /**
   * What stands behind the backslash for each ASCII character: 0 for a character that stands for
   * itself, {@code u} for one without a short form.
   */
  private static final byte[] SHORT_FORMS = shortForms();

  /** Characters that are looked at together. */
  private static final int BLOCK = 8;

  private static final long EACH_BYTE = 0x0101010101010101L;
  private static final long HIGH_BITS = EACH_BYTE << 7;
  private static final long NOT_PLAIN = HIGH_BITS;

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

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

  /**
   * Writes a text up to the first character that is not plain ASCII.
   *
   * @return how many characters were written, one byte each
   */
  static int writePlain(String text, byte[] target, int position) {
    int length = text.length();
    int i = 0;
    if (length >= BLOCK) {
      int last = length - BLOCK;
      for (; i < last; i += BLOCK) {
        long block = block(text, i);
        if (!isPlain(block)) {
          return i + writeEach(text, i, target, position + i);
        }
        LONGS.set(target, position + i, block);
      }
      // The last block may overlap the one before it.
      long block = block(text, last);
      if (isPlain(block)) {
        LONGS.set(target, position + last, block);
        return length;
      }
    }
    return i + writeEach(text, i, target, position + i);
  }

  private static int writeEach(String text, int from, byte[] target, int position) {
    int length = text.length();
    int i = from;
    for (; i < length; i++) {
      char c = text.charAt(i);
      if (c >= 0x80 || SHORT_FORMS[c] != 0) {
        break;
      }
      target[position + i - from] = (byte) c;
    }
    return i - from;
  }

  /**
   * Returns eight characters as eight bytes, the first one lowest; not plain when one of them is
   * beyond ASCII.
   */
  private static long block(String text, int at) {
    int c0 = text.charAt(at);
    int c1 = text.charAt(at + 1);
    int c2 = text.charAt(at + 2);
    int c3 = text.charAt(at + 3);
    int c4 = text.charAt(at + 4);
    int c5 = text.charAt(at + 5);
    int c6 = text.charAt(at + 6);
    int c7 = text.charAt(at + 7);
    if ((c0 | c1 | c2 | c3 | c4 | c5 | c6 | c7) >= 0x80) {
      return NOT_PLAIN;
    }
    long low = c0 | (c1 << 8) | (c2 << 16) | (c3 << 24);
    long high = c4 | (c5 << 8) | (c6 << 16) | (c7 << 24);
    return (high << 32) | low;
  }

  /** Tells whether all of eight bytes stand for themselves in a JSON string. */
  private static boolean isPlain(long block) {
    long controls = block - EACH_BYTE * ' ';
    long quotes = (block ^ EACH_BYTE * '"') - EACH_BYTE;
    long backslashes = (block ^ EACH_BYTE * '\\') - EACH_BYTE;
    // A byte has its highest bit set here if it was too small, zero after the xor, or not ASCII. A
    // borrow from the byte below may set it for a harmless one: the slower way then decides.
    return ((controls | quotes | backslashes | block) & HIGH_BITS) == 0;
  }

  /** Tells whether a character is one byte that stands for itself. */
  static boolean isPlain(char c, boolean json) {
    return c < 0x80 && (!json || SHORT_FORMS[c] == 0);
  }

  /**
   * Writes text in ISO-8859-1.
   *
   * @param json whether it is the inside of a JSON string, and is escaped as such
   * @return the position behind the last byte
   */
  static int writeLatin1(byte[] text, int length, boolean json, byte[] target, int position) {
    int at = position;
    int i = 0;
    while (i < length) {
      if (i <= length - BLOCK) {
        long block = (long) LONGS.get(text, i);
        if (json ? isPlain(block) : (block & HIGH_BITS) == 0) {
          LONGS.set(target, at, block);
          at += BLOCK;
          i += BLOCK;
          continue;
        }
      }
      for (int end = Math.min(length, i + BLOCK); i < end; i++) {
        byte c = text[i];
        if (c < 0) {
          target[at++] = (byte) (0xC0 | ((c & 0xFF) >> 6));
          target[at++] = (byte) (0x80 | (c & 0x3F));
        } else if (!json || SHORT_FORMS[c] == 0) {
          target[at++] = c;
        } else {
          at = writeEscape((char) c, target, at);
        }
      }
    }
    return at;
  }

  /** Writes a character with a backslash in front of it, or of its number. */
  static int writeEscape(char c, byte[] target, int position) {
    byte form = c < 0x80 ? SHORT_FORMS[c] : (byte) 'u';
    if (form == 'u') {
      return writeUnicode(c, target, position);
    }
    target[position] = '\\';
    target[position + 1] = form;
    return position + 2;
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
