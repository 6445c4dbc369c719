package dev.fastjava;

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
public abstract sealed class TypedKey<T> permits ConfigKey, DecoratorKey {
  private final String name;
  private final Type type;
  private final Class<?> valueClass;
  private final boolean primitive;

  TypedKey(String name, Class<T> type) {
    this.name = Objects.requireNonNull(name, "name");
    this.valueClass = MethodType.methodType(type).wrap().returnType();
    this.type = valueClass;
    this.primitive = type.isPrimitive();
  }

  TypedKey(String name, TypeRef<T> type) {
    this.name = Objects.requireNonNull(name, "name");
    this.valueClass = type.rawType();
    this.type = type.type();
    this.primitive = false;
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
    return type;
  }

  /**
   * Returns whether a value is of the type's class. Type arguments cannot be looked at.
   *
   * @param value the value
   * @return true when it is; a null is of every type
   */
  public final boolean accepts(@Nullable Object value) {
    return value == null || valueClass.isInstance(value);
  }

  /**
   * Returns whether the key was made for a primitive type, which knows no null: reading a decorator
   * without a value by it is an error that names the decorator, not one of unboxing.
   *
   * @return true for such a key
   */
  public final boolean isPrimitive() {
    return primitive;
  }

  /**
   * Gives a value the type of this key.
   *
   * @param value the value
   * @return the value
   * @throws ClassCastException if it is of another class; it names the key
   */
  @SuppressWarnings("unchecked") // as far as a class tells
  public final @Nullable T cast(@Nullable Object value) {
    if (!accepts(value)) {
      throw new ClassCastException(
          "The value of '"
              + name
              + "' is of type "
              + Objects.requireNonNull(value).getClass().getTypeName()
              + ", not "
              + type.getTypeName());
    }
    return (T) value;
  }

  @Override
  public final boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof TypedKey<?> key
            && getClass() == key.getClass()
            && name.equals(key.name)
            && type.equals(key.type));
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
    return "'" + name + "' of type " + type.getTypeName();
  }
}
