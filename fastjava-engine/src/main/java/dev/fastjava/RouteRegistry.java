package dev.fastjava;

import dev.fastjava.mark.ProvidedByEngine;
import dev.fastjava.option.PrintRoutesOptions;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The routes of an encapsulation context. Routes are added at boot only.
 *
 * <p>Reference: Routes; Server.
 */
@ProvidedByEngine
public interface RouteRegistry extends RouteMethods {
  /**
   * Makes a method known whose requests carry no body to parse, for routes of custom methods such
   * as {@code COPY}.
   *
   * @param method the method, in upper case
   * @return this
   */
  Fastjava addHttpMethod(String method);

  /**
   * Makes a method known whose requests carry a body to parse, for routes of custom methods such as
   * {@code PROPFIND}.
   *
   * @param method the method, in upper case
   * @return this
   */
  Fastjava addHttpMethodWithBody(String method);

  /**
   * Lists the routes of the whole server as they are now, those added by the framework included
   * ({@code HEAD} beside {@code GET}). Before the server is ready, those declared so far, with the
   * schemas as they were declared and the hooks there are by then; afterwards as they are served.
   *
   * @return an immutable list in the order of declaration
   */
  List<RouteInfo> routes();

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
