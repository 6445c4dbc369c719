package dev.fastjava.internal.boot;

import dev.fastjava.ConstraintStrategy;
import dev.fastjava.ErrorCode;
import dev.fastjava.FoundRoute;
import dev.fastjava.PrintRoutesOptions;
import dev.fastjava.RouterOptions;
import dev.fastjava.internal.lifecycle.RouteHolder;
import dev.fastjava.internal.routing.PrintOptions;
import dev.fastjava.internal.routing.RouteMatch;
import dev.fastjava.internal.routing.RouteTable;
import dev.fastjava.internal.routing.Router;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

  private static final FoundRoute MALFORMED =
      new FoundRoute(
          (request, reply) -> {
            throw ErrorCode.FST_ERR_BAD_URL.error("");
          },
          Map.of());

  private final RouteTable<RouteHolder> table;
  private final RouteTable<RouteHolder> notFoundTable;
  private final IdentityHashMap<RouteHolder, DeclaredRoute> byHolder = new IdentityHashMap<>();
  private final List<DeclaredRoute> routes = new ArrayList<>();
  private final List<NotFoundRoute> notFound = new ArrayList<>();

  Routes(RouterOptions options) {
    table = new RouteTable<>(options);
    // Prefixes of not-found handlers are matched as they stand.
    notFoundTable = new RouteTable<>(new RouterOptions());
  }

  void add(DeclaredRoute route, List<String> methods, String url, Map<String, ?> constraints) {
    table.on(methods, url, constraints, route.holder());
    byHolder.put(route.holder(), route);
    routes.add(route);
  }

  void addNotFound(String prefix, NotFoundRoute route) {
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
    if (url.isEmpty()) {
      // No path at all: the reference finds what answers malformed ones.
      return table.hasMethod(method.toUpperCase(Locale.ROOT)) ? MALFORMED : null;
    }
    RouteMatch<RouteHolder> found =
        table.build().find(method.toUpperCase(Locale.ROOT), url, constraints);
    return found.isFound()
        ? new FoundRoute(declared(found.store()).handler(), found.params())
        : null;
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

  /** Builds the context of every not-found handler, then of every route. */
  void build() throws Exception {
    for (NotFoundRoute route : notFound) {
      route.build();
    }
    for (DeclaredRoute route : routes) {
      route.build();
    }
  }

  Router<RouteHolder> router() {
    return table.build();
  }

  Router<RouteHolder> notFoundRouter() {
    return notFoundTable.build();
  }
}
