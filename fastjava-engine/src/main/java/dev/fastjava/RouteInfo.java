package dev.fastjava;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a route was declared with. Immutable.
 *
 * <p>Reference: Request, routeOptions.
 */
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
   * @return milliseconds; 0 for no limit
   */
  long handlerTimeout();

  /**
   * Returns whether validation errors are attached to the request.
   *
   * @return true when they are
   */
  boolean attachValidation();

  /**
   * Returns the log level of the route.
   *
   * @return the level; null when inherited
   */
  @Nullable String logLevel();

  /**
   * Returns whether a HEAD route was asked for.
   *
   * @return the setting in force
   */
  @Nullable Boolean exposeHeadRoute();

  /**
   * Returns how the path {@code /} joins with the prefix.
   *
   * @return {@code both}, {@code slash} or {@code no-slash}
   */
  String prefixTrailingSlash();

  /**
   * Returns the custom configuration.
   *
   * @return names and values
   */
  Map<String, Object> config();

  /**
   * Returns an entry of the custom configuration.
   *
   * @param key its name and type
   * @param <T> the type
   * @return its value, null when the route has none
   * @throws ClassCastException if it was set to a value of another type, by its name
   */
  default <T> @Nullable T config(ConfigKey<T> key) {
    return key.cast(config().get(key.name()));
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
}
