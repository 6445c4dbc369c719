package dev.fastjava.internal.netty;

import dev.fastjava.internal.exchange.Characters;
import io.netty.util.AsciiString;
import java.nio.charset.StandardCharsets;

/**
 * A line {@code name: value} of a head or of trailers, RFC 9112 5: the name is a token with the
 * colon right behind it, so that no line is a continuation of the one before; the value is without
 * the white space around it and without control characters.
 */
final class FieldLine {
  /** Names as clients write them, so that most heads need no memory for names. */
  private static final AsciiString[] KNOWN = new AsciiString[256];

  static {
    for (String name :
        new String[] {
          "Accept",
          "Accept-Encoding",
          "Accept-Language",
          "Authorization",
          "Cache-Control",
          "Connection",
          "Content-Length",
          "Content-Type",
          "Cookie",
          "Expect",
          "Forwarded",
          "Host",
          "If-Modified-Since",
          "If-None-Match",
          "Origin",
          "Range",
          "Referer",
          "Transfer-Encoding",
          "Upgrade",
          "User-Agent",
          "X-Forwarded-For",
          "X-Forwarded-Host",
          "X-Forwarded-Proto",
          "X-Request-Id"
        }) {
      learn(AsciiString.cached(name));
      learn(AsciiString.cached(name).toLowerCase());
    }
  }

  private byte[] line = {};
  private int nameLength;
  private int valueStart;
  private int valueEnd;

  /**
   * Takes the line apart.
   *
   * @throws MalformedRequestException when it is none
   */
  void parse(byte[] bytes, int length) {
    line = bytes;
    int colon = 0;
    while (colon < length && Characters.isToken(bytes[colon])) {
      colon++;
    }
    if (colon == 0 || colon == length || bytes[colon] != ':') {
      throw new MalformedRequestException("Header line without a valid name");
    }
    int start = colon + 1;
    int end = length;
    while (start < end && Characters.isWhiteSpace(bytes[start])) {
      start++;
    }
    while (start < end && Characters.isWhiteSpace(bytes[end - 1])) {
      end--;
    }
    for (int i = start; i < end; i++) {
      if (!Characters.isFieldValue(bytes[i])) {
        throw new MalformedRequestException("Control character in a header");
      }
    }
    nameLength = colon;
    valueStart = start;
    valueEnd = end;
  }

  boolean isNamed(AsciiString name) {
    if (name.length() != nameLength) {
      return false;
    }
    for (int i = 0; i < nameLength; i++) {
      if (lowerCase(line[i]) != name.byteAt(i)) {
        return false;
      }
    }
    return true;
  }

  AsciiString name() {
    AsciiString known = KNOWN[slot(line, 0, nameLength)];
    return known != null && known.length() == nameLength && isSame(known)
        ? known
        : new AsciiString(line, 0, nameLength, true);
  }

  String value() {
    return new String(line, valueStart, valueEnd - valueStart, StandardCharsets.ISO_8859_1);
  }

  private boolean isSame(AsciiString known) {
    for (int i = 0; i < nameLength; i++) {
      if (line[i] != known.byteAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** The later one of two names in one slot is found; the other costs a copy. */
  private static void learn(AsciiString name) {
    KNOWN[slot(name.array(), name.arrayOffset(), name.length())] = name;
  }

  private static int slot(byte[] name, int start, int length) {
    int hash = length * 31 + name[start] * 7 + name[start + length - 1] + name[start + length / 2];
    return hash & (KNOWN.length - 1);
  }

  private static int lowerCase(byte c) {
    return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
  }
}
