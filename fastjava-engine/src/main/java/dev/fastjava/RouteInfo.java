package dev.fastjava;

import dev.fastjava.logging.LogLevel;
import dev.fastjava.mark.ProvidedByEngine;
import dev.fastjava.option.PrefixTrailingSlash;
import dev.fastjava.type.ConfigKey;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a route is: what it was declared with, and what is in force where it sets nothing itself.
 * Found in {@link Request#routeOptions()} and {@link RouteRegistry#routes()}. Immutable.
 *
 * <p>Reference: Request, routeOptions.
 */
@ProvidedByEngine
public interface RouteInfo {
  /**
   * Returns the HTTP methods.
   *
   * @return in upper case; empty outside of a route
   */
  List<String> methods();

  /**
   * Returns the path pattern, prefix included.
   *
   * @return the pattern; null in a not-found handler
   */
  @Nullable String url();

  /**
   * Returns the limit for the body.
   *
   * @return bytes
   */
  long bodyLimit();

  /**
   * Returns the time the handler may take.
   *
   * @return the time; zero for no limit
   */
  Duration handlerTimeout();

  /**
   * Returns whether validation errors are attached to the request.
   *
   * @return true when they are
   */
  boolean attachValidation();

  /**
   * Returns the log level of the route.
   *
   * @return the level; null when it is that of the server
   */
  @Nullable LogLevel logLevel();

  /**
   * Returns whether a HEAD route was asked for.
   *
   * @return the setting in force
   */
  @Nullable Boolean exposeHeadRoute();

  /**
   * Returns how the path {@code /} joins with the prefix.
   *
   * @return the way
   */
  PrefixTrailingSlash prefixTrailingSlash();

  /**
   * Returns the custom configuration.
   *
   * @return names and values, with the {@code url} and {@code method} of the route; an immutable
   *     map
   */
  Map<String, Object> config();

  /**
   * Returns an entry of the custom configuration.
   *
   * @param key its name and type
   * @param <T> the type
   * @return its value, null when the route has none
   * @throws ClassCastException if it was set to a value of another type, by its name
   * @throws IllegalStateException if the route has none and the key is of a primitive type
   */
  default <T> @Nullable T config(ConfigKey<T> key) {
    return key.cast(config().get(key.name()));
  }

  /**
   * Returns an entry of the custom configuration that the route has to have.
   *
   * @param key its name and type
   * @param <T> the type
   * @return its value
   * @throws ClassCastException if it was set to a value of another type, by its name
   * @throws IllegalStateException if the route has none; it names the entry
   */
  default <T> T requireConfig(ConfigKey<T> key) {
    return RouteDescription.present(key, config());
  }

  /**
   * Returns the schemas.
   *
   * @return schemas by part; null for none
   */
  @Nullable Map<String, Object> schema();

  /**
   * Returns the constraints.
   *
   * @return values by name of the constraint
   */
  Map<String, Object> constraints();

  /**
   * Returns the version the request asked for.
   *
   * @return the {@code accept-version} header; null without it or without the constraint
   */
  @Nullable String version();

  /**
   * Returns the handler.
   *
   * @return the handler
   */
  @Nullable Handler handler();

  /**
   * Returns the hooks of the route, those of its context first.
   *
   * @return the hooks by phase, in the order in which they run; an immutable map
   */
  Map<String, List<Object>> hooks();

  /**
   * Returns where hooks and handler run.
   *
   * @return the mode in force; before the server is ready the one that is asked for
   */
  Execution execution();

  /**
   * Returns the prefix of the route's context.
   *
   * @return the prefix; empty without one
   */
  String prefix();

  /**
   * Returns the name of the plugin that declared the route.
   *
   * @return the name, see {@link Fastjava#pluginName()}
   */
  String plugin();

  /**
   * Returns where the route was declared.
   *
   * @return the line of the application; null outside of a route
   */
  @Nullable StackTraceElement declaredAt();
}
