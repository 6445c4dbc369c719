package dev.fastjava.internal.routing;

import dev.fastjava.internal.json.JsonWriter;
import dev.fastjava.internal.regex.JavaRegex;
import dev.fastjava.schema.Utf8Output;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes constraints and what is known about routes as JSON, for messages and drawings. */
final class JsonText {
  private static final JsonWriter JSON = new JsonWriter();

  private JsonText() {}

  /**
   * Writes a value.
   *
   * @param value plain JSON values and patterns; anything else is written as its text
   * @param showPatterns whether a pattern is written as a text, and not as an empty object
   */
  static String write(@Nullable Object value, boolean showPatterns) {
    Utf8Output out = new Utf8Output();
    JSON.serialize(plain(value, showPatterns), out);
    return out.toText();
  }

  private static @Nullable Object plain(@Nullable Object value, boolean showPatterns) {
    if (value instanceof Map<?, ?> map) {
      Map<String, @Nullable Object> copy = new LinkedHashMap<>();
      map.forEach((name, each) -> copy.put(String.valueOf(name), plain(each, showPatterns)));
      return copy;
    }
    if (value instanceof Collection<?> list) {
      List<@Nullable Object> copy = new ArrayList<>();
      list.forEach(each -> copy.add(plain(each, showPatterns)));
      return copy;
    }
    if (value instanceof Pattern pattern) {
      return showPatterns ? JavaRegex.slashed(pattern) : Map.of();
    }
    return value == null || value instanceof Boolean || value instanceof Number
        ? value
        : value.toString();
  }
}
