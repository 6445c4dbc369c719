package dev.fastjava.internal.exchange;

/** The sets of bytes that the grammar of HTTP and of URIs speaks of. */
public final class Characters {
  private static final int TOKEN = 1;
  private static final int FIELD_VALUE = 1 << 1;
  private static final int VISIBLE = 1 << 2;
  private static final int REGISTERED_NAME = 1 << 3;
  private static final int HEX = 1 << 4;

  private static final byte[] SETS = new byte[256];

  static {
    for (int c = 0; c < SETS.length; c++) {
      boolean letterOrDigit =
          (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      if (letterOrDigit || isIn("!#$%&'*+-.^_`|~", c)) {
        SETS[c] |= TOKEN;
      }
      if (letterOrDigit || isIn("-._~!$&'()*+,;=", c)) {
        SETS[c] |= REGISTERED_NAME;
      }
      if (c == '\t' || (c >= ' ' && c != 0x7f)) {
        SETS[c] |= FIELD_VALUE;
      }
      if (c > ' ' && c < 0x7f) {
        SETS[c] |= VISIBLE;
      }
      if (Character.digit(c, 16) >= 0 && c < 0x80) {
        SETS[c] |= HEX;
      }
    }
  }

  private Characters() {}

  /** RFC 9110 5.6.2: {@code tchar}. */
  public static boolean isToken(byte c) {
    return (SETS[c & 0xff] & TOKEN) != 0;
  }

  /** The same of a character. */
  public static boolean isToken(char c) {
    return c < SETS.length && (SETS[c] & TOKEN) != 0;
  }

  /** RFC 9110 5.6.2: {@code token}. */
  public static boolean isToken(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isToken(text.charAt(i))) {
        return false;
      }
    }
    return !text.isEmpty();
  }

  /** RFC 9110 5.5: what a field value consists of, white space and {@code obs-text} included. */
  public static boolean isFieldValue(byte c) {
    return (SETS[c & 0xff] & FIELD_VALUE) != 0;
  }

  /** RFC 5234: {@code VCHAR}. */
  public static boolean isVisible(byte c) {
    return (SETS[c & 0xff] & VISIBLE) != 0;
  }

  /** RFC 3986 2: {@code unreserved / sub-delims}. */
  public static boolean isUnreservedOrSubDelimiter(char c) {
    return c < SETS.length && (SETS[c] & REGISTERED_NAME) != 0;
  }

  /** RFC 5234: {@code HEXDIG}, in either case. */
  public static boolean isHexDigit(char c) {
    return c < SETS.length && (SETS[c] & HEX) != 0;
  }

  /** RFC 9110 5.6.3: what may stand around the parts of a line. */
  public static boolean isWhiteSpace(byte c) {
    return c == ' ' || c == '\t';
  }

  private static boolean isIn(String characters, int c) {
    return characters.indexOf(c) >= 0;
  }
}
