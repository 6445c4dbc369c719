package dev.fastjava;

/**
 * Sees each route as it is registered; runs at once, before the route is built.
 *
 * <p>Synchronous only: the statement that declares the route waits for it, so that the next one
 * finds the route as it is. It may not start what the route needs; that is what plugins are for.
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
