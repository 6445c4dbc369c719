package dev.fastjava.logging;

import dev.fastjava.schema.Utf8Output;

/** Writes texts so that no character in them can end a line or steer a terminal. */
final class LogText {
  /** Longer texts are cut: one careless call must not fill the memory with copies of itself. */
  static final int MAX_CHARS = 1 << 20;

  private static final char[] HEX = "0123456789abcdef".toCharArray();

  private LogText() {}

  /** Writes a JSON string that is one line for every reader, whatever it takes for a line end. */
  static void writeJson(Utf8Output out, String given) {
    String text = cut(given);
    if (!hasUnsafe(text)) {
      out.writeJsonString(text);
      return;
    }
    out.writeByte('"');
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isUnsafe(c)) {
        writeJsonPart(out, text.substring(from, i));
        writeUnicodeEscape(out, c);
        from = i + 1;
      }
    }
    writeJsonPart(out, text.substring(from));
    out.writeByte('"');
  }

  /**
   * Writes text for a terminal: line ends begin a new, indented line, so that it cannot be taken
   * for the head of another entry; other control characters are written as escapes.
   */
  static void writePretty(Utf8Output out, String given, String indent) {
    String text = cut(given);
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      int next = i + Character.charCount(c);
      if (c == '\r' && next < text.length() && text.charAt(next) == '\n') {
        i = next;
        continue;
      }
      if (c == '\n' || c == '\r') {
        out.writeByte('\n');
        out.writeAscii(indent);
      } else if (c == '\t') {
        out.writeAscii("    ");
      } else if (c < ' ' || isUnsafe((char) Math.min(c, Character.MAX_VALUE))) {
        writeUnicodeEscape(out, (char) c);
      } else if (c < 0x80) {
        out.writeByte(c);
      } else {
        out.writeText(text.substring(i, next));
      }
      i = next;
    }
  }

  /** Returns the text with control characters and line ends written as escapes. */
  static String oneLine(String given) {
    String text = cut(given);
    int i = firstControl(text);
    if (i == text.length()) {
      return text;
    }
    StringBuilder line = new StringBuilder(text.length() + 16).append(text, 0, i);
    for (; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\n' -> line.append("\\n");
        case '\r' -> line.append("\\r");
        case '\t' -> line.append("\\t");
        default -> {
          if (isControl(c)) {
            line.append("\\u");
            for (int shift = 12; shift >= 0; shift -= 4) {
              line.append(HEX[(c >> shift) & 0xf]);
            }
          } else {
            line.append(c);
          }
        }
      }
    }
    return line.toString();
  }

  /** Whether {@link #oneLine} leaves the text as it is. */
  static boolean isOneLine(String text) {
    return text.length() <= MAX_CHARS && firstControl(text) == text.length();
  }

  private static int firstControl(String text) {
    int i = 0;
    while (i < text.length() && !isControl(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private static String cut(String text) {
    if (text.length() <= MAX_CHARS) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(MAX_CHARS - 1)) ? MAX_CHARS - 1 : MAX_CHARS;
    return text.substring(0, end) + "... [" + (text.length() - end) + " more characters]";
  }

  private static boolean hasUnsafe(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isUnsafe(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isControl(char c) {
    return c < ' ' || isUnsafe(c);
  }

  /**
   * Characters that JSON lets through, and that some readers take for a line end or a command, or
   * that turn the direction of writing, so that a line reads otherwise than it is.
   */
  private static boolean isUnsafe(char c) {
    return c >= 0x7f
        && (c <= 0x9f || (c >= '\u2028' && c <= '\u202e') || (c >= '\u2066' && c <= '\u2069'));
  }

  private static void writeJsonPart(Utf8Output out, String part) {
    if (part.isEmpty()) {
      return;
    }
    int start = out.size();
    out.writeJsonString(part);
    // Take the quotes away: the part is in the middle of a longer string.
    byte[] bytes = out.array();
    int length = out.size() - start - 2;
    System.arraycopy(bytes, start + 1, bytes, start, length);
    out.truncate(start + length);
  }

  private static void writeUnicodeEscape(Utf8Output out, char c) {
    out.writeAscii("\\u");
    for (int shift = 12; shift >= 0; shift -= 4) {
      out.writeByte(HEX[(c >> shift) & 0xf]);
    }
  }
}
