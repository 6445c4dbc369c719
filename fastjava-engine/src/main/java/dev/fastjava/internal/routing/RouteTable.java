package dev.fastjava.internal.routing;

import dev.fastjava.ConstraintStrategy;
import dev.fastjava.RouterOptions;
import dev.fastjava.internal.exchange.HttpMethods;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The routes of an application while they are registered, and what can be asked about them. Not for
 * use by several threads at once; {@link #build} gives the immutable router.
 *
 * <p>Reference: Routes, Url building and Constraints; Server, routing options.
 *
 * @param <T> what is registered for a route
 */
public final class RouteTable<T> {

  private static final Pattern OPTIONAL = Pattern.compile("(/:[^/()]*?)\\?(/?)");
  private static final Pattern SLASHES = Pattern.compile("//+");

  private final RouterOptions options;
  private final ConstraintRegistry constraints = new ConstraintRegistry();
  private final Map<String, RouteTree<T>> trees = new LinkedHashMap<>();
  private final List<Route<T>> routes = new ArrayList<>();
  private final Map<String, Map<String, List<Route<T>>>> byMethodAndKey = new HashMap<>();

  /**
   * An empty table.
   *
   * @param options how URLs will be matched
   */
  public RouteTable(RouterOptions options) {
    this.options = options;
  }

  /**
   * A route that was found by its path.
   *
   * @param store what was registered
   * @param names the names of the parameters, in order
   */
  public record Found<T>(T store, List<String> names) {

    /** Keeps its own copy of the names. */
    public Found {
      names = List.copyOf(names);
    }
  }

  /**
   * Adds a kind of constraint.
   *
   * @throws RouteException if there is a custom one of that name, or a route that uses the built-in
   *     one
   */
  public void addConstraintStrategy(ConstraintStrategy strategy) {
    constraints.add(strategy);
  }

  /** Whether a custom kind of constraint has this name, or a route uses the built-in one. */
  public boolean hasConstraintStrategy(String name) {
    return constraints.has(name);
  }

  /** Whether any route was declared for a method in upper case. */
  public boolean hasMethod(String method) {
    return trees.containsKey(method);
  }

  /**
   * Registers a route for one method, see {@link #on(Collection, String, Map, Object)}.
   *
   * @throws RouteException if the route cannot be registered
   */
  public void on(String method, String path, Map<String, ?> constraints, T store) {
    on(List.of(method), path, constraints, store);
  }

  /**
   * Registers a route.
   *
   * @param methods the methods, in upper case
   * @param path the path, beginning with a slash or being {@code *}
   * @param constraints values by kind of constraint, often none
   * @param store what a lookup shall find
   * @throws RouteException if the route cannot be registered; methods before the one that failed,
   *     and the path with an optional parameter, may have been registered
   */
  public void on(Collection<String> methods, String path, Map<String, ?> constraints, T store) {
    if (path.isEmpty()) {
      throw new RouteException("The path could not be empty");
    }
    if (path.charAt(0) != '/' && path.charAt(0) != '*') {
      throw new RouteException("The first character of a path should be `/` or `*`");
    }
    Matcher optional = OPTIONAL.matcher(path);
    if (optional.find()) {
      if (optional.end() != path.length()) {
        throw new RouteException("Optional Parameter needs to be the last parameter of the path");
      }
      String before = path.substring(0, optional.start());
      String without = before + optional.group(2);
      on(methods, before + optional.group(1) + optional.group(2), constraints, store);
      on(methods, without.isEmpty() ? "/" : without, constraints, store);
      return;
    }
    String normal = normal(path);
    for (String method : methods) {
      if (!HttpMethods.isKnown(method)) {
        throw new RouteException("Method '" + method + "' is not an http method.");
      }
      add(method, normal, constraints, store);
    }
  }

  /** A path without the slashes that the options ignore, as it is registered. */
  public String normal(String path) {
    String normal = path;
    if (options.ignoreDuplicateSlashes()) {
      normal = SLASHES.matcher(normal).replaceAll("/");
    }
    if (options.ignoreTrailingSlash() && normal.length() > 1 && normal.endsWith("/")) {
      normal = normal.substring(0, normal.length() - 1);
    }
    return normal;
  }

  private void add(String method, String path, Map<String, ?> values, T store) {
    constraints.validate(values);
    // A method that a route was meant for is known from here on, as is the kind of a constraint.
    constraints.noteUse(values);
    RouteTree.Cursor<T> cursor =
        trees.computeIfAbsent(method, any -> new RouteTree<>()).adding(path);
    RoutePattern pattern = PatternParser.parse(path, options, cursor);
    TreeNode<T> node = cursor.node();
    if (pattern == null || node == null) {
      throw new IllegalStateException("nodes are added for every segment");
    }
    String key = pattern.key().equals("*") ? "/*" : pattern.key();
    List<Route<T>> same =
        byMethodAndKey
            .computeIfAbsent(method, any -> new HashMap<>())
            .computeIfAbsent(key, any -> new ArrayList<>());
    Route<T> route = new Route<>(method, path, pattern, new LinkedHashMap<>(values), store);
    for (Route<T> other : same) {
      if (ConstraintValues.same(other.constraints(), route.constraints())) {
        throw new RouteException(
            RouteException.Kind.DUPLICATE,
            "Method '"
                + method
                + "' already declared for route '"
                + key
                + "' with constraints '"
                + JsonText.write(route.constraints(), false)
                + "'");
      }
    }
    List<Route<T>> together = new ArrayList<>(node.routes());
    together.add(route);
    ConstrainedRoutes.check(together, constraints);
    node.routes().add(route);
    same.add(route);
    routes.add(route);
  }

  /**
   * The route registered for a path as it is written, whatever its parameters are called.
   *
   * @param method the method, in upper case
   * @param path the path, as for {@link #on}
   * @param values exactly the constraints of the route
   * @return the route, or null when there is none
   * @throws RouteException if the path is not one that could be registered
   */
  public @Nullable Found<T> findRoute(String method, String path, Map<String, ?> values) {
    RouteTree<T> tree = trees.get(method);
    if (tree == null) {
      return null;
    }
    RoutePattern pattern = PatternParser.parse(path, options, tree.following());
    if (pattern == null) {
      return null;
    }
    List<Route<T>> same =
        byMethodAndKey.getOrDefault(method, Map.of()).getOrDefault(pattern.key(), List.of());
    for (Route<T> route : same) {
      if (ConstraintValues.same(route.constraints(), values)) {
        return new Found<>(route.store(), route.names());
      }
    }
    return null;
  }

  /**
   * Whether {@link #findRoute} finds a route.
   *
   * @throws RouteException if the path is not one that could be registered
   */
  public boolean hasRoute(String method, String path, Map<String, ?> values) {
    return findRoute(method, path, values) != null;
  }

  /**
   * Draws the routes as a tree.
   *
   * @param print what to draw
   * @param meta more to say about a route, by name; values are written as JSON
   */
  public String prettyPrint(PrintOptions print, Function<T, Map<String, ?>> meta) {
    return new RoutePrinter<>(print, meta).print(routes, trees);
  }

  /** The router for the routes registered so far; routes added later are unknown to it. */
  public Router<T> build() {
    return new Router<>(options, trees, constraints);
  }
}
