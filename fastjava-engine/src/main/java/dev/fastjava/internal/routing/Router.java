package dev.fastjava.internal.routing;

import dev.fastjava.ConstraintStrategy;
import dev.fastjava.RouterOptions;
import dev.fastjava.http.RawRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds the route for a request. Immutable, for any number of threads.
 *
 * <p>A URL is read once. Text is compared in place, the text of a parameter is copied when its
 * route is found, and percent signs are the only reason to build another string. A match of a route
 * without parameters is allocated only if there is a query.
 *
 * <p>Reference: Routes, Url building.
 *
 * @param <T> what is registered for a route
 */
public final class Router<T> {

  private static final int DEFAULT_MAX_PARAM_LENGTH = 100;

  private final boolean caseSensitive;
  private final boolean ignoreTrailingSlash;
  private final boolean ignoreDuplicateSlashes;
  private final Map<String, LookupNode<T>> roots = new HashMap<>();
  private final @Nullable LookupNode<T> getRoot;
  private final ConstraintStrategy[] strategies;
  private final boolean asynchronous;
  private final TreeSearch<T> tree;

  /** The characters that end a path, and the percent sign, as bits: all are below 64. */
  private final long notable;

  /** Whether a target can be searched for as it was sent, see {@link TreeSearch}. */
  private final boolean raw;

  private final RouteMatch<T> notFound = RouteMatch.failed(RouteMatch.Outcome.NOT_FOUND, "");

  Router(RouterOptions options, Map<String, RouteTree<T>> trees, ConstraintRegistry registry) {
    this.caseSensitive = options.caseSensitive();
    this.ignoreTrailingSlash = options.ignoreTrailingSlash();
    this.ignoreDuplicateSlashes = options.ignoreDuplicateSlashes();
    // As in the reference, where no limit cannot be asked for.
    int maxParamLength =
        options.maxParamLength() == 0 ? DEFAULT_MAX_PARAM_LENGTH : options.maxParamLength();
    List<ConstraintStrategy> inUse = registry.inUse();
    this.strategies = inUse.toArray(ConstraintStrategy[]::new);
    this.asynchronous = inUse.stream().anyMatch(ConstraintStrategy::isAsync);
    String delimiters = options.useSemicolonDelimiter() ? "?#;" : "?#";
    this.notable = (delimiters + '%').chars().mapToLong(c -> 1L << c).sum();
    this.raw = caseSensitive && !ignoreTrailingSlash && !ignoreDuplicateSlashes;
    this.tree = new TreeSearch<>(maxParamLength);
    trees.forEach(
        (method, routes) ->
            roots.put(
                method, new LookupNode<>(routes.root(), registry, maxParamLength, delimiters)));
    this.getRoot = roots.get("GET");
  }

  /**
   * Whether a constraint is derived asynchronously, so that {@link #findLater} must be used in
   * place of {@link #find}.
   */
  public boolean isAsync() {
    return asynchronous;
  }

  /**
   * Finds the route for a request.
   *
   * @param method the method, as it was sent
   * @param url the request target, as it was sent
   * @param request the request, asked for values only if some route has constraints
   */
  public RouteMatch<T> find(String method, String url, RawRequest request) {
    return lookUp(method, url, strategies.length == 0 ? null : derive(request));
  }

  /**
   * Finds the route for a method, a URL and the values of constraints that are known already.
   *
   * @param method the method
   * @param url the request target
   * @param values the values by kind of constraint
   */
  public RouteMatch<T> find(String method, String url, Map<String, ?> values) {
    @Nullable Object[] derived = new @Nullable Object[strategies.length];
    for (int i = 0; i < derived.length; i++) {
      derived[i] = values.get(strategies[i].name());
    }
    return lookUp(method, url, derived.length == 0 ? null : derived);
  }

  /**
   * Finds the route for a request once all its constraints are known.
   *
   * @param method the method, as it was sent
   * @param url the request target, as it was sent
   * @param request the request
   * @param done takes the match, or why a constraint could not be derived; once, on the thread that
   *     delivered the last value
   */
  public void findLater(
      String method,
      String url,
      RawRequest request,
      BiConsumer<@Nullable RouteMatch<T>, @Nullable Throwable> done) {
    PendingLookup<T> pending = new PendingLookup<>(done, strategies.length);
    for (int i = 0; i < strategies.length && !pending.isOver(); i++) {
      pending.ask(strategies[i], request, i);
    }
    pending.start(derived -> lookUp(method, url, derived));
  }

  private @Nullable Object[] derive(RawRequest request) {
    @Nullable Object[] derived = new @Nullable Object[strategies.length];
    for (int i = 0; i < derived.length; i++) {
      derived[i] = strategies[i].derive(request);
    }
    return derived;
  }

  private RouteMatch<T> lookUp(String method, String url, @Nullable Object @Nullable [] derived) {
    LookupNode<T> root = method.equals("GET") ? getRoot : roots.get(method);
    if (root == null) {
      return notFound;
    }
    if (raw && !url.isEmpty() && url.charAt(0) == '/') {
      int end = url.length();
      RouteMatch<T> match =
          tree.search(root, url, url, root.prefixLength, end, notable, false, 0, derived);
      if (match != null && match.isFound()) {
        return match;
      }
      int stop = notableIndex(url);
      if (stop == end || url.charAt(stop) != '%') {
        return result(match, url, stop, -1);
      }
    }
    return lookUpPrepared(root, url, derived);
  }

  /** Looks a target up whose path has to be made ready first. */
  private RouteMatch<T> lookUpPrepared(
      LookupNode<T> root, String url, @Nullable Object @Nullable [] derived) {
    String path = url.isEmpty() || url.charAt(0) != '/' ? AbsoluteUrl.path(url) : url;
    if (path == null) {
      return RouteMatch.failed(RouteMatch.Outcome.BAD_URL, url);
    }
    int end = notableIndex(path);
    boolean encoded = end < path.length() && path.charAt(end) == '%';
    if (encoded) {
      end = delimiterIndex(path, end);
    }
    int query = end == path.length() ? -1 : url.length() - path.length() + end + 1;
    if (encoded) {
      String decoded = PercentEncoding.decodePath(path, end);
      if (decoded == null) {
        return RouteMatch.failed(RouteMatch.Outcome.BAD_URL, path);
      }
      path = decoded;
      end = path.length();
      // Like the search above, from the second character: the first one is a slash.
      encoded = path.indexOf('%', 1) >= 0;
    }
    if (ignoreDuplicateSlashes && path.lastIndexOf("//", end - 2) >= 0) {
      path = withoutDuplicateSlashes(path, end);
      end = path.length();
    }
    if (ignoreTrailingSlash && end > 1 && path.charAt(end - 1) == '/') {
      end--;
    }
    String written = path;
    if (!caseSensitive) {
      written = path.substring(0, end);
      path = written.toLowerCase(Locale.ROOT);
      end = path.length();
    }
    RouteMatch<T> match =
        tree.search(root, path, written, root.prefixLength, end, 0, encoded, 0, derived);
    return result(match, written, end, query);
  }

  private RouteMatch<T> result(@Nullable RouteMatch<T> match, String written, int end, int query) {
    if (match == null) {
      return notFound;
    }
    if (match == tree.tooLong) {
      String path = written.substring(0, Math.min(end, written.length()));
      return RouteMatch.failed(RouteMatch.Outcome.MAX_PARAM_LENGTH, path);
    }
    return query < 0 ? match : match.withQuery(query);
  }

  /** The first percent sign or end of the path, from the second character on. */
  private int notableIndex(String path) {
    int end = path.length();
    for (int i = 1; i < end; i++) {
      char c = path.charAt(i);
      if (c < 64 && ((notable >>> c) & 1) != 0) {
        return i;
      }
    }
    return end;
  }

  private int delimiterIndex(String path, int from) {
    int end = path.length();
    for (int i = from; i < end; i++) {
      char c = path.charAt(i);
      if (c < 64 && ((notable >>> c) & 1) != 0 && c != '%') {
        return i;
      }
    }
    return end;
  }

  private static String withoutDuplicateSlashes(String path, int end) {
    StringBuilder out = new StringBuilder(end);
    char previous = 0;
    for (int i = 0; i < end; i++) {
      char c = path.charAt(i);
      if (c != '/' || previous != '/') {
        out.append(c);
      }
      previous = c;
    }
    return out.toString();
  }
}
