package dev.fastjava.internal.content;

/** The white space that the reference trims: that of JavaScript, wider than Java's. */
final class Whitespace {
  private Whitespace() {}

  static String trim(String text) {
    return trimStart(trimEnd(text));
  }

  static String trimStart(String text) {
    int start = 0;
    while (start < text.length() && isSpace(text.charAt(start))) {
      start++;
    }
    return text.substring(start);
  }

  static String trimEnd(String text) {
    int end = text.length();
    while (end > 0 && isSpace(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end);
  }

  static boolean isSpace(char c) {
    return (c >= '\t' && c <= '\r') || Character.isSpaceChar(c) || c == '\ufeff';
  }
}
