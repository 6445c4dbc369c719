package dev.fastjava;

import java.lang.invoke.MethodType;
import java.lang.reflect.Type;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The name and the type of a decorator in one constant, shared by those who declare, set and read
 * it: {@code static final DecoratorKey<Session> SESSION = DecoratorKey.of("session",
 * Session.class)}. Keys with the same name and type are equal. Immutable.
 *
 * <p>Reference: Decorators; TypeScript, Decorators.
 *
 * @param <T> the type of its values
 */
@SuppressWarnings("UnusedTypeParameter") // the compiler uses it: what is set is what is read
public final class DecoratorKey<T> {
  private final String name;
  private final Type type;
  private final Class<?> valueClass;

  private DecoratorKey(String name, Type type, Class<?> raw) {
    this.name = Objects.requireNonNull(name, "name");
    this.type = type;
    this.valueClass = MethodType.methodType(raw).wrap().returnType();
  }

  /**
   * Makes a key.
   *
   * @param name the name of the decorator
   * @param type the type of its values; a primitive one is that of its box
   * @param <T> the type
   * @return the key
   */
  public static <T> DecoratorKey<T> of(String name, Class<T> type) {
    return new DecoratorKey<>(name, MethodType.methodType(type).wrap().returnType(), type);
  }

  /**
   * Makes a key for values of a generic type.
   *
   * @param name the name of the decorator
   * @param type the type of its values
   * @param <T> the type
   * @return the key
   */
  public static <T> DecoratorKey<T> of(String name, TypeRef<T> type) {
    return new DecoratorKey<>(name, type.type(), type.rawType());
  }

  /**
   * Returns the name, by which the decorator is also known without the key.
   *
   * @return the name
   */
  public String name() {
    return name;
  }

  /**
   * Returns the type.
   *
   * @return the type of the values, with its type arguments
   */
  public Type type() {
    return type;
  }

  /**
   * Returns whether a value is of the type's class. Type arguments cannot be looked at.
   *
   * @param value the value
   * @return true when it is; a null is of every type
   */
  public boolean accepts(@Nullable Object value) {
    return value == null || valueClass.isInstance(value);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof DecoratorKey<?> key && name.equals(key.name) && type.equals(key.type));
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  /**
   * Returns name and type, for messages.
   *
   * @return such as {@code 'session' of type com.example.Session}
   */
  @Override
  public String toString() {
    return "'" + name + "' of type " + type.getTypeName();
  }
}
