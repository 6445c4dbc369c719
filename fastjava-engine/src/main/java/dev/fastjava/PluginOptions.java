package dev.fastjava;

import dev.fastjava.logging.LogSerializer;
import java.lang.invoke.MethodType;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The options a plugin is registered with: prefix, log settings, and values of its own. Immutable.
 *
 * <p>Reference: Plugins, Plugin Options.
 */
public final class PluginOptions {
  /** No options. */
  public static final PluginOptions NONE = new PluginOptions(new Builder());

  private final @Nullable String prefix;
  private final @Nullable String logLevel;
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
  public @Nullable String logLevel() {
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
   * Returns all options of the plugin's own.
   *
   * @return an unmodifiable map in the order they were set
   */
  public Map<String, @Nullable Object> values() {
    return values;
  }

  /** Collects options. Not thread-safe. */
  public static final class Builder {
    private @Nullable String prefix;
    private @Nullable String logLevel;
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
     * @param logLevel a level of the logger
     * @return this
     */
    public Builder logLevel(String logLevel) {
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
     */
    public Builder set(String name, @Nullable Object value) {
      values.put(name, value);
      return this;
    }
  }
}
