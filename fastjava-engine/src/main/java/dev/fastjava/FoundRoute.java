package dev.fastjava;

import java.util.Map;

/**
 * A route found by its pattern.
 *
 * <p>Reference: Server, findRoute.
 *
 * @param handler answers its requests
 * @param params what matched each parameter of the pattern, such as {@code id} to {@code :id}
 */
public record FoundRoute(Handler handler, Map<String, String> params) {
  /**
   * Copies the parameters.
   *
   * @param handler answers its requests
   * @param params what matched each parameter of the pattern, such as {@code id} to {@code :id}
   */
  public FoundRoute {
    params = Map.copyOf(params);
  }
}
