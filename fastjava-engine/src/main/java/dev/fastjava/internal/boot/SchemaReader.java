package dev.fastjava.internal.boot;

import dev.fastjava.internal.json.JsonReader;
import dev.fastjava.internal.types.TypeSchemas;
import java.util.Map;
import java.util.Objects;

/**
 * Turns schemas as users have them into plain values: builders, maps, booleans, JSON text, Jackson
 * nodes, Java types, and maps that hold any of these.
 */
final class SchemaReader {
  private final JsonReader json;

  /** Makes a reader. */
  SchemaReader(JsonReader json) {
    this.json = json;
  }

  /** Reads one schema. */
  Object read(Object schema) {
    return schema instanceof String text
        ? Objects.requireNonNull(json.read(text), "A schema must not be null")
        : Objects.requireNonNull(TypeSchemas.resolve(schema));
  }

  /** Reads a schema that is a map. */
  @SuppressWarnings("unchecked") // a map is read as a map with text keys
  Map<String, Object> readMap(Map<String, ?> schema) {
    return (Map<String, Object>) read(schema);
  }
}
