package dev.fastjava.schema;

import dev.fastjava.type.Typed;
import java.lang.reflect.Type;

/**
 * A schema with the Java type that its values are bound to, for routes that name their types. Made
 * by {@link JsonSchema#as(Class)}. Immutable.
 *
 * @param <T> the type
 */
public final class TypedSchema<T> implements JsonSchema, Typed<T> {
  private final JsonSchema schema;
  private final Type type;

  TypedSchema(JsonSchema schema, Type type) {
    this.schema = schema;
    this.type = type;
  }

  @Override
  public Type type() {
    return type;
  }

  @Override
  public Object toValue() {
    return schema.toValue();
  }

  @Override
  public Object toParts() {
    return schema.toParts();
  }
}
