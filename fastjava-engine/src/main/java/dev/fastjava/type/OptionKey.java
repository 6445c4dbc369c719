package dev.fastjava.type;

/**
 * The name and the type of an option that a plugin is registered with, in one constant: {@code
 * static final OptionKey<Integer> MAX = OptionKey.of("max", int.class)}, {@code
 * app.register(limits, o -> o.set(MAX, 10))}, {@code options.get(MAX)}. Immutable.
 *
 * <p>Reference: Plugins, Plugin Options.
 *
 * @param <T> the type of its values
 */
public final class OptionKey<T> extends TypedKey<T> {
  private OptionKey(String name, Types types) {
    super(name, types);
  }

  /**
   * Makes a key.
   *
   * @param name the name of the option
   * @param type the type of its values; a primitive one is that of its box, and an option without a
   *     value cannot be read by it
   * @param <T> the type
   * @return the key
   */
  public static <T> OptionKey<T> of(String name, Class<T> type) {
    return new OptionKey<>(name, Types.of(type));
  }

  /**
   * Makes a key for values of a generic type.
   *
   * @param name the name of the option
   * @param type the type of its values
   * @param <T> the type
   * @return the key
   */
  public static <T> OptionKey<T> of(String name, TypeRef<T> type) {
    return new OptionKey<>(name, Types.of(type));
  }
}
