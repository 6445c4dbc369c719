package dev.fastjava.internal.routing;

import org.jspecify.annotations.Nullable;

/**
 * Decodes percent-encoded UTF-8, strictly: what is not the shortest form of a character is
 * malformed, and malformed input has no result.
 */
public final class PercentEncoding {

  /** Characters that mean something in a URL, and the percent sign, by code. */
  private static final String RESERVED = ";/?:@&=+$,#%";

  private static final long RESERVED_BELOW_64 = reservedBelow64();
  private static final int MALFORMED = -1;

  private PercentEncoding() {}

  private static long reservedBelow64() {
    long bits = 0;
    for (int i = 0; i < RESERVED.length(); i++) {
      char c = RESERVED.charAt(i);
      bits |= c < 64 ? 1L << c : 0;
    }
    return bits;
  }

  /**
   * Decodes everything.
   *
   * @param text the text
   * @return the decoded text, the text itself when there is nothing to decode, or null when it is
   *     malformed
   */
  public static @Nullable String decode(String text) {
    int first = text.indexOf('%');
    return first < 0 ? text : decode(text, first, text.length(), false);
  }

  /**
   * Decodes a path as far as it can be decoded without changing its structure: encoded characters
   * that mean something in a URL, such as slashes, and encoded percent signs stay encoded.
   *
   * @param text the text, which begins with the path
   * @param end where the path ends in it
   * @return the decoded path, or null when it is malformed
   */
  static @Nullable String decodePath(String text, int end) {
    int first = text.indexOf('%');
    return first < 0 || first >= end ? text.substring(0, end) : decode(text, first, end, true);
  }

  /**
   * Decodes what {@link #decodePath} left encoded.
   *
   * @param part a part of a path decoded by {@link #decodePath}
   */
  static String decodeReserved(String part) {
    String decoded = decode(part);
    // A part has only complete sequences, because no route splits one.
    return decoded == null ? part : decoded;
  }

  private static @Nullable String decode(String text, int first, int end, boolean keepReserved) {
    StringBuilder out = new StringBuilder(end);
    out.append(text, 0, first);
    int i = first;
    while (i < end) {
      char c = text.charAt(i);
      if (c != '%') {
        out.append(c);
        i++;
        continue;
      }
      int lead = octet(text, i, end);
      if (lead == MALFORMED) {
        return null;
      }
      if (lead < 0x80) {
        if (keepReserved && isReserved(lead)) {
          out.append(text, i, i + 3);
        } else {
          out.append((char) lead);
        }
        i += 3;
        continue;
      }
      int length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
      int codePoint = codePoint(text, i, end, lead, length);
      if (codePoint == MALFORMED) {
        return null;
      }
      out.appendCodePoint(codePoint);
      i += 3 * length;
    }
    return out.toString();
  }

  private static boolean isReserved(int c) {
    return c < 64 ? ((RESERVED_BELOW_64 >>> c) & 1) != 0 : c == '@';
  }

  private static int codePoint(String text, int start, int end, int lead, int length) {
    if (lead < 0xC2 || lead > 0xF4) {
      return MALFORMED;
    }
    int value = lead & (0x7F >> length);
    for (int n = 1; n < length; n++) {
      int next = octet(text, start + 3 * n, end);
      // A missing octet is negative, and so its two highest bits differ too.
      if ((next & 0xC0) != 0x80 || next < 0) {
        return MALFORMED;
      }
      value = (value << 6) | (next & 0x3F);
    }
    boolean shortest = length == 2 || value >= (length == 3 ? 0x800 : 0x10000);
    boolean surrogate = value >= 0xD800 && value <= 0xDFFF;
    return shortest && !surrogate && value <= Character.MAX_CODE_POINT ? value : MALFORMED;
  }

  private static int octet(String text, int index, int end) {
    if (index + 2 >= end || text.charAt(index) != '%') {
      return MALFORMED;
    }
    int high = hexadecimal(text.charAt(index + 1));
    int low = hexadecimal(text.charAt(index + 2));
    return (high | low) < 0 ? MALFORMED : (high << 4) | low;
  }

  /** The value of an ASCII digit; {@link Character#digit} would take the digits of all scripts. */
  private static int hexadecimal(char c) {
    if (c >= '0' && c <= '9') {
      return c - '0';
    }
    int letter = c | 0x20;
    return letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : MALFORMED;
  }
}
