package dev.fastjava.internal.regex;

import org.jspecify.annotations.Nullable;

/** The text of an expression, read from left to right: by code points with the {@code u} flag. */
final class RegexReader {
  /** What {@link #peek} gives at the end. */
  static final int END = -1;

  private final String source;
  private final Flags flags;
  private final boolean unicode;
  private int at;

  RegexReader(String source, Flags flags) {
    this.source = source;
    this.flags = flags;
    this.unicode = flags.unicode();
  }

  /** Whether the syntax is the strict one. */
  boolean strict() {
    return unicode;
  }

  boolean hasMore() {
    return at < source.length();
  }

  int peek() {
    if (!hasMore()) {
      return END;
    }
    return unicode ? source.codePointAt(at) : source.charAt(at);
  }

  int next() {
    int c = peek();
    at += Character.charCount(c);
    return c;
  }

  boolean take(char expected) {
    if (hasMore() && source.charAt(at) == expected) {
      at++;
      return true;
    }
    return false;
  }

  boolean take(String expected) {
    if (source.startsWith(expected, at)) {
      at += expected.length();
      return true;
    }
    return false;
  }

  boolean isNext(String expected) {
    return source.startsWith(expected, at);
  }

  int position() {
    return at;
  }

  void reset(int position) {
    at = position;
  }

  /** Reads decimal digits; a number too great is the greatest. -1 when there is no digit. */
  int number() {
    int start = at;
    long value = 0;
    while (hasMore() && source.charAt(at) >= '0' && source.charAt(at) <= '9') {
      value = Math.min(value * 10 + (source.charAt(at) - '0'), Integer.MAX_VALUE);
      at++;
    }
    return at == start ? -1 : (int) value;
  }

  /** Reads exactly some hexadecimal digits; -1, and nothing read, when there are fewer. */
  int hex(int digits) {
    if (at + digits > source.length()) {
      return -1;
    }
    int value = 0;
    for (int i = 0; i < digits; i++) {
      int digit = hexDigit(source.charAt(at + i));
      if (digit < 0) {
        return -1;
      }
      value = value * 16 + digit;
    }
    at += digits;
    return value;
  }

  static int hexDigit(int c) {
    return c < 128 ? Character.digit(c, 16) : -1;
  }

  /** Reads up to a character, which is read too; null when it does not come. */
  @Nullable String until(char end) {
    int stop = source.indexOf(end, at);
    if (stop < 0) {
      return null;
    }
    String text = source.substring(at, stop);
    at = stop + 1;
    return text;
  }

  RegexSyntaxException error(String reason) {
    return new RegexSyntaxException(source, flags.written(), reason);
  }
}
