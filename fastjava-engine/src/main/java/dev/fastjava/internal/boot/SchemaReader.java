package dev.fastjava.internal.boot;

import dev.fastjava.internal.json.JsonReader;
import dev.fastjava.schema.JsonSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Turns schemas as users have them into plain values: builders, maps, booleans, JSON text, Java
 * types, and maps that hold any of these.
 */
final class SchemaReader {
  private final JsonReader json;
  private final Function<Class<?>, Object> types;

  /**
   * Makes a reader.
   *
   * @param types derives a schema from a Java type
   */
  SchemaReader(JsonReader json, Function<Class<?>, Object> types) {
    this.json = json;
    this.types = types;
  }

  /** Reads one schema. */
  Object read(Object schema) {
    if (schema instanceof String text) {
      return java.util.Objects.requireNonNull(json.read(text), "A schema must not be null");
    }
    return java.util.Objects.requireNonNull(plain(schema));
  }

  /** Reads a schema that is a map. */
  @SuppressWarnings("unchecked") // a map is read as a map with text keys
  Map<String, Object> readMap(Map<String, ?> schema) {
    return (Map<String, Object>) read(schema);
  }

  private @Nullable Object plain(@Nullable Object value) {
    if (value instanceof JsonSchema schema) {
      return plain(schema.toValue());
    }
    if (value instanceof Class<?> type) {
      return plain(types.apply(type));
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, @Nullable Object> copy = new LinkedHashMap<>();
      map.forEach((key, each) -> copy.put(String.valueOf(key), plain(each)));
      return copy;
    }
    if (value instanceof List<?> list) {
      List<@Nullable Object> copy = new ArrayList<>(list.size());
      for (Object each : list) {
        copy.add(plain(each));
      }
      return copy;
    }
    return value;
  }
}
