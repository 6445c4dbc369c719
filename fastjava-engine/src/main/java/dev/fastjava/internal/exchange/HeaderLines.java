package dev.fastjava.internal.exchange;

import java.util.List;
import java.util.Set;

/** Joins the lines of a request header as Node joins them. */
public final class HeaderLines {
  private static final Set<String> SINGLE =
      Set.of(
          """
          age authorization content-length content-type etag expires from host
          if-modified-since if-unmodified-since last-modified location max-forwards
          proxy-authorization referer retry-after server user-agent
          """
              .strip()
              .split("\\s+"));

  private HeaderLines() {}

  /** Whether only the first line of a header counts, whose name is in lower case. */
  public static boolean isSingle(String name) {
    return SINGLE.contains(name);
  }

  /**
   * The value of a header as one text.
   *
   * @param name in lower case
   */
  public static String joined(String name, List<String> lines) {
    if (SINGLE.contains(name)) {
      return lines.isEmpty() ? "" : lines.get(0);
    }
    String separator =
        switch (name) {
          case "cookie" -> "; ";
          case "set-cookie" -> ",";
          default -> ", ";
        };
    return String.join(separator, lines);
  }
}
