package dev.fastjava.internal.routing;

import dev.fastjava.ConstraintStrategy;
import dev.fastjava.RawRequest;
import dev.fastjava.RouterOptions;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
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

  /** The characters that end a path, and the percent sign, as bits: all are below 64. */
  private static final long NOTABLE = (1L << '?') | (1L << '#') | (1L << '%');

  private static final int DEFAULT_MAX_PARAM_LENGTH = 100;

  private final boolean caseSensitive;
  private final boolean ignoreTrailingSlash;
  private final boolean ignoreDuplicateSlashes;
  private final int maxParamLength;
  private final Map<String, LookupNode<T>> roots = new HashMap<>();
  private final @Nullable LookupNode<T> getRoot;
  private final ConstraintStrategy[] strategies;
  private final boolean asynchronous;
  private final long notable;
  private final RouteMatch<T> notFound = RouteMatch.failed(RouteMatch.Outcome.NOT_FOUND, "");

  /** Stands for a parameter that is too long, where another route may still match. */
  private final RouteMatch<T> tooLong = RouteMatch.failed(RouteMatch.Outcome.MAX_PARAM_LENGTH, "");

  Router(RouterOptions options, Map<String, RouteTree<T>> trees, ConstraintRegistry registry) {
    this.caseSensitive = options.caseSensitive();
    this.ignoreTrailingSlash = options.ignoreTrailingSlash();
    this.ignoreDuplicateSlashes = options.ignoreDuplicateSlashes();
    // As in the reference, where no limit cannot be asked for.
    this.maxParamLength =
        options.maxParamLength() == 0 ? DEFAULT_MAX_PARAM_LENGTH : options.maxParamLength();
    List<ConstraintStrategy> inUse = registry.inUse();
    this.strategies = inUse.toArray(ConstraintStrategy[]::new);
    this.asynchronous = inUse.stream().anyMatch(ConstraintStrategy::isAsync);
    this.notable = options.useSemicolonDelimiter() ? NOTABLE | (1L << ';') : NOTABLE;
    trees.forEach(
        (method, tree) ->
            roots.put(method, new LookupNode<>(tree.root(), registry, maxParamLength)));
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

  /**
   * Where the query begins in a URL.
   *
   * @return the index behind the question mark, or -1 when there is no query
   */
  public int queryStart(String url) {
    for (int i = 1; i < url.length(); i++) {
      char c = url.charAt(i);
      if (c < 64 && ((notable >>> c) & 1) != 0 && c != '%') {
        return i + 1;
      }
    }
    return -1;
  }

  private RouteMatch<T> lookUp(String method, String url, @Nullable Object @Nullable [] derived) {
    LookupNode<T> root = method.equals("GET") ? getRoot : roots.get(method);
    if (root == null) {
      return notFound;
    }
    String path = url;
    if (url.isEmpty() || url.charAt(0) != '/') {
      path = AbsoluteUrl.path(url);
      if (path == null) {
        return RouteMatch.failed(RouteMatch.Outcome.BAD_URL, url);
      }
    }
    int end = path.length();
    int behind = end;
    boolean encoded = false;
    for (int i = 1; i < end; i++) {
      char c = path.charAt(i);
      if (c < 64 && ((notable >>> c) & 1) != 0) {
        if (c != '%') {
          end = i;
          break;
        }
        encoded = true;
      }
    }
    int query = end == behind ? -1 : url.length() - behind + end + 1;
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
    RouteMatch<T> match = walk(root, path, written, root.prefixLength, end, encoded, 0, derived);
    if (match == null) {
      return notFound;
    }
    if (match == tooLong) {
      return RouteMatch.failed(
          RouteMatch.Outcome.MAX_PARAM_LENGTH,
          written.substring(0, Math.min(end, written.length())));
    }
    return query < 0 ? match : match.withQuery(query);
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

  /**
   * Follows a path down the tree: text first, then parameters in their order, then the wildcard.
   * Every parameter is a call of its own, and sets its value in the match on the way back, so that
   * a way that leads nowhere costs no memory.
   *
   * @param path what is compared; lower-case when case does not matter
   * @param written the same path as it was sent, where parameters are cut out
   * @param encoded whether parameters may have something left to decode
   * @param count how many parameters were passed already
   * @return the match, null, or {@link #tooLong}
   */
  private @Nullable RouteMatch<T> walk(
      LookupNode<T> start,
      String path,
      String written,
      int from,
      int end,
      boolean encoded,
      int count,
      @Nullable Object @Nullable [] derived) {
    LookupNode<T> node = start;
    int index = from;
    while (true) {
      if (index == end && node.routes != null) {
        RouteMatch<T> target = node.routes.select(derived);
        if (target != null) {
          return target.forRequest();
        }
      }
      LookupNode<T> child = index < end ? node.child(path, index, end) : null;
      if (!node.hasAlternatives) {
        if (child == null) {
          return null;
        }
        index += child.prefixLength;
        node = child;
        continue;
      }
      RouteMatch<T> miss = null;
      if (child != null) {
        RouteMatch<T> match =
            walk(child, path, written, index + child.prefixLength, end, encoded, count, derived);
        if (match != null && match != tooLong) {
          return match;
        }
        miss = match;
      }
      RouteMatch<T> match = alternatives(node, path, written, index, end, encoded, count, derived);
      return match == null ? miss : match;
    }
  }

  private @Nullable RouteMatch<T> alternatives(
      LookupNode<T> node,
      String path,
      String written,
      int index,
      int end,
      boolean encoded,
      int count,
      @Nullable Object @Nullable [] derived) {
    RouteMatch<T> miss = null;
    if (node.parametric.length > 0) {
      int slash = written.indexOf('/', index);
      int stop = slash < 0 || slash > end ? end : slash;
      for (LookupNode<T> child : node.parametric) {
        RouteMatch<T> match =
            child.regex == null
                ? parameter(child, path, written, index, stop, end, encoded, count, derived)
                : expression(child, path, written, index, stop, end, encoded, count, derived);
        if (match != null && match != tooLong) {
          return match;
        }
        miss = match == null ? miss : match;
      }
    }
    LookupNode<T> wildcard = node.wildcard;
    if (wildcard != null && wildcard.routes != null) {
      RouteMatch<T> target = wildcard.routes.select(derived);
      if (target != null) {
        RouteMatch<T> match = target.forRequest();
        match.value(count, text(written, index, end, encoded));
        return match;
      }
    }
    return miss;
  }

  private @Nullable RouteMatch<T> parameter(
      LookupNode<T> child,
      String path,
      String written,
      int index,
      int stop,
      int end,
      boolean encoded,
      int count,
      @Nullable Object @Nullable [] derived) {
    String decoded = null;
    int length = stop - index;
    if (encoded) {
      decoded = text(written, index, stop, true);
      length = decoded.length();
    }
    if (length > child.longestSegment) {
      return tooLong;
    }
    RouteMatch<T> match = walk(child, path, written, stop, end, encoded, count + 1, derived);
    if (match != null && match != tooLong) {
      match.value(count, decoded == null ? text(written, index, stop, false) : decoded);
    }
    return match;
  }

  private @Nullable RouteMatch<T> expression(
      LookupNode<T> child,
      String path,
      String written,
      int index,
      int stop,
      int end,
      boolean encoded,
      int count,
      @Nullable Object @Nullable [] derived) {
    String segment = text(written, index, stop, encoded);
    if (segment.length() > child.longestSegment) {
      return tooLong;
    }
    // This route asks for an expression, whose input the check above bounds.
    Matcher matcher = child.regex == null ? null : child.regex.matcher(segment);
    if (matcher == null || !matcher.find()) {
      return null;
    }
    int groups = matcher.groupCount();
    for (int i = 1; i <= groups; i++) {
      if (matcher.end(i) - matcher.start(i) > maxParamLength) {
        return tooLong;
      }
    }
    RouteMatch<T> match = walk(child, path, written, stop, end, encoded, count + groups, derived);
    if (match != null && match != tooLong) {
      for (int i = 1; i <= groups; i++) {
        String value = matcher.group(i);
        match.value(count + i - 1, value == null ? "" : value);
      }
    }
    return match;
  }

  /** The text of a parameter. Lower-casing can change lengths, hence the bounds. */
  private static String text(String written, int from, int to, boolean encoded) {
    int stop = Math.min(to, written.length());
    String text = from < stop ? written.substring(from, stop) : "";
    return encoded ? PercentEncoding.decodeReserved(text) : text;
  }
}
