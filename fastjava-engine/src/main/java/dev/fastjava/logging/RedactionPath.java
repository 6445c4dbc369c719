package dev.fastjava.logging;

import java.util.ArrayList;
import java.util.List;

/** Reads the paths of a {@link Redaction} into keys. */
final class RedactionPath {
  /** The key that stands for all keys. Quoted stars, as in {@code a["*"]}, count as one too. */
  static final String WILDCARD = "*";

  private RedactionPath() {}

  static List<String> parse(String path) {
    List<String> keys = new ArrayList<>();
    int at = 0;
    while (at < path.length()) {
      char c = path.charAt(at);
      if (c == '[') {
        int close = closingBracket(path, at);
        keys.add(unquoted(path.substring(at + 1, close)));
        at = close + 1;
      } else if (c == '.') {
        at++;
      } else {
        int end = endOfName(path, at);
        keys.add(path.substring(at, end));
        at = end;
      }
    }
    if (keys.isEmpty()) {
      throw new IllegalArgumentException("redact path names no key: '" + path + "'");
    }
    return keys;
  }

  private static int closingBracket(String path, int open) {
    int from = open + 1;
    if (from < path.length() && isQuote(path.charAt(from))) {
      int closingQuote = path.indexOf(path.charAt(from), from + 1);
      from = closingQuote < 0 ? path.length() : closingQuote;
    }
    int close = path.indexOf(']', from);
    if (close < 0) {
      throw new IllegalArgumentException("redact path has an open bracket: '" + path + "'");
    }
    return close;
  }

  private static int endOfName(String path, int start) {
    int end = start;
    while (end < path.length() && path.charAt(end) != '.' && path.charAt(end) != '[') {
      end++;
    }
    return end;
  }

  private static String unquoted(String key) {
    int last = key.length() - 1;
    return last > 0 && isQuote(key.charAt(0)) && key.charAt(last) == key.charAt(0)
        ? key.substring(1, last)
        : key;
  }

  private static boolean isQuote(char c) {
    return c == '"' || c == '\'' || c == '`';
  }
}
