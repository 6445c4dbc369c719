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
   * Adds a route for a method given by name, with options.
   *
   * @param method the HTTP method
   * @param url the path pattern
   * @param route sets the options
   * @param handler answers the requests; options that set another one fail with {@code
   *     FST_ERR_ROUTE_DUPLICATED_HANDLER}
   * @return this
   */
  default Fastjava shorthand(
      String method, String url, Consumer<RouteDefinition> route, Handler handler) {
    RouteDefinition definition = RouteDefinition.of(method, url);
    route.accept(definition);
    if (definition.handler() != null) {
      throw ErrorCode.FST_ERR_ROUTE_DUPLICATED_HANDLER.error(method, url);
    }
    return route(definition.handler(handler));
  }

  /**
   * Adds a route for GET.
   *
   * @param url the path pattern
   * @param handler answers the requests
   * @return this
   */
  default Fastjava get(String url, Handler handler) {
    return route(RouteDefinition.get(url).handler(handler));
  }

  /**
   * Adds a route for GET with options.
   *
   * @param url the path pattern
   * @param route sets the options
   * @param handler answers the requests
   * @return this
   */
  default Fastjava get(String url, Consumer<RouteDefinition> route, Handler handler) {
    return shorthand("GET", url, route, handler);
  }

  /**
   * Adds a route for HEAD.
   *
   * @param url the path pattern
   * @param handler answers the requests
   * @return this
   */
  default Fastjava head(String url, Handler handler) {
    return route(RouteDefinition.head(url).handler(handler));
  }

  /**
   * Adds a route for HEAD with options.
   *
   * @param url the path pattern
   * @param route sets the options
   * @param handler answers the requests
   * @return this
   */
  default Fastjava head(String url, Consumer<RouteDefinition> route, Handler handler) {
    return shorthand("HEAD", url, route, handler);
  }

  /**
   * Adds a route for POST.
   *
   * @param url the path pattern
   * @param handler answers the requests
   * @return this
   */
  default Fastjava post(String url, Handler handler) {
    return route(RouteDefinition.post(url).handler(handler));
  }

  /**
   * Adds a route for POST with options.
   *
   * @param url the path pattern
   * @param route sets the options
   * @param handler answers the requests
   * @return this
   */
  default Fastjava post(String url, Consumer<RouteDefinition> route, Handler handler) {
    return shorthand("POST", url, route, handler);
  }

  /**
   * Adds a route for PUT.
   *
   * @param url the path pattern
   * @param handler answers the requests
   * @return this
   */
  default Fastjava put(String url, Handler handler) {
    return route(RouteDefinition.put(url).handler(handler));
  }

  /**
   * Adds a route for PUT with options.
   *
   * @param url the path pattern
   * @param route sets the options
   * @param handler answers the requests
   * @return this
   */
  default Fastjava put(String url, Consumer<RouteDefinition> route, Handler handler) {
    return shorthand("PUT", url, route, handler);
  }

  /**
   * Adds a route for PATCH.
   *
   * @param url the path pattern
   * @param handler answers the requests
   * @return this
   */
  default Fastjava patch(String url, Handler handler) {
    return route(RouteDefinition.patch(url).handler(handler));
  }

  /**
   * Adds a route for PATCH with options.
   *
   * @param url the path pattern
   * @param route sets the options
   * @param handler answers the requests
   * @return this
   */
  default Fastjava patch(String url, Consumer<RouteDefinition> route, Handler handler) {
    return shorthand("PATCH", url, route, handler);
  }

  /**
   * Adds a route for DELETE.
   *
   * @param url the path pattern
   * @param handler answers the requests
   * @return this
   */
  default Fastjava delete(String url, Handler handler) {
    return route(RouteDefinition.delete(url).handler(handler));
  }

  /**
   * Adds a route for DELETE with options.
   *
   * @param url the path pattern
   * @param route sets the options
   * @param handler answers the requests
   * @return this
   */
  default Fastjava delete(String url, Consumer<RouteDefinition> route, Handler handler) {
    return shorthand("DELETE", url, route, handler);
  }

  /**
   * Adds a route for OPTIONS.
   *
   * @param url the path pattern
   * @param handler answers the requests
   * @return this
   */
  default Fastjava options(String url, Handler handler) {
    return route(RouteDefinition.options(url).handler(handler));
  }

  /**
   * Adds a route for OPTIONS with options.
   *
   * @param url the path pattern
   * @param route sets the options
   * @param handler answers the requests
   * @return this
   */
  default Fastjava options(String url, Consumer<RouteDefinition> route, Handler handler) {
    return shorthand("OPTIONS", url, route, handler);
  }

  /**
   * Adds a route for TRACE.
   *
   * @param url the path pattern
   * @param handler answers the requests
   * @return this
   */
  default Fastjava trace(String url, Handler handler) {
    return route(RouteDefinition.trace(url).handler(handler));
  }

  /**
   * Adds a route for TRACE with options.
   *
   * @param url the path pattern
   * @param route sets the options
   * @param handler answers the requests
   * @return this
   */
  default Fastjava trace(String url, Consumer<RouteDefinition> route, Handler handler) {
    return shorthand("TRACE", url, route, handler);
  }

  /**
   * Adds a route for QUERY.
   *
   * @param url the path pattern
   * @param handler answers the requests
   * @return this
   */
  default Fastjava query(String url, Handler handler) {
    return route(RouteDefinition.query(url).handler(handler));
  }

  /**
   * Adds a route for QUERY with options.
   *
   * @param url the path pattern
   * @param route sets the options
   * @param handler answers the requests
   * @return this
   */
  default Fastjava query(String url, Consumer<RouteDefinition> route, Handler handler) {
    return shorthand("QUERY", url, route, handler);
  }

  /**
   * Adds a route for every supported method.
   *
   * @param url the path pattern
   * @param handler answers the requests
   * @return this
   */
  default Fastjava all(String url, Handler handler) {
    return all(url, route -> {}, handler);
  }

  /**
   * Adds a route for every supported method with options.
   *
   * @param url the path pattern
   * @param route sets the options
   * @param handler answers the requests
   * @return this
   */
  default Fastjava all(String url, Consumer<RouteDefinition> route, Handler handler) {
    RouteDefinition definition = RouteDefinition.create().url(url);
    route.accept(definition);
    definition.methods().addAll(supportedMethods());
    return route(definition.handler(handler));
  }

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
  default Fastjava route(Consumer<RouteDefinition> route) {
    RouteDefinition definition = RouteDefinition.create();
    route.accept(definition);
    return route(definition);
  }

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
   * Finds what answers a url: looks the text up as the url of a request, patterns too ({@code
   * /users/:id} is a url whose parameter is {@code :id}). For one that requests are refused for, as
   * it is malformed or has a parameter that is too long, that is a handler which throws the error.
   *
   * @param method the HTTP method
   * @param url the url or pattern
   * @return the route, or null
   */
  @Nullable FoundRoute findRoute(String method, String url);

  /**
   * Finds what answers a url of requests with the given constraints.
   *
   * @param method the HTTP method
   * @param url the url or pattern, see {@link #findRoute(String, String)}
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
  String printRoutes(Consumer<PrintRoutesOptions.Builder> options);

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
