package dev.fastjava;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A route found by a url or pattern.
 *
 * <p>Reference: Server, findRoute.
 *
 * @param handler answers its requests; throws the error for a url that requests are refused for
 * @param params what matched each parameter of the pattern, such as {@code id} to {@code :id}
 */
public record FoundRoute(Handler handler, Map<String, String> params) {
  /**
   * Copies the parameters.
   *
   * @param handler answers its requests; throws the error for a url that requests are refused for
   * @param params what matched each parameter of the pattern, such as {@code id} to {@code :id}
   */
  public FoundRoute {
    // In the order in which they come.
    params = Collections.unmodifiableMap(new LinkedHashMap<>(params));
  }
}
