package dev.fastjava.spring.boot.actuate;

import dev.fastjava.schema.JsonSchema;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Words for what endpoints show. */
final class Descriptions {
  private static final String OWN_PACKAGE = "dev.fastjava.spring.boot.autoconfigure.";

  private Descriptions() {}

  /** The class of an object; for a lambda, whose own tells nothing, the one it was written in. */
  static String type(Object object) {
    String name = object.getClass().getName();
    int lambda = name.indexOf("$$Lambda");
    return lambda < 0 ? name : name.substring(0, lambda) + " lambda";
  }

  /** A line of the application; null for those that register beans. */
  static @Nullable String place(@Nullable StackTraceElement line) {
    return line == null || line.getClassName().startsWith(OWN_PACKAGE) ? null : line.toString();
  }

  /** Values as JSON has them: of others, what they say of themselves. */
  static @Nullable Object plain(@Nullable Object value) {
    if (value == null
        || value instanceof String
        || value instanceof Number
        || value instanceof Boolean) {
      return value;
    }
    if (value instanceof JsonSchema schema) {
      return plain(schema.toValue());
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, @Nullable Object> plain = new LinkedHashMap<>();
      map.forEach((key, each) -> plain.put(String.valueOf(key), plain(each)));
      return plain;
    }
    if (value instanceof Collection<?> all) {
      return all.stream().map(Descriptions::plain).toList();
    }
    return value instanceof Class<?> type ? type.getName() : String.valueOf(value);
  }
}
