package dev.fastjava.internal.validation;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** Tokens of JSON pointers (RFC 6901) as they stand in URI fragments. */
final class JsonPointers {
  private static final String UNESCAPED = "-_.!~*'()";

  private JsonPointers() {}

  /** A name as a token of a JSON pointer. */
  static String escape(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }

  /** A name as a token of a JSON pointer in a fragment. */
  static String escapeInFragment(String name) {
    StringBuilder text = new StringBuilder();
    for (byte octet : escape(name).getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (octet & 0xFF);
      boolean plain =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || UNESCAPED.indexOf(c) >= 0;
      if (plain) {
        text.append(c);
      } else {
        text.append('%')
            .append(Character.toUpperCase(Character.forDigit(c >> 4, 16)))
            .append(Character.toUpperCase(Character.forDigit(c & 15, 16)));
      }
    }
    return text.toString();
  }

  /** The name that a token in a fragment stands for. */
  static String unescapeInFragment(String token) {
    String text = URLDecoder.decode(token.replace("+", "%2B"), StandardCharsets.UTF_8);
    return unescape(text);
  }

  /** The name that a token stands for. */
  static String unescape(String token) {
    return token.replace("~1", "/").replace("~0", "~");
  }
}
