package dev.fastjava.spring.boot.accesslog;

/** Texts of clients in a line: nothing in them ends it, or the field they are in. */
final class AccessLogText {
  private static final char DELETE = 0x7f;
  private static final char LAST_CONTROL = 0x9f;

  private AccessLogText() {}

  /**
   * Appends a text. Quotes, backslashes, line ends and what steers terminals are written as
   * escapes, as other servers do.
   *
   * @param quoted whether the text is between quotes; else a space would end it
   */
  static void append(StringBuilder line, String text, boolean quoted) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        line.append('\\').append(c);
      } else if (c > ' ' && c < DELETE) {
        line.append(c);
      } else if (c == ' ') {
        line.append(quoted ? " " : "\\x20");
      } else if (c <= LAST_CONTROL) {
        line.append("\\x").append(hex(c >> 4)).append(hex(c));
      } else if (isUnsafe(c)) {
        appendCode(line, c);
      } else {
        line.append(c);
      }
    }
  }

  /** The text as one line; the same one as a rule. */
  static String oneLine(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || (c >= DELETE && (c <= LAST_CONTROL || isUnsafe(c)))) {
        StringBuilder line = new StringBuilder(text.length() + 10);
        append(line, text, true);
        return line.toString();
      }
    }
    return text;
  }

  /**
   * A JSON text as one line for every reader: some of them end lines where JSON needs no escape.
   */
  static String jsonLine(String json) {
    StringBuilder line = null;
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      boolean unsafe = c >= DELETE && (c <= LAST_CONTROL || isUnsafe(c));
      if (unsafe && line == null) {
        line = new StringBuilder(json.length() + 10).append(json, 0, i);
      }
      if (line != null) {
        if (unsafe) {
          appendCode(line, c);
        } else {
          line.append(c);
        }
      }
    }
    return line == null ? json : line.toString();
  }

  private static void appendCode(StringBuilder line, char c) {
    line.append("\\u").append(hex(c >> 12)).append(hex(c >> 8)).append(hex(c >> 4)).append(hex(c));
  }

  private static boolean isUnsafe(char c) {
    return switch (Character.getType(c)) {
      // Of the last ones some change the direction in which the rest of the line is read.
      case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.FORMAT -> true;
      default -> false;
    };
  }

  private static char hex(int value) {
    return Character.forDigit(value & 0xf, 16);
  }
}
