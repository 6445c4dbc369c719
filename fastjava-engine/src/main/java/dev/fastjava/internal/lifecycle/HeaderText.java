package dev.fastjava.internal.lifecycle;

import dev.fastjava.error.HttpException;
import dev.fastjava.internal.exchange.Characters;
import dev.fastjava.internal.exchange.ResponseHeaders;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Header names and values: in the form they are kept in, as texts, and refused where they could
 * break out of their line.
 */
final class HeaderText {
  private HeaderText() {}

  static Object headerValue(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof String) {
      return value;
    }
    return value instanceof Collection<?> many
        ? many.stream().map(String::valueOf).toList()
        : String.valueOf(value);
  }

  static List<String> asLines(Object value) {
    return value instanceof Collection<?> many
        ? many.stream().map(String::valueOf).toList()
        : List.of((String) value);
  }

  /** Header names are constants as a rule and in lower case already. */
  static String lowerCase(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if ((c >= 'A' && c <= 'Z') || c > 127) {
        return name.toLowerCase(Locale.ROOT);
      }
    }
    return name;
  }

  /** The lines of a header as one text. */
  static @Nullable String joined(@Nullable Object value) {
    return value instanceof Collection<?> lines
        ? String.join(", ", asLines(lines))
        : (String) value;
  }

  static void check(ResponseHeaders headers) {
    for (int i = 0; i < headers.size(); i++) {
      String name = headers.name(i);
      if (!Characters.isToken(name)) {
        throw new HttpException(
            0,
            "Header name must be a valid HTTP token [\"" + name + "\"]",
            details -> details.code("ERR_INVALID_HTTP_TOKEN"));
      }
      Object value = headers.value(i);
      if (value instanceof Collection<?> lines) {
        for (Object line : lines) {
          checkValue(name, String.valueOf(line));
        }
      } else {
        checkValue(name, (String) value);
      }
    }
  }

  private static void checkValue(String name, String value) {
    if (!isValue(value)) {
      throw invalidValue(name);
    }
  }

  static HttpException invalidValue(String name) {
    return new HttpException(
        0,
        "Invalid character in header content [\"" + name + "\"]",
        details -> details.code("ERR_INVALID_CHAR"));
  }

  static boolean isValue(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if ((c < ' ' && c != '\t') || c == 0x7f || c > 0xff) {
        return false;
      }
    }
    return true;
  }
}
