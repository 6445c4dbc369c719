package dev.fastjava.type;

/**
 * The name and the type of a decorator in one constant, shared by those who declare, set and read
 * it: {@code static final DecoratorKey<Session> SESSION = DecoratorKey.of("session",
 * Session.class)}. Immutable.
 *
 * <p>Reference: Decorators; TypeScript, Decorators.
 *
 * @param <T> the type of its values
 */
public final class DecoratorKey<T> extends TypedKey<T> {
  private DecoratorKey(String name, Types types) {
    super(name, types);
  }

  /**
   * Makes a key.
   *
   * @param name the name of the decorator
   * @param type the type of its values; a primitive one is that of its box, and a decorator without
   *     a value cannot be read by it
   * @param <T> the type
   * @return the key
   */
  public static <T> DecoratorKey<T> of(String name, Class<T> type) {
    return new DecoratorKey<>(name, Types.of(type));
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
    return new DecoratorKey<>(name, Types.of(type));
  }
}
