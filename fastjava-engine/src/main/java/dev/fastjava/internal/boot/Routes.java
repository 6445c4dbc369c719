package dev.fastjava.internal.boot;

import dev.fastjava.ConstraintStrategy;
import dev.fastjava.FoundRoute;
import dev.fastjava.RouteDescription;
import dev.fastjava.RouteInfo;
import dev.fastjava.RouterOptions;
import dev.fastjava.error.ErrorCode;
import dev.fastjava.internal.lifecycle.RouteHolder;
import dev.fastjava.internal.routing.PrintOptions;
import dev.fastjava.internal.routing.RouteMatch;
import dev.fastjava.internal.routing.RouteTable;
import dev.fastjava.internal.routing.Router;
import dev.fastjava.option.PrintRoutesOptions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** All routes and not-found handlers of a server, in the order they were declared. */
final class Routes {
  /** The phases of a route's hooks, in the order in which they are shown. */
  private static final List<String> HOOKS =
      List.of(
          "onTimeout",
          "onRequest",
          "preParsing",
          "preValidation",
          "preSerialization",
          "preHandler",
          "onSend",
          "onResponse",
          "onError",
          "onRequestAbort");

  /** More routes within the hooks of others than any plugin has a use for. */
  private static final int MOST_HOOKS = 50;

  /** How a target of a request begins: with its path, a whole url, or all of the server. */
  private static final Pattern TARGET =
      Pattern.compile("/|https?://|\\*$", Pattern.CASE_INSENSITIVE);

  private final RouteTable<RouteHolder> table;
  private final RouteTable<RouteHolder> notFoundTable;
  private final IdentityHashMap<RouteHolder, DeclaredRoute> byHolder = new IdentityHashMap<>();
  private final List<DeclaredRoute> routes = new ArrayList<>();
  private final List<NotFoundScope> notFound = new ArrayList<>();

  /** How many routes run their onRoute hooks, each within one of the one before. */
  private int hooksUnderWay;

  Routes(RouterOptions options) {
    table = new RouteTable<>(options);
    // Prefixes of not-found handlers are matched as they stand.
    notFoundTable = new RouteTable<>(RouterOptions.defaults());
  }

  void add(DeclaredRoute route) {
    RouteDescription options = route.options;
    table.on(options.methods(), options.url(), options.constraints(), route.holder);
    byHolder.put(route.holder, route);
    routes.add(route);
  }

  /** An onRoute hook may add routes, whose onRoute hooks may add routes, but not for ever. */
  void enterHooks(RouteDescription route) {
    if (hooksUnderWay == MOST_HOOKS) {
      throw new IllegalStateException(
          "Route "
              + DeclaredRoute.methods(route)
              + ":"
              + route.url()
              + ": an onRoute hook adds a route for each route, its own too: have it pass over"
              + " those it made");
    }
    hooksUnderWay++;
  }

  void leaveHooks() {
    hooksUnderWay--;
  }

  /** The name that two parameters of a route have, of which requests see the last. */
  @Nullable String repeatedParameter(String method, String url, Map<String, ?> constraints) {
    List<String> all = parameters(method, url, constraints);
    Set<String> names = new HashSet<>();
    return all == null
        ? null
        : all.stream().filter(name -> !names.add(name)).findFirst().orElse(null);
  }

  /** The names of the parameters in the path of a route; null when there is no such route. */
  @Nullable List<String> parameters(String method, String url, Map<String, ?> constraints) {
    // Of an optional parameter, the path that has it.
    String path = url.endsWith("?") ? url.substring(0, url.length() - 1) : url;
    RouteTable.Found<RouteHolder> found = table.findRoute(method, path, constraints);
    return found == null ? null : found.names();
  }

  void addNotFound(String prefix, NotFoundScope route) {
    notFound.add(route);
    // One method stands for all of them, see Dispatcher.
    String below = prefix + (prefix.endsWith("/") ? "*" : "/*");
    notFoundTable.on("GET", below, Map.of(), route.holder());
    notFoundTable.on("GET", prefix, Map.of(), route.holder());
  }

  void addConstraintStrategy(ConstraintStrategy strategy) {
    table.addConstraintStrategy(strategy);
  }

  boolean hasConstraintStrategy(String name) {
    return table.hasConstraintStrategy(name);
  }

  boolean has(String method, String url, Map<String, ?> constraints) {
    return table.hasRoute(method.toUpperCase(Locale.ROOT), table.normal(url), constraints);
  }

  @Nullable FoundRoute find(String method, String url, Map<String, ?> constraints) {
    String upper = method.toUpperCase(Locale.ROOT);
    if (!TARGET.matcher(url).lookingAt()) {
      return table.hasMethod(upper) ? refusal(ErrorCode.FST_ERR_BAD_URL, url) : null;
    }
    RouteMatch<RouteHolder> found = table.build().find(upper, url, constraints);
    return switch (found.outcome()) {
      case FOUND -> FoundRoute.of(declared(found.store()).handler(), found.params());
      case NOT_FOUND -> null;
      case BAD_URL -> refusal(ErrorCode.FST_ERR_BAD_URL, url);
      case MAX_PARAM_LENGTH -> refusal(ErrorCode.FST_ERR_MAX_PARAM_LENGTH, found.path());
    };
  }

  /** What a lookup finds for a url that every request is refused for. */
  private static FoundRoute refusal(ErrorCode code, String path) {
    return FoundRoute.of(
        (request, reply) -> {
          throw code.error(path);
        },
        Map.of());
  }

  String print(PrintRoutesOptions options) {
    List<String> keys = new ArrayList<>();
    if (options.includeHooks()) {
      keys.addAll(HOOKS);
    }
    keys.addAll(options.metaKeys());
    boolean all = options.includeMeta() && options.metaKeys().isEmpty();
    return table.prettyPrint(
        new PrintOptions(options.method(), options.commonPrefix(), all, keys), this::meta);
  }

  private Map<String, ?> meta(RouteHolder holder) {
    return declared(holder).meta(HOOKS);
  }

  private DeclaredRoute declared(RouteHolder holder) {
    return java.util.Objects.requireNonNull(byHolder.get(holder));
  }

  /** What is told of each route, in the order of declaration. */
  List<RouteInfo> infos() {
    return routes.stream().map(DeclaredRoute::info).toList();
  }

  /** Compiles every not-found handler, then every route. */
  void compile() throws Exception {
    notFound.forEach(NotFoundScope::compile);
    for (DeclaredRoute route : routes) {
      route.compile();
    }
  }

  Router<RouteHolder> router() {
    return table.build();
  }

  Router<RouteHolder> notFoundRouter() {
    return notFoundTable.build();
  }
}
