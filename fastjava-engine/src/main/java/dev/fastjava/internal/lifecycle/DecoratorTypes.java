package dev.fastjava.internal.lifecycle;

import dev.fastjava.type.DecoratorKey;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;

/** Gives the values of decorators the types they are asked for. */
public final class DecoratorTypes {
  private DecoratorTypes() {}

  /**
   * Gives a decorator's value the type of a key.
   *
   * @param owner what has the decorator, for messages
   * @param declared the key it was declared with; null for a name alone
   */
  @SuppressWarnings("unchecked") // checked by class, and by the key it was declared with
  public static <T> @Nullable T typed(
      String owner,
      @Nullable DecoratorKey<?> declared,
      DecoratorKey<T> key,
      @Nullable Object value) {
    requireSame(owner, declared, key);
    if (value == null && key.isPrimitive()) {
      throw noNull(owner, key.name(), key.typeName());
    }
    if (!key.accepts(value)) {
      throw other(owner, key.name(), value, key.typeName());
    }
    return (T) value;
  }

  /**
   * Gives a decorator's value the type it is asked for.
   *
   * @throws IllegalStateException if it is null and the type has no null
   * @throws ClassCastException if it is of another type
   */
  @SuppressWarnings("unchecked") // of a primitive type the value is its box: Class.cast refuses it
  public static <T> @Nullable T typed(
      String owner, String name, @Nullable Object value, Class<T> type) {
    if (type.isInstance(value)) {
      return (T) value;
    }
    if (value == null) {
      if (type.isPrimitive()) {
        throw noNull(owner, name, type.getName());
      }
      return null;
    }
    if (type.isPrimitive() && MethodType.methodType(type).wrap().returnType().isInstance(value)) {
      return (T) value;
    }
    throw other(owner, name, value, type.getTypeName());
  }

  private static IllegalStateException noNull(String owner, String name, String type) {
    return new IllegalStateException(
        "The "
            + owner
            + " decorator '"
            + name
            + "' has no value, and "
            + type
            + " knows no null: set it before it is read, or read it as a reference type");
  }

  /** Returns a value that has to be there. */
  public static <T> T present(String owner, String name, @Nullable T value) {
    if (value == null) {
      throw new IllegalStateException("The " + owner + " decorator '" + name + "' has no value");
    }
    return value;
  }

  /** Refuses a key that is not the one a decorator was declared with. */
  public static void requireSame(
      String owner, @Nullable DecoratorKey<?> declared, DecoratorKey<?> key) {
    if (declared != null && !declared.equals(key)) {
      throw new ClassCastException(
          "The "
              + owner
              + " decorator "
              + declared
              + " is asked for as one of type "
              + key.typeName());
    }
  }

  /** Refuses a value that the key of a decorator does not take, however it is set. */
  public static void requireSettable(
      String owner, String name, @Nullable DecoratorKey<?> declared, @Nullable Object value) {
    if (declared != null && !declared.accepts(value)) {
      throw other(owner, name, value, declared.typeName());
    }
  }

  /** The error of a decorator that has a getter and no setter. */
  public static IllegalStateException onlyComputed(String owner, String name) {
    return new IllegalStateException(
        "The " + owner + " decorator '" + name + "' is computed by a getter and cannot be set");
  }

  private static ClassCastException other(
      String owner, String name, @Nullable Object value, String expected) {
    return new ClassCastException(
        "The "
            + owner
            + " decorator '"
            + name
            + "' is of type "
            + (value == null ? "null" : value.getClass().getTypeName())
            + ", not "
            + expected);
  }
}
