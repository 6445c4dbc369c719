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
   * @param route the route, prefix included; changing it changes what is registered. {@link
   *     RouteDefinition#describe()} tells what was declared, {@link RouteOptions#hooks()} puts
   *     hooks in front of others, replaces and removes them
   * @param instance the context of the route, to which routes may be added. They run this hook,
   *     too: tell those that it made, by an entry of their configuration for example. One that adds
   *     a route for each route fails the registration
   * @throws Exception fails the step
   */
  void run(RouteDefinition route, Fastjava instance) throws Exception;
}
