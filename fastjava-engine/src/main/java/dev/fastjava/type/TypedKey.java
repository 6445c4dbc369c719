package dev.fastjava.type;

import java.lang.invoke.MethodType;
import java.lang.reflect.Type;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A name and the type of what goes by it, in one constant. Keys of one kind with the same name and
 * type are equal. Immutable.
 *
 * @param <T> the type of the values
 */
public abstract sealed class TypedKey<T> permits ConfigKey, DecoratorKey, OptionKey {
  private final String name;
  private final Types types;

  TypedKey(String name, Types types) {
    this.name = requireName(name);
    this.types = types;
  }

  private static String requireName(String name) {
    if (Objects.requireNonNull(name, "The name of a key is null").isBlank()
        || name.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          "The name of a key must not be blank, nor have control characters");
    }
    return name;
  }

  /** A type as it is written and its class, boxed. */
  record Types(Type written, Class<?> valueClass, boolean primitive, String name) {
    static Types of(Class<?> type) {
      Objects.requireNonNull(type, "The type of a key is null");
      if (type == void.class || type == Void.class) {
        throw new IllegalArgumentException("A key of type " + type.getName() + " has no values");
      }
      Class<?> boxed = MethodType.methodType(type).wrap().returnType();
      return new Types(boxed, boxed, type.isPrimitive(), type.getTypeName());
    }

    static Types of(TypeRef<?> type) {
      Objects.requireNonNull(type, "The type of a key is null");
      return new Types(type.type(), type.rawType(), false, type.type().getTypeName());
    }
  }

  /**
   * Returns the name, by which the value is also known without the key.
   *
   * @return the name
   */
  public final String name() {
    return name;
  }

  /**
   * Returns the type.
   *
   * @return the type of the values, with its type arguments; of a primitive one that of its box
   */
  public final Type type() {
    return types.written();
  }

  /**
   * Returns whether a value is of the type's class. Type arguments cannot be looked at.
   *
   * @param value the value
   * @return true when it is; a null is of every type
   */
  public final boolean accepts(@Nullable Object value) {
    return value == null || types.valueClass().isInstance(value);
  }

  /**
   * Returns whether the key was made for a primitive type, which knows no null: reading what has no
   * value by it is an error that names the key, not one of unboxing.
   *
   * @return true for such a key
   */
  public final boolean isPrimitive() {
    return types.primitive();
  }

  /**
   * Gives a value the type of this key.
   *
   * @param value the value
   * @return the value
   * @throws ClassCastException if it is of another class; it names the key
   * @throws IllegalStateException if there is none and the type is a primitive one; it names the
   *     key
   */
  @SuppressWarnings("unchecked") // as far as a class tells
  public final @Nullable T cast(@Nullable Object value) {
    if (value == null && isPrimitive()) {
      throw new IllegalStateException(
          "There is no value of '"
              + name
              + "', and "
              + typeName()
              + " knows no null: set it, or"
              + " read it as a reference type");
    }
    if (!accepts(value)) {
      throw new ClassCastException(
          "The value of '"
              + name
              + "' is of type "
              + Objects.requireNonNull(value).getClass().getTypeName()
              + ", not "
              + typeName());
    }
    return (T) value;
  }

  /**
   * Returns the name of the type as the key was made with it, for messages.
   *
   * @return such as {@code int} or {@code java.util.List<java.lang.String>}
   */
  public final String typeName() {
    return types.name();
  }

  @Override
  public final boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof TypedKey<?> key
            && getClass() == key.getClass()
            && name.equals(key.name)
            && types.equals(key.types));
  }

  @Override
  public final int hashCode() {
    return name.hashCode();
  }

  /**
   * Returns name and type, for messages.
   *
   * @return such as {@code 'session' of type com.example.Session}
   */
  @Override
  public final String toString() {
    return "'" + name + "' of type " + typeName();
  }
}
