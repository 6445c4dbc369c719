package dev.fastjava;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A route found by a url or pattern. Immutable.
 *
 * <p>Reference: Server, findRoute.
 */
public final class FoundRoute {
  private final Handler handler;
  private final Map<String, String> params;

  private FoundRoute(Handler handler, Map<String, String> params) {
    this.handler = Objects.requireNonNull(handler);
    // In the order in which they come.
    this.params = Collections.unmodifiableMap(new LinkedHashMap<>(params));
  }

  /**
   * Makes one, for those who test what looks for routes.
   *
   * @param handler answers its requests
   * @param params what matched each parameter of the pattern; copied
   * @return the route
   */
  public static FoundRoute of(Handler handler, Map<String, String> params) {
    return new FoundRoute(handler, params);
  }

  /**
   * Returns what answers its requests.
   *
   * @return the handler; throws the error for a url that requests are refused for
   */
  public Handler handler() {
    return handler;
  }

  /**
   * Returns what matched each parameter of the pattern.
   *
   * @return an unmodifiable map, such as {@code id} to {@code :id}
   */
  public Map<String, String> params() {
    return params;
  }

  @Override
  public String toString() {
    return "FoundRoute" + params;
  }
}
