package dev.fastjava.schema;

import dev.fastjava.type.TypeRef;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

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
   * Returns the schema for use inside of another one: with {@link TypeSchema}s left in it, whose
   * definitions have to be put into the whole.
   *
   * @return what {@link #toValue()} returns, or the same with types in it
   */
  default Object toParts() {
    return toValue();
  }

  /**
   * Names the Java type of what satisfies the schema, for a route that names its types: {@code
   * r.body(object().prop("name", string()).as(NewUser.class))}.
   *
   * @param type the type that values are bound to
   * @param <T> the type
   * @return the same schema with the type
   */
  default <T> TypedSchema<T> as(Class<T> type) {
    return new TypedSchema<>(this, type);
  }

  /**
   * Names the generic Java type of what satisfies the schema, as {@link #as(Class)} does: {@code
   * array(Schemas.of(Article.class).without("body")).as(new TypeRef<List<Article>>() {})}.
   *
   * @param type the type that values are bound to
   * @param <T> the type
   * @return the same schema with the type
   */
  default <T> TypedSchema<T> as(TypeRef<T> type) {
    return new TypedSchema<>(this, type.type());
  }

  /**
   * Returns a schema given as Jackson's node.
   *
   * @param schema an object or a boolean; read now
   * @return the schema
   */
  static JsonSchema of(JsonNode schema) {
    Object copy = Objects.requireNonNull(SchemaValues.plain(schema));
    return () -> copy;
  }

  /**
   * Returns a schema given as a map.
   *
   * @param schema keywords and their values; copied
   * @return the schema
   */
  static JsonSchema of(Map<String, ? extends @Nullable Object> schema) {
    Object copy = SchemaValues.copyOf(schema);
    return SchemaValues.withTypes(copy);
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
