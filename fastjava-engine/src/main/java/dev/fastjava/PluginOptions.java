package dev.fastjava;

import dev.fastjava.logging.LogLevel;
import dev.fastjava.logging.LogSerializer;
import dev.fastjava.type.OptionKey;
import java.lang.invoke.MethodType;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What the framework gives every plugin when it is registered: prefix, log settings, where it runs;
 * and values for the plugin itself. Immutable. A plugin for others takes its own options where it
 * is made, {@code Cors.plugin(cors -> cors.origin("https://a.example"))}.
 *
 * <p>Reference: Plugins, Plugin Options.
 */
public final class PluginOptions {
  /** No options. */
  public static final PluginOptions NONE = new PluginOptions(new Builder());

  private final @Nullable String prefix;
  private final @Nullable LogLevel logLevel;
  private final @Nullable Execution execution;
  private final Map<String, LogSerializer> logSerializers;
  private final Map<String, @Nullable Object> values;

  private PluginOptions(Builder builder) {
    prefix = builder.prefix;
    logLevel = builder.logLevel;
    execution = builder.execution;
    logSerializers = Map.copyOf(builder.logSerializers);
    values = Collections.unmodifiableMap(new LinkedHashMap<>(builder.values));
  }

  /**
   * Builds options.
   *
   * @param options sets them
   * @return the options
   */
  public static PluginOptions of(Consumer<Builder> options) {
    Builder builder = new Builder();
    options.accept(builder);
    return new PluginOptions(builder);
  }

  /**
   * Returns the prefix of the plugin's routes.
   *
   * @return the prefix, or null
   */
  public @Nullable String prefix() {
    return prefix;
  }

  /**
   * Returns the log level of the plugin's routes.
   *
   * @return the level, or null
   */
  public @Nullable LogLevel logLevel() {
    return logLevel;
  }

  /**
   * Returns where hooks and handlers of the plugin's routes run.
   *
   * @return the mode; null for that of the parent
   */
  public @Nullable Execution execution() {
    return execution;
  }

  /**
   * Returns the log serializers of the plugin's routes.
   *
   * @return by key of the log line
   */
  public Map<String, LogSerializer> logSerializers() {
    return logSerializers;
  }

  /**
   * Returns an option of the plugin's own.
   *
   * @param name its name
   * @return the value, or null
   */
  public @Nullable Object get(String name) {
    return values.get(name);
  }

  /**
   * Returns an option of the plugin's own.
   *
   * @param name its name
   * @param type its type; a value of another one is a {@code ClassCastException} that names the
   *     option
   * @param <T> the type
   * @return the value, null when it is not set; with a primitive type, which has no null, an {@code
   *     IllegalStateException} names the option that is missing
   */
  @SuppressWarnings("unchecked") // of a primitive type the value is its box: Class.cast refuses it
  public <T> @Nullable T get(String name, Class<T> type) {
    Object value = values.get(name);
    Class<?> boxed = type.isPrimitive() ? MethodType.methodType(type).wrap().returnType() : type;
    if (boxed.isInstance(value)) {
      return (T) value;
    }
    if (value != null) {
      throw new ClassCastException(
          "The option '"
              + name
              + "' is of type "
              + value.getClass().getTypeName()
              + ", not "
              + type.getTypeName());
    }
    if (type.isPrimitive()) {
      throw new IllegalStateException(
          "The option '" + name + "' is not set, and " + type.getName() + " knows no null");
    }
    return null;
  }

  /**
   * Returns an option of the plugin's own.
   *
   * @param key its name and type
   * @param <T> the type
   * @return the value, null when it is not set
   * @throws ClassCastException if a value of another type was set by the name; it names the option
   * @throws IllegalStateException if it is not set and the key is of a primitive type
   */
  public <T> @Nullable T get(OptionKey<T> key) {
    return key.cast(values.get(key.name()));
  }

  /**
   * Returns an option of the plugin's own that it cannot do without.
   *
   * @param key its name and type
   * @param <T> the type
   * @return the value
   * @throws IllegalStateException if it is not set; it names the option
   * @throws ClassCastException if a value of another type was set by the name; it names the option
   */
  public <T> T require(OptionKey<T> key) {
    T value = values.get(key.name()) == null ? null : get(key);
    if (value == null) {
      throw new IllegalStateException(
          "The option '" + key.name() + "' is not set: register the plugin with it");
    }
    return value;
  }

  /**
   * Returns all options of the plugin's own.
   *
   * @return an unmodifiable map in the order they were set
   */
  public Map<String, @Nullable Object> values() {
    return values;
  }

  /** Collects options. Not thread-safe. */
  public static final class Builder {
    private static final Set<String> OWN_METHODS =
        Set.of("prefix", "logLevel", "execution", "logSerializers");

    private @Nullable String prefix;
    private @Nullable LogLevel logLevel;
    private @Nullable Execution execution;
    private Map<String, LogSerializer> logSerializers = Map.of();
    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

    private Builder() {}

    /**
     * Sets the prefix of the plugin's routes.
     *
     * @param prefix a path, may have parameters
     * @return this
     */
    public Builder prefix(String prefix) {
      this.prefix = prefix;
      return this;
    }

    /**
     * Sets the log level of the plugin's routes.
     *
     * @param logLevel the least level that is logged
     * @return this
     */
    public Builder logLevel(LogLevel logLevel) {
      this.logLevel = logLevel;
      return this;
    }

    /**
     * Sets where hooks and handlers of the plugin's routes run.
     *
     * @param execution the mode
     * @return this
     */
    public Builder execution(Execution execution) {
      this.execution = execution;
      return this;
    }

    /**
     * Sets log serializers for the plugin's routes.
     *
     * @param logSerializers by key of the log line
     * @return this
     */
    public Builder logSerializers(Map<String, LogSerializer> logSerializers) {
      this.logSerializers = logSerializers;
      return this;
    }

    /**
     * Sets an option of the plugin's own.
     *
     * @param name its name
     * @param value its value, may be null
     * @return this
     * @throws IllegalArgumentException for the name of an option that has a method of its own
     */
    public Builder set(String name, @Nullable Object value) {
      if (OWN_METHODS.contains(name)) {
        throw new IllegalArgumentException(
            "The option '" + name + "' is one of every plugin: set it by " + name + "(...)");
      }
      values.put(name, value);
      return this;
    }

    /**
     * Sets an option of the plugin's own.
     *
     * @param key its name and type
     * @param value its value
     * @param <T> the type
     * @return this
     * @throws ClassCastException if the value is of another class; it names the option
     */
    public <T> Builder set(OptionKey<T> key, T value) {
      return set(key.name(), key.cast(value));
    }
  }
}
