package dev.fastjava;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The routes of an encapsulation context. Routes are added at boot only.
 *
 * <p>Reference: Routes; Server.
 */
public interface RouteRegistry {
  /**
   * Adds a route for GET.
   *
   * @param url the path pattern
   * @param handler answers the requests
   * @return this
   */
  Fastjava get(String url, Handler handler);

  /**
   * Adds a route for GET with options.
   *
   * @param url the path pattern
   * @param route sets the options
   * @param handler answers the requests
   * @return this
   */
  Fastjava get(String url, Consumer<RouteDefinition> route, Handler handler);

  /**
   * Adds a route for HEAD.
   *
   * @param url the path pattern
   * @param handler answers the requests
   * @return this
   */
  Fastjava head(String url, Handler handler);

  /**
   * Adds a route for HEAD with options.
   *
   * @param url the path pattern
   * @param route sets the options
   * @param handler answers the requests
   * @return this
   */
  Fastjava head(String url, Consumer<RouteDefinition> route, Handler handler);

  /**
   * Adds a route for POST.
   *
   * @param url the path pattern
   * @param handler answers the requests
   * @return this
   */
  Fastjava post(String url, Handler handler);

  /**
   * Adds a route for POST with options.
   *
   * @param url the path pattern
   * @param route sets the options
   * @param handler answers the requests
   * @return this
   */
  Fastjava post(String url, Consumer<RouteDefinition> route, Handler handler);

  /**
   * Adds a route for PUT.
   *
   * @param url the path pattern
   * @param handler answers the requests
   * @return this
   */
  Fastjava put(String url, Handler handler);

  /**
   * Adds a route for PUT with options.
   *
   * @param url the path pattern
   * @param route sets the options
   * @param handler answers the requests
   * @return this
   */
  Fastjava put(String url, Consumer<RouteDefinition> route, Handler handler);

  /**
   * Adds a route for PATCH.
   *
   * @param url the path pattern
   * @param handler answers the requests
   * @return this
   */
  Fastjava patch(String url, Handler handler);

  /**
   * Adds a route for PATCH with options.
   *
   * @param url the path pattern
   * @param route sets the options
   * @param handler answers the requests
   * @return this
   */
  Fastjava patch(String url, Consumer<RouteDefinition> route, Handler handler);

  /**
   * Adds a route for DELETE.
   *
   * @param url the path pattern
   * @param handler answers the requests
   * @return this
   */
  Fastjava delete(String url, Handler handler);

  /**
   * Adds a route for DELETE with options.
   *
   * @param url the path pattern
   * @param route sets the options
   * @param handler answers the requests
   * @return this
   */
  Fastjava delete(String url, Consumer<RouteDefinition> route, Handler handler);

  /**
   * Adds a route for OPTIONS.
   *
   * @param url the path pattern
   * @param handler answers the requests
   * @return this
   */
  Fastjava options(String url, Handler handler);

  /**
   * Adds a route for OPTIONS with options.
   *
   * @param url the path pattern
   * @param route sets the options
   * @param handler answers the requests
   * @return this
   */
  Fastjava options(String url, Consumer<RouteDefinition> route, Handler handler);

  /**
   * Adds a route for TRACE.
   *
   * @param url the path pattern
   * @param handler answers the requests
   * @return this
   */
  Fastjava trace(String url, Handler handler);

  /**
   * Adds a route for TRACE with options.
   *
   * @param url the path pattern
   * @param route sets the options
   * @param handler answers the requests
   * @return this
   */
  Fastjava trace(String url, Consumer<RouteDefinition> route, Handler handler);

  /**
   * Adds a route for QUERY.
   *
   * @param url the path pattern
   * @param handler answers the requests
   * @return this
   */
  Fastjava query(String url, Handler handler);

  /**
   * Adds a route for QUERY with options.
   *
   * @param url the path pattern
   * @param route sets the options
   * @param handler answers the requests
   * @return this
   */
  Fastjava query(String url, Consumer<RouteDefinition> route, Handler handler);

  /**
   * Adds a route for every supported method.
   *
   * @param url the path pattern
   * @param handler answers the requests
   * @return this
   */
  Fastjava all(String url, Handler handler);

  /**
   * Adds a route for every supported method with options.
   *
   * @param url the path pattern
   * @param route sets the options
   * @param handler answers the requests
   * @return this
   */
  Fastjava all(String url, Consumer<RouteDefinition> route, Handler handler);

  /**
   * Adds a route.
   *
   * @param route the route; copied
   * @return this
   */
  Fastjava route(RouteDefinition route);

  /**
   * Adds a route.
   *
   * @param route sets method, path, handler and options
   * @return this
   */
  Fastjava route(Consumer<RouteDefinition> route);

  /**
   * Makes a method known, for routes of custom methods such as {@code PROPFIND}.
   *
   * @param method the method, in upper case
   * @param hasBody whether its requests carry a body to parse
   * @return this
   */
  Fastjava addHttpMethod(String method, boolean hasBody);

  /**
   * Returns the methods routes may have.
   *
   * @return the methods, in upper case
   */
  List<String> supportedMethods();

  /**
   * Returns whether a route was registered with this very pattern.
   *
   * @param method the HTTP method
   * @param url the pattern; names of parameters do not matter
   * @return true when there is one
   */
  boolean hasRoute(String method, String url);

  /**
   * Returns whether a route was registered with this very pattern and constraints.
   *
   * @param method the HTTP method
   * @param url the pattern
   * @param constraints values by name
   * @return true when there is one
   */
  boolean hasRoute(String method, String url, Map<String, ?> constraints);

  /**
   * Finds the route registered with this very pattern.
   *
   * @param method the HTTP method
   * @param url the pattern
   * @return the route, or null
   */
  @Nullable FoundRoute findRoute(String method, String url);

  /**
   * Finds the route registered with this very pattern and constraints.
   *
   * @param method the HTTP method
   * @param url the pattern
   * @param constraints values by name
   * @return the route, or null
   */
  @Nullable FoundRoute findRoute(String method, String url, Map<String, ?> constraints);

  /**
   * Prints the route tree.
   *
   * @return several lines
   */
  String printRoutes();

  /**
   * Prints the route tree.
   *
   * @param options sets what to include
   * @return several lines
   */
  String printRoutes(Consumer<PrintRoutesOptions> options);

  /**
   * Adds a custom constraint.
   *
   * @param strategy the strategy
   * @return this
   */
  Fastjava addConstraintStrategy(ConstraintStrategy strategy);

  /**
   * Returns whether a constraint is known and, for the built-in ones, replaced or used.
   *
   * @param name its name
   * @return true when it is
   */
  boolean hasConstraintStrategy(String name);
}
