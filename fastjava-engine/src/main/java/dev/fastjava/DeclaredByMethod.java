package dev.fastjava;

import dev.fastjava.error.ErrorCode;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Routes whose method and path come before their options, which may not name others. */
final class DeclaredByMethod {
  private DeclaredByMethod() {}

  static RouteDefinition all(RouteMethods routes, String url) {
    return RouteDefinition.create()
        .method(routes.supportedMethods().toArray(String[]::new))
        .url(url);
  }

  static Fastjava route(
      RouteMethods routes,
      RouteDefinition definition,
      Consumer<RouteDefinition> options,
      Handler handler) {
    set(definition, options);
    if (definition.handler != null) {
      throw ErrorCode.FST_ERR_ROUTE_DUPLICATED_HANDLER.error(
          String.join(",", definition.methods), definition.url);
    }
    return routes.route(definition.handler(handler));
  }

  static Fastjava route(
      RouteMethods routes, RouteDefinition definition, Consumer<RouteDefinition> options) {
    set(definition, options);
    return routes.route(definition);
  }

  private static void set(RouteDefinition definition, Consumer<RouteDefinition> options) {
    List<String> methods = definition.methods;
    @Nullable String url = definition.url;
    String name = definition.named();
    options.accept(definition);
    if (!methods.equals(definition.methods) || !Objects.equals(url, definition.url)) {
      throw new IllegalArgumentException(
          name + ": its options are those of another route, " + definition.named());
    }
  }
}
