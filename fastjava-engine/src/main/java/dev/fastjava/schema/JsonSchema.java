package dev.fastjava.schema;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A source of a JSON Schema: the fluent builder, JSON text, a map, a Java type.
 *
 * <p>{@link Schemas} makes all of them.
 */
@FunctionalInterface
public interface JsonSchema {
  /**
   * Returns the schema as plain Java values.
   *
   * @return a {@code Map} or a {@code Boolean}, not to be changed
   */
  Object toValue();

  /**
   * Returns a schema given as a map.
   *
   * @param schema keywords and their values; copied
   * @return the schema
   */
  static JsonSchema of(Map<String, ? extends @Nullable Object> schema) {
    Object copy = SchemaValues.copyOf(schema);
    return () -> copy;
  }

  /**
   * Returns the schema that everything satisfies, or nothing.
   *
   * @param valid true for the schema that everything satisfies
   * @return the schema
   */
  static JsonSchema of(boolean valid) {
    return () -> valid;
  }
}
