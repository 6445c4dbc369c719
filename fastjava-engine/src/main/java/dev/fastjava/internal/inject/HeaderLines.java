package dev.fastjava.internal.inject;

import java.util.List;
import java.util.Set;

/** Joins the lines of a request header as Node joins them. */
final class HeaderLines {
  private static final Set<String> SINGLE =
      Set.of(
          "age",
          "authorization",
          "content-length",
          "content-type",
          "etag",
          "expires",
          "from",
          "host",
          "if-modified-since",
          "if-unmodified-since",
          "last-modified",
          "location",
          "max-forwards",
          "proxy-authorization",
          "referer",
          "retry-after",
          "server",
          "user-agent");

  private HeaderLines() {}

  /**
   * The value of a header as one text.
   *
   * @param name in lower case
   * @param value a text or a list of texts
   */
  static String joined(String name, Object value) {
    if (!(value instanceof List<?> lines)) {
      return (String) value;
    }
    if (SINGLE.contains(name)) {
      return lines.isEmpty() ? "" : (String) lines.get(0);
    }
    return String.join(
        name.equals("cookie") ? "; " : ", ", lines.stream().map(String::valueOf).toList());
  }
}
