package dev.fastjava.schema;

import java.lang.reflect.Type;
import java.util.Objects;

/**
 * The schema of a Java type: a record, bean, enum, sealed interface, collection or scalar. What
 * Jackson reads and writes satisfies it. {@link Schemas#of(Type)} makes it.
 *
 * <p>Inside of another schema, types that are met more than once or contain themselves are put into
 * the {@code definitions} of the whole.
 *
 * @param type the type
 */
public record TypeSchema(Type type) implements JsonSchema {
  /**
   * The {@code $comment} of a schema of subtypes told apart by a property. It stands beside {@code
   * discriminator}, which may be used there without setting the option.
   */
  public static final String DISCRIMINATED = "alternatives of a Java type";

  /**
   * Makes the schema; the type is looked at later.
   *
   * @param type the type
   */
  public TypeSchema {
    Objects.requireNonNull(type);
  }

  @Override
  public Object toValue() {
    return SchemaEngine.schemaOf(this);
  }

  @Override
  public Object toParts() {
    return this;
  }
}
