package dev.fastjava.internal.boot;

import dev.fastjava.ConstraintStrategy;
import dev.fastjava.Fastjava;
import dev.fastjava.FoundRoute;
import dev.fastjava.RouteDefinition;
import dev.fastjava.RouteInfo;
import dev.fastjava.error.ErrorCode;
import dev.fastjava.internal.exchange.HttpMethods;
import dev.fastjava.option.PrintRoutesOptions;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What the API has for routes: all contexts of a server share one table. Reference: Routes. */
interface RouteCalls extends Fastjava {
  /** The context itself. */
  Context context();

  @Override
  default Fastjava route(RouteDefinition route) {
    context().server.requireNotStarted("Cannot add route!");
    new RouteRegistration(context()).add(route.copy());
    return this;
  }

  @Override
  default Fastjava addHttpMethod(String method) {
    return addHttpMethod(method, false);
  }

  @Override
  default Fastjava addHttpMethodWithBody(String method) {
    return addHttpMethod(method, true);
  }

  private Fastjava addHttpMethod(String method, boolean hasBody) {
    context().requireNotStarted("addHttpMethod");
    if (!HttpMethods.isKnown(method)) {
      throw ErrorCode.FST_ERR_ROUTE_METHOD_INVALID.error();
    }
    context().server.methods.add(method, hasBody);
    return this;
  }

  @Override
  default List<RouteInfo> routes() {
    return context().server.routes.infos();
  }

  @Override
  default List<String> supportedMethods() {
    return context().server.methods.all();
  }

  @Override
  default boolean hasRoute(String method, String url) {
    return hasRoute(method, url, Map.of());
  }

  @Override
  default boolean hasRoute(String method, String url, Map<String, ?> constraints) {
    return context().server.routes.has(method, url, constraints);
  }

  @Override
  default @Nullable FoundRoute findRoute(String method, String url) {
    return findRoute(method, url, Map.of());
  }

  @Override
  default @Nullable FoundRoute findRoute(String method, String url, Map<String, ?> constraints) {
    return context().server.routes.find(method, url, constraints);
  }

  @Override
  default String printRoutes() {
    return context().server.routes.print(PrintRoutesOptions.defaults());
  }

  @Override
  default String printRoutes(Consumer<PrintRoutesOptions.Builder> options) {
    return context().server.routes.print(PrintRoutesOptions.of(options));
  }

  @Override
  default Fastjava addConstraintStrategy(ConstraintStrategy strategy) {
    context().server.requireNotStarted("Cannot add constraint strategy!");
    context().server.routes.addConstraintStrategy(strategy);
    return this;
  }

  @Override
  default boolean hasConstraintStrategy(String name) {
    return context().server.routes.hasConstraintStrategy(name);
  }
}
