package dev.fastjava.internal.routing;

import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes constraints and what is known about routes as JSON, for messages and drawings. */
final class JsonText {

  private JsonText() {}

  /**
   * Writes a value.
   *
   * @param value plain JSON values and patterns; anything else is written as its text
   * @param showPatterns whether a pattern is written as a text, and not as an empty object
   */
  static String write(@Nullable Object value, boolean showPatterns) {
    StringBuilder out = new StringBuilder();
    append(out, value, showPatterns);
    return out.toString();
  }

  private static void append(StringBuilder out, @Nullable Object value, boolean showPatterns) {
    if (value instanceof Map<?, ?> map) {
      out.append('{');
      Iterator<? extends Map.Entry<?, ?>> entries = map.entrySet().iterator();
      while (entries.hasNext()) {
        Map.Entry<?, ?> entry = entries.next();
        quote(out, String.valueOf(entry.getKey()));
        out.append(':');
        append(out, entry.getValue(), showPatterns);
        out.append(entries.hasNext() ? "," : "");
      }
      out.append('}');
    } else if (value instanceof Collection<?> list) {
      out.append('[');
      Iterator<?> elements = list.iterator();
      while (elements.hasNext()) {
        append(out, elements.next(), showPatterns);
        out.append(elements.hasNext() ? "," : "");
      }
      out.append(']');
    } else if (value instanceof Pattern pattern) {
      if (showPatterns) {
        quote(out, slashed(pattern));
      } else {
        out.append("{}");
      }
    } else if (value == null || value instanceof Boolean) {
      out.append(value);
    } else if (value instanceof Double number && number == number.longValue()) {
      out.append(number.longValue());
    } else if (value instanceof Number) {
      out.append(value);
    } else {
      quote(out, value.toString());
    }
  }

  /** A pattern between slashes, with the letters of its flags. */
  static String slashed(Pattern pattern) {
    StringBuilder flags = new StringBuilder();
    flag(flags, pattern, Pattern.CASE_INSENSITIVE, 'i');
    flag(flags, pattern, Pattern.MULTILINE, 'm');
    flag(flags, pattern, Pattern.DOTALL, 's');
    return '/' + pattern.pattern() + '/' + flags;
  }

  private static void flag(StringBuilder flags, Pattern pattern, int flag, char letter) {
    if ((pattern.flags() & flag) != 0) {
      flags.append(letter);
    }
  }

  private static void quote(StringBuilder out, String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\b' -> out.append("\\b");
        case '\f' -> out.append("\\f");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < ' ') {
            out.append(String.format("\\u%04x", (int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }
}
