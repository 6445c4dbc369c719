package dev.fastjava.schema;

import java.lang.reflect.Type;
import java.util.Objects;
import java.util.Set;

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

  /**
   * Returns the schema of the type with some of its properties alone.
   *
   * @param names the properties to keep, by their names in JSON; an unknown one fails when the
   *     schema is read
   * @return a schema
   */
  public PartialTypeSchema only(String... names) {
    return new PartialTypeSchema(this, Set.of(names), true);
  }

  /**
   * Returns the schema of the type without some of its properties.
   *
   * @param names the properties to leave out, by their names in JSON; an unknown one fails when the
   *     schema is read
   * @return a schema
   */
  public PartialTypeSchema without(String... names) {
    return new PartialTypeSchema(this, Set.of(names), false);
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
