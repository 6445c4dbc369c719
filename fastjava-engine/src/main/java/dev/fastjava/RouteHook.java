package dev.fastjava;

/**
 * Sees each route as it is registered; runs at once, before the route is built.
 *
 * <p>Reference: Hooks, onRoute.
 */
@FunctionalInterface
public interface RouteHook {
  /**
   * Runs the step.
   *
   * @param definition the route; changing it changes what is registered
   * @throws Exception fails the step
   */
  void run(RouteDefinition definition) throws Exception;
}
