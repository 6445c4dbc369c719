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
    this.name = Objects.requireNonNull(name, "name");
    this.types = types;
  }

  /** A type as it is written and its class, boxed. */
  record Types(Type written, Class<?> valueClass, boolean primitive) {
    static Types of(Class<?> type) {
      Class<?> boxed = MethodType.methodType(type).wrap().returnType();
      return new Types(boxed, boxed, type.isPrimitive());
    }

    static Types of(TypeRef<?> type) {
      return new Types(type.type(), type.rawType(), false);
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
   * Returns whether the key was made for a primitive type, which knows no null: reading a decorator
   * without a value by it is an error that names the decorator, not one of unboxing.
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
              + types.written().getTypeName());
    }
    return (T) value;
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
    return "'" + name + "' of type " + types.written().getTypeName();
  }
}
