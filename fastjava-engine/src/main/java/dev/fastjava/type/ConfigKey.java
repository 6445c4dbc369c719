package dev.fastjava.type;

/**
 * The name and the type of an entry of a route's custom configuration in one constant, shared by
 * the routes that set it and the hooks and plugins that read it: {@code static final
 * ConfigKey<Duration> CACHED = ConfigKey.of("cached", Duration.class)}, {@code route.config(CACHED,
 * Duration.ofMinutes(1))}, {@code request.routeOptions().config(CACHED)}. Immutable.
 *
 * <p>Reference: Routes, Config.
 *
 * @param <T> the type of its values
 */
public final class ConfigKey<T> extends TypedKey<T> {
  private ConfigKey(String name, Types types) {
    super(name, types);
  }

  /**
   * Makes a key.
   *
   * @param name the name in the configuration
   * @param type the type of its values; a primitive one is that of its box, and a route without a
   *     value cannot be read by it
   * @param <T> the type
   * @return the key
   */
  public static <T> ConfigKey<T> of(String name, Class<T> type) {
    return new ConfigKey<>(name, Types.of(type));
  }

  /**
   * Makes a key for values of a generic type.
   *
   * @param name the name in the configuration
   * @param type the type of its values
   * @param <T> the type
   * @return the key
   */
  public static <T> ConfigKey<T> of(String name, TypeRef<T> type) {
    return new ConfigKey<>(name, Types.of(type));
  }
}
