package dev.fastjava.schema;

import dev.fastjava.type.Typed;
import java.lang.reflect.Type;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The schema of a Java type: a record, bean, enum, sealed interface, collection or scalar. What
 * Jackson reads and writes satisfies it. {@link Schemas#of(Class)} makes it. Routes that name their
 * types take it: {@code r.body(Schemas.of(User.class).without("role"))} has a handler of users.
 *
 * <p>Inside of another schema, types that are met more than once or contain themselves are put into
 * the {@code definitions} of the whole. Immutable.
 *
 * <p>Reference: Validation-and-Serialization; Guides/Fluent-Schema.
 *
 * @param <T> the type
 */
public final class TypeSchema<T> extends AnnotatedSchema<TypeSchema<T>> implements Typed<T> {
  private final Type type;

  /** The properties that are kept, or left out; none for the whole type. */
  private final Set<String> names;

  private final boolean keep;

  TypeSchema(Type type) {
    this(Objects.requireNonNull(type), Set.of(), false, Map.of(), false);
  }

  private TypeSchema(
      Type type,
      Set<String> names,
      boolean keep,
      Map<String, @Nullable Object> added,
      boolean required) {
    super(added, required);
    this.type = type;
    this.names = names;
    this.keep = keep;
  }

  @Override
  TypeSchema<T> with(Map<String, @Nullable Object> keywords, boolean required) {
    return new TypeSchema<>(type, names, keep, keywords, required);
  }

  /**
   * Returns the schema of the type with some of its properties alone.
   *
   * @param names the properties to keep, by their names in JSON; an unknown one fails when the
   *     schema is read
   * @return a schema; what the type requires of those that stay is required
   */
  public TypeSchema<T> only(String... names) {
    Set<String> kept = checked(names, "keep");
    for (String name : kept) {
      if (!keeps(name)) {
        throw new IllegalArgumentException("'" + name + "' has been left out before");
      }
    }
    return new TypeSchema<>(type, kept, true, keywords(), isRequired());
  }

  /**
   * Returns the schema of the type without some of its properties.
   *
   * @param names the properties to leave out, by their names in JSON; an unknown one fails when the
   *     schema is read
   * @return a schema; what the type requires of those that stay is required
   */
  public TypeSchema<T> without(String... names) {
    Set<String> all = new LinkedHashSet<>(this.names);
    for (String name : checked(names, "leave out")) {
      if (keep ? !all.remove(name) : !all.add(name)) {
        throw new IllegalArgumentException("'" + name + "' has been left out before");
      }
    }
    if (keep && all.isEmpty()) {
      throw new IllegalArgumentException("Nothing of " + type.getTypeName() + " is left");
    }
    return new TypeSchema<>(type, Collections.unmodifiableSet(all), keep, keywords(), isRequired());
  }

  private Set<String> checked(String[] chosen, String what) {
    if (chosen.length == 0) {
      throw new IllegalArgumentException(
          "No property of " + type.getTypeName() + " is named to " + what);
    }
    return Collections.unmodifiableSet(new LinkedHashSet<>(List.of(chosen)));
  }

  @Override
  public Type type() {
    return type;
  }

  /**
   * Returns the properties that {@link #only} or {@link #without} have named.
   *
   * @return the names in JSON; empty for the whole type
   */
  public Set<String> names() {
    return names;
  }

  /**
   * Tells whether the schema has a property of the type.
   *
   * @param name its name in JSON
   * @return false when it is left out
   */
  public boolean keeps(String name) {
    return names.contains(name) == keep;
  }

  /**
   * Tells whether the named properties are all there are, as after {@link #only}: others are left
   * out, be they known to the type or not.
   *
   * @return whether others are left out; false after {@link #without}
   */
  public boolean isAlone() {
    return keep;
  }

  /**
   * Returns what is said besides that which the type says.
   *
   * @return keywords and their values; not to be changed
   */
  public Map<String, @Nullable Object> added() {
    return keywords();
  }

  @Override
  public Object toValue() {
    return SchemaEngine.schemaOf(this);
  }

  @Override
  public Object toParts() {
    return this;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TypeSchema<?> schema
        && type.equals(schema.type)
        && names.equals(schema.names)
        && keep == schema.keep
        && keywords().equals(schema.keywords())
        && isRequired() == schema.isRequired();
  }

  @Override
  public int hashCode() {
    return Objects.hash(type, names, keywords());
  }

  @Override
  public String toString() {
    return type.getTypeName()
        + (names.isEmpty() ? "" : (keep ? " only " : " without ") + names)
        + (keywords().isEmpty() ? "" : " " + keywords());
  }
}
