package dev.fastjava;

import static java.util.Collections.unmodifiableMap;

import dev.fastjava.logging.LogLevel;
import dev.fastjava.logging.LogSerializer;
import dev.fastjava.option.PrefixTrailingSlash;
import dev.fastjava.schema.SerializerCompiler;
import dev.fastjava.schema.ValidatorCompiler;
import dev.fastjava.spi.ChildLoggerFactory;
import dev.fastjava.spi.SchemaErrorFormatter;
import dev.fastjava.type.ConfigKey;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A route as it was declared, at one moment: what is not set is null or empty, and is that of the
 * context or of the server in the end. {@link RouteInfo} tells what is in force. Immutable.
 *
 * <p>Reference: Routes, Options; Hooks, onRoute.
 */
public final class RouteDescription {
  /** A copy that nobody else has, and that is never changed. */
  private final RouteDefinition route;

  private final Map<String, @Nullable Object> schema;
  private final Map<String, List<Object>> hooks;

  RouteDescription(RouteDefinition route) {
    this.route = route.copy();
    this.schema = this.route.schema.describe();
    this.hooks = this.route.hooks.describe();
  }

  /**
   * Returns the HTTP methods.
   *
   * @return in upper case; an immutable list
   */
  public List<String> methods() {
    return route.methods;
  }

  /**
   * Returns the path pattern.
   *
   * @return the pattern; with the prefix as soon as the route is registered
   */
  public String url() {
    return route.url;
  }

  /**
   * Returns the path pattern without the prefix.
   *
   * @return the pattern
   */
  public String routePath() {
    return route.routePath;
  }

  /**
   * Returns the prefix of the context.
   *
   * @return the prefix; empty without one, and before the route is registered
   */
  public String prefix() {
    return route.prefix;
  }

  /**
   * Returns the handler.
   *
   * @return answers the requests; null when not set
   */
  public @Nullable Handler handler() {
    return route.handler;
  }

  /**
   * Returns the error handler of the route.
   *
   * @return handles its errors first; null when not set
   */
  public @Nullable ErrorHandler errorHandler() {
    return route.errorHandler;
  }

  /**
   * Returns the schemas.
   *
   * @return the schemas by part, as they were declared; an immutable map
   */
  public Map<String, @Nullable Object> schema() {
    return schema;
  }

  /**
   * Returns the constraints.
   *
   * @return values by name; an immutable map
   */
  public Map<String, Object> constraints() {
    return unmodifiableMap(route.constraints);
  }

  /**
   * Returns the custom configuration.
   *
   * @return values by name; an immutable map
   */
  public Map<String, @Nullable Object> config() {
    return unmodifiableMap(route.config);
  }

  /**
   * Returns whether a validation error is attached to the request instead of sent.
   *
   * @return true to let the handler run; null when not set
   */
  public @Nullable Boolean attachValidation() {
    return route.attachValidation;
  }

  /**
   * Returns groups of constraints that count besides the default group.
   *
   * @return an immutable list
   */
  public List<Class<?>> validationGroups() {
    return route.validationGroups;
  }

  /**
   * Returns the view that replies are written in.
   *
   * @return the class that stands for the view; null when it is the mapper's own
   */
  public @Nullable Class<?> replyView() {
    return route.replyView;
  }

  /**
   * Returns the view that bodies are bound in.
   *
   * @return the class that stands for the view; null when it is the mapper's own
   */
  public @Nullable Class<?> bodyView() {
    return route.bodyView;
  }

  /**
   * Returns whether a GET route answers HEAD as well.
   *
   * @return the setting; null when not set, which the registration does before onRoute hooks
   */
  public @Nullable Boolean exposeHeadRoute() {
    return route.exposeHeadRoute;
  }

  /**
   * Returns the limit for bodies.
   *
   * @return bytes; null when not set
   */
  public @Nullable Long bodyLimit() {
    return route.bodyLimit;
  }

  /**
   * Returns the time the reply may take.
   *
   * @return the time; null when not set
   */
  public @Nullable Duration handlerTimeout() {
    return route.handlerTimeout;
  }

  /**
   * Returns the log level of its requests.
   *
   * @return the level; null when neither the route nor, once it is registered, its context sets one
   */
  public @Nullable LogLevel logLevel() {
    return route.logLevel;
  }

  /**
   * Returns the log serializers.
   *
   * @return by key of the log line; an immutable map
   */
  public Map<String, LogSerializer> logSerializers() {
    return route.logSerializers;
  }

  /**
   * Returns how the path {@code /} joins with a prefix.
   *
   * @return the way
   */
  public PrefixTrailingSlash prefixTrailingSlash() {
    return route.prefixTrailingSlash;
  }

  /**
   * Returns the validator compiler.
   *
   * @return compiles the schemas of the request; null when not set
   */
  public @Nullable ValidatorCompiler validatorCompiler() {
    return route.validatorCompiler;
  }

  /**
   * Returns the serializer compiler.
   *
   * @return compiles the schemas of the replies; null when not set
   */
  public @Nullable SerializerCompiler serializerCompiler() {
    return route.serializerCompiler;
  }

  /**
   * Returns the schema error formatter.
   *
   * @return makes validation errors; null when not set
   */
  public @Nullable SchemaErrorFormatter schemaErrorFormatter() {
    return route.schemaErrorFormatter;
  }

  /**
   * Returns the child logger factory.
   *
   * @return makes the logger of each request; null when not set
   */
  public @Nullable ChildLoggerFactory childLoggerFactory() {
    return route.childLoggerFactory;
  }

  /**
   * Returns where hooks and handler run.
   *
   * @return the mode; null when not set
   */
  public @Nullable Execution execution() {
    return route.execution;
  }

  /**
   * Returns the hooks of the route, without those of its context.
   *
   * @return the hooks by phase, in order; an immutable map
   */
  public Map<String, List<Object>> hooks() {
    return hooks;
  }

  /**
   * Returns an entry of the custom configuration.
   *
   * @param key its name and type
   * @param <T> the type
   * @return its value, null when there is none
   * @throws ClassCastException if it was set to a value of another type, by its name
   * @throws IllegalStateException if there is none and the key is of a primitive type
   */
  public <T> @Nullable T config(ConfigKey<T> key) {
    return key.cast(route.config.get(key.name()));
  }

  /**
   * Returns an entry of the custom configuration that the route has to have.
   *
   * @param key its name and type
   * @param <T> the type
   * @return its value
   * @throws ClassCastException if it was set to a value of another type, by its name
   * @throws IllegalStateException if there is none; it names the entry
   */
  public <T> T requireConfig(ConfigKey<T> key) {
    return present(key, route.config);
  }

  static <T> T present(ConfigKey<T> key, Map<String, ? extends @Nullable Object> config) {
    Object found = config.get(key.name());
    T value = found == null ? null : key.cast(found);
    if (value == null) {
      throw new IllegalStateException("The route has no configuration '" + key.name() + "'");
    }
    return value;
  }
}
