package dev.fastjava.internal.json;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * JSON pointers (RFC 6901): their tokens, as they stand in URI fragments too, and their targets.
 */
public final class JsonPointers {
  /** What a pointer to nothing leads to. */
  public static final Object MISSING = new Object();

  private JsonPointers() {}

  /** A name as a token of a JSON pointer. */
  public static String escape(String name) {
    return name.indexOf('~') < 0 && name.indexOf('/') < 0
        ? name
        : name.replace("~", "~0").replace("/", "~1");
  }

  /** The name that a token stands for. */
  public static String unescape(String token) {
    return token.replace("~1", "/").replace("~0", "~");
  }

  /** A name as a token of a JSON pointer in a fragment, as JavaScript encodes it. */
  public static String escapeInFragment(String name) {
    return URLEncoder.encode(escape(name), StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("%21", "!")
        .replace("%27", "'")
        .replace("%28", "(")
        .replace("%29", ")")
        .replace("%7E", "~");
  }

  /** The name that a token in a fragment stands for. */
  public static String unescapeInFragment(String token) {
    return unescape(URLDecoder.decode(token.replace("+", "%2B"), StandardCharsets.UTF_8));
  }

  /** The names in a pointer, which is empty or begins with a slash. */
  public static List<String> steps(String pointer) {
    return pointer.isEmpty()
        ? List.of()
        : Stream.of(pointer.substring(1).split("/", -1)).map(JsonPointers::unescape).toList();
  }

  /** What some names lead to from a value; {@link #MISSING} when there is nothing. */
  public static @Nullable Object find(@Nullable Object start, Iterable<String> steps) {
    Object current = start;
    for (String step : steps) {
      current = step(current, step);
    }
    return current;
  }

  /** What a pointer leads to from a value; null when there is nothing. */
  public static @Nullable Object follow(@Nullable Object start, String pointer) {
    Object found = find(start, steps(pointer));
    return found == MISSING ? null : found;
  }

  /** The property or item of a value; {@link #MISSING} when there is none. */
  public static @Nullable Object step(@Nullable Object value, String name) {
    if (value instanceof Map<?, ?> map) {
      return map.containsKey(name) ? map.get(name) : MISSING;
    }
    if (value instanceof List<?> list && name.matches("0|[1-9]\\d{0,8}")) {
      int index = Integer.parseInt(name);
      return index < list.size() ? list.get(index) : MISSING;
    }
    return MISSING;
  }
}
