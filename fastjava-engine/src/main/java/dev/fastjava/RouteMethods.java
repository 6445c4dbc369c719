package dev.fastjava;

import dev.fastjava.mark.ProvidedByEngine;
import java.util.List;
import java.util.function.Consumer;

/**
 * Adds routes, by a method named as the HTTP method is: with a handler alone, with options and a
 * handler, or with a lambda that sets both, such as {@code app.post("/orders", route ->
 * route.body(NewOrder.class).response(201, Order.class).handle(...))}.
 *
 * <p>{@code options}, {@code query}, {@code trace} and {@code all} are methods like the others, and
 * nothing else has these names here: the options of a server are {@link Fastjava#initialConfig()},
 * a query is that of a request. An HTTP method is always spelled as its method.
 *
 * <p>Reference: Routes, Shorthand declaration.
 */
@ProvidedByEngine
public interface RouteMethods {
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
   * Adds a route for a method given by name.
   *
   * @param method the HTTP method, in any case
   * @param url the path pattern
   * @param handler answers the requests
   * @return this
   */
  default Fastjava route(String method, String url, Handler handler) {
    return route(RouteDefinition.of(method, url).handler(handler));
  }

  /**
   * Adds a route for a method given by name, with options.
   *
   * @param method the HTTP method, in any case
   * @param url the path pattern
   * @param route sets the options. A handler fails with {@code FST_ERR_ROUTE_DUPLICATED_HANDLER},
   *     another method or path with an {@code IllegalArgumentException}
   * @param handler answers the requests
   * @return this
   */
  default Fastjava route(
      String method, String url, Consumer<RouteDefinition> route, Handler handler) {
    return DeclaredByMethod.route(this, RouteDefinition.of(method, url), route, handler);
  }

  /**
   * Adds a route for a method given by name.
   *
   * @param method the HTTP method, in any case
   * @param url the path pattern
   * @param route sets handler and options; another method or path fails with an {@code
   *     IllegalArgumentException}
   * @return this
   */
  default Fastjava route(String method, String url, Consumer<RouteDefinition> route) {
    return DeclaredByMethod.route(this, RouteDefinition.of(method, url), route);
  }

  /**
   * Returns the methods routes may have.
   *
   * @return the methods, in upper case
   */
  List<String> supportedMethods();

  /**
   * Adds a route for GET.
   *
   * @param url the path pattern
   * @param handler answers the requests
   * @return this
   */
  default Fastjava get(String url, Handler handler) {
    return route("GET", url, handler);
  }

  /**
   * Adds a route for GET with options.
   *
   * @param url the path pattern
   * @param route sets the options, see {@link #route(String, String, Consumer, Handler)}
   * @param handler answers the requests
   * @return this
   */
  default Fastjava get(String url, Consumer<RouteDefinition> route, Handler handler) {
    return route("GET", url, route, handler);
  }

  /**
   * Adds a route for GET whose handler is set with its options.
   *
   * @param url the path pattern
   * @param route sets handler and options
   * @return this
   */
  default Fastjava get(String url, Consumer<RouteDefinition> route) {
    return route("GET", url, route);
  }

  /**
   * Adds a route for HEAD.
   *
   * @param url the path pattern
   * @param handler answers the requests
   * @return this
   */
  default Fastjava head(String url, Handler handler) {
    return route("HEAD", url, handler);
  }

  /**
   * Adds a route for HEAD with options.
   *
   * @param url the path pattern
   * @param route sets the options, see {@link #route(String, String, Consumer, Handler)}
   * @param handler answers the requests
   * @return this
   */
  default Fastjava head(String url, Consumer<RouteDefinition> route, Handler handler) {
    return route("HEAD", url, route, handler);
  }

  /**
   * Adds a route for HEAD whose handler is set with its options.
   *
   * @param url the path pattern
   * @param route sets handler and options
   * @return this
   */
  default Fastjava head(String url, Consumer<RouteDefinition> route) {
    return route("HEAD", url, route);
  }

  /**
   * Adds a route for POST.
   *
   * @param url the path pattern
   * @param handler answers the requests
   * @return this
   */
  default Fastjava post(String url, Handler handler) {
    return route("POST", url, handler);
  }

  /**
   * Adds a route for POST with options.
   *
   * @param url the path pattern
   * @param route sets the options, see {@link #route(String, String, Consumer, Handler)}
   * @param handler answers the requests
   * @return this
   */
  default Fastjava post(String url, Consumer<RouteDefinition> route, Handler handler) {
    return route("POST", url, route, handler);
  }

  /**
   * Adds a route for POST whose handler is set with its options.
   *
   * @param url the path pattern
   * @param route sets handler and options
   * @return this
   */
  default Fastjava post(String url, Consumer<RouteDefinition> route) {
    return route("POST", url, route);
  }

  /**
   * Adds a route for PUT.
   *
   * @param url the path pattern
   * @param handler answers the requests
   * @return this
   */
  default Fastjava put(String url, Handler handler) {
    return route("PUT", url, handler);
  }

  /**
   * Adds a route for PUT with options.
   *
   * @param url the path pattern
   * @param route sets the options, see {@link #route(String, String, Consumer, Handler)}
   * @param handler answers the requests
   * @return this
   */
  default Fastjava put(String url, Consumer<RouteDefinition> route, Handler handler) {
    return route("PUT", url, route, handler);
  }

  /**
   * Adds a route for PUT whose handler is set with its options.
   *
   * @param url the path pattern
   * @param route sets handler and options
   * @return this
   */
  default Fastjava put(String url, Consumer<RouteDefinition> route) {
    return route("PUT", url, route);
  }

  /**
   * Adds a route for PATCH.
   *
   * @param url the path pattern
   * @param handler answers the requests
   * @return this
   */
  default Fastjava patch(String url, Handler handler) {
    return route("PATCH", url, handler);
  }

  /**
   * Adds a route for PATCH with options.
   *
   * @param url the path pattern
   * @param route sets the options, see {@link #route(String, String, Consumer, Handler)}
   * @param handler answers the requests
   * @return this
   */
  default Fastjava patch(String url, Consumer<RouteDefinition> route, Handler handler) {
    return route("PATCH", url, route, handler);
  }

  /**
   * Adds a route for PATCH whose handler is set with its options.
   *
   * @param url the path pattern
   * @param route sets handler and options
   * @return this
   */
  default Fastjava patch(String url, Consumer<RouteDefinition> route) {
    return route("PATCH", url, route);
  }

  /**
   * Adds a route for DELETE.
   *
   * @param url the path pattern
   * @param handler answers the requests
   * @return this
   */
  default Fastjava delete(String url, Handler handler) {
    return route("DELETE", url, handler);
  }

  /**
   * Adds a route for DELETE with options.
   *
   * @param url the path pattern
   * @param route sets the options, see {@link #route(String, String, Consumer, Handler)}
   * @param handler answers the requests
   * @return this
   */
  default Fastjava delete(String url, Consumer<RouteDefinition> route, Handler handler) {
    return route("DELETE", url, route, handler);
  }

  /**
   * Adds a route for DELETE whose handler is set with its options.
   *
   * @param url the path pattern
   * @param route sets handler and options
   * @return this
   */
  default Fastjava delete(String url, Consumer<RouteDefinition> route) {
    return route("DELETE", url, route);
  }

  /**
   * Adds a route for OPTIONS.
   *
   * @param url the path pattern
   * @param handler answers the requests
   * @return this
   */
  default Fastjava options(String url, Handler handler) {
    return route("OPTIONS", url, handler);
  }

  /**
   * Adds a route for OPTIONS with options.
   *
   * @param url the path pattern
   * @param route sets the options, see {@link #route(String, String, Consumer, Handler)}
   * @param handler answers the requests
   * @return this
   */
  default Fastjava options(String url, Consumer<RouteDefinition> route, Handler handler) {
    return route("OPTIONS", url, route, handler);
  }

  /**
   * Adds a route for OPTIONS whose handler is set with its options.
   *
   * @param url the path pattern
   * @param route sets handler and options
   * @return this
   */
  default Fastjava options(String url, Consumer<RouteDefinition> route) {
    return route("OPTIONS", url, route);
  }

  /**
   * Adds a route for TRACE.
   *
   * @param url the path pattern
   * @param handler answers the requests
   * @return this
   */
  default Fastjava trace(String url, Handler handler) {
    return route("TRACE", url, handler);
  }

  /**
   * Adds a route for TRACE with options.
   *
   * @param url the path pattern
   * @param route sets the options, see {@link #route(String, String, Consumer, Handler)}
   * @param handler answers the requests
   * @return this
   */
  default Fastjava trace(String url, Consumer<RouteDefinition> route, Handler handler) {
    return route("TRACE", url, route, handler);
  }

  /**
   * Adds a route for TRACE whose handler is set with its options.
   *
   * @param url the path pattern
   * @param route sets handler and options
   * @return this
   */
  default Fastjava trace(String url, Consumer<RouteDefinition> route) {
    return route("TRACE", url, route);
  }

  /**
   * Adds a route for QUERY.
   *
   * @param url the path pattern
   * @param handler answers the requests
   * @return this
   */
  default Fastjava query(String url, Handler handler) {
    return route("QUERY", url, handler);
  }

  /**
   * Adds a route for QUERY with options.
   *
   * @param url the path pattern
   * @param route sets the options, see {@link #route(String, String, Consumer, Handler)}
   * @param handler answers the requests
   * @return this
   */
  default Fastjava query(String url, Consumer<RouteDefinition> route, Handler handler) {
    return route("QUERY", url, route, handler);
  }

  /**
   * Adds a route for QUERY whose handler is set with its options.
   *
   * @param url the path pattern
   * @param route sets handler and options
   * @return this
   */
  default Fastjava query(String url, Consumer<RouteDefinition> route) {
    return route("QUERY", url, route);
  }

  /**
   * Adds a route for every method that is known by now.
   *
   * @param url the path pattern
   * @param handler answers the requests
   * @return this
   */
  default Fastjava all(String url, Handler handler) {
    return route(DeclaredByMethod.all(this, url).handler(handler));
  }

  /**
   * Adds a route for every method that is known by now, with options.
   *
   * @param url the path pattern
   * @param route sets the options, see {@link #route(String, String, Consumer, Handler)}
   * @param handler answers the requests
   * @return this
   */
  default Fastjava all(String url, Consumer<RouteDefinition> route, Handler handler) {
    return DeclaredByMethod.route(this, DeclaredByMethod.all(this, url), route, handler);
  }

  /**
   * Adds a route for every method that is known by now, whose handler is set with its options.
   *
   * @param url the path pattern
   * @param route sets handler and options
   * @return this
   */
  default Fastjava all(String url, Consumer<RouteDefinition> route) {
    return DeclaredByMethod.route(this, DeclaredByMethod.all(this, url), route);
  }
}
