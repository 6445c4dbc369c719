package dev.fastjava.internal.content;

import dev.fastjava.internal.exchange.Characters;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Reads {@code name=value} pairs after the semicolons of a content-type header. */
final class MediaTypeParameters {
  private final String list;
  private final Map<String, String> parameters = new LinkedHashMap<>();
  private int at;

  private MediaTypeParameters(String list) {
    this.list = list;
  }

  static Map<String, String> parse(String list) {
    MediaTypeParameters reader = new MediaTypeParameters(list);
    reader.readAll();
    return reader.parameters.isEmpty() ? Map.of() : Collections.unmodifiableMap(reader.parameters);
  }

  private void readAll() {
    if (!readFrom(0)) {
      at = 0;
    }
    while (at < list.length()) {
      // What is no parameter is skipped up to the next semicolon, wherever that stands.
      int semicolon = list.indexOf(';', at);
      if (semicolon < 0) {
        return;
      }
      if (!readFrom(semicolon + 1)) {
        at = semicolon + 1;
      }
    }
  }

  /** Reads one parameter and moves behind it; false when there is none at this place. */
  private boolean readFrom(int start) {
    int nameStart = start;
    while (nameStart < list.length() && Whitespace.isSpace(list.charAt(nameStart))) {
      nameStart++;
    }
    int nameEnd = endOfToken(nameStart);
    if (nameEnd == nameStart || nameEnd >= list.length() || list.charAt(nameEnd) != '=') {
      return false;
    }
    int valueStart = nameEnd + 1;
    String value;
    int valueEnd;
    if (valueStart < list.length() && list.charAt(valueStart) == '"') {
      valueEnd = endOfQuoted(valueStart);
      value = valueEnd < 0 ? "" : unquoted(valueStart + 1, valueEnd - 1);
    } else {
      valueEnd = endOfToken(valueStart);
      value = list.substring(valueStart, valueEnd);
    }
    if (valueEnd <= valueStart) {
      return false;
    }
    parameters.put(list.substring(nameStart, nameEnd).toLowerCase(Locale.ROOT), value);
    at = valueEnd;
    return true;
  }

  private int endOfToken(int start) {
    int end = start;
    while (end < list.length() && Characters.isToken(list.charAt(end))) {
      end++;
    }
    return end;
  }

  /** Returns the place behind the closing quote; -1 when the quoted string is malformed. */
  private int endOfQuoted(int open) {
    for (int i = open + 1; i < list.length(); i++) {
      char c = list.charAt(i);
      if (c == '"') {
        return i + 1;
      }
      if (c == '\\') {
        i++;
        if (i == list.length() || !isQuotable(list.charAt(i))) {
          return -1;
        }
      } else if (c == 0x7f || !isQuotable(c)) {
        return -1;
      }
    }
    return -1;
  }

  private String unquoted(int start, int end) {
    if (list.indexOf('\\', start) < 0) {
      return list.substring(start, end);
    }
    StringBuilder value = new StringBuilder(end - start);
    for (int i = start; i < end; i++) {
      char c = list.charAt(i);
      value.append(c == '\\' ? list.charAt(++i) : c);
    }
    return value.toString();
  }

  private static boolean isQuotable(char c) {
    return c == '\t' || (c >= ' ' && c <= 0xff);
  }
}
