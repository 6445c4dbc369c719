package dev.fastjava;

import java.util.List;

/**
 * A route found by its pattern.
 *
 * <p>Reference: Server, findRoute.
 *
 * @param handler answers its requests
 * @param params the names of its parameters, in order
 */
public record FoundRoute(Handler handler, List<String> params) {
  /**
   * Copies the names.
   *
   * @param handler answers its requests
   * @param params the names of its parameters, in order
   */
  public FoundRoute {
    params = List.copyOf(params);
  }
}
