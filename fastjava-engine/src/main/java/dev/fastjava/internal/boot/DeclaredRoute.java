package dev.fastjava.internal.boot;

import dev.fastjava.ErrorHandler;
import dev.fastjava.Handler;
import dev.fastjava.RouteDescription;
import dev.fastjava.RouteInfo;
import dev.fastjava.internal.lifecycle.RouteHolder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A route as it is declared; its context is built when everything is loaded.
 *
 * @param declaredAt where, for errors of the build
 * @param configUrl the url that requests see, which for the second path of a prefixed root is that
 *     of the first
 * @param settings what it takes from its context before all is loaded
 */
record DeclaredRoute(
    Instance instance,
    RouteDescription definition,
    String configUrl,
    RouteSettings settings,
    RouteHolder holder,
    DeclaredAt declaredAt) {
  Handler handler() {
    return java.util.Objects.requireNonNull(definition.handler());
  }

  void build() throws Exception {
    ContextBuilder builder = new ContextBuilder(instance);
    try {
      holder.fill(builder.route(this));
    } catch (Exception e) {
      String part = builder.part();
      (part == null ? declaredAt : declaredAt.with(part)).addTo(e);
      throw e;
    }
  }

  /** What is told of the route: before it is built, as far as it is known. */
  RouteInfo info() {
    if (holder.isFilled()) {
      return holder.context().info().at(definition.url());
    }
    Map<String, Object> schema = new LinkedHashMap<>();
    definition
        .schema()
        .forEach(
            (part, value) -> {
              if (value != null) {
                schema.put(part, value);
              }
            });
    RouteFacts facts = new RouteFacts(instance, definition);
    return facts
        .ofRoute(configUrl, schema.isEmpty() ? null : schema, facts.execution(), declaredAt.place())
        .at(definition.url());
  }

  /**
   * What {@code printRoutes} can show: the hooks of the context before those of the route.
   *
   * @param phases the phases whose hooks are known
   */
  Map<String, Object> meta(List<String> phases) {
    Map<String, Object> meta = new LinkedHashMap<>();
    ErrorHandler errors =
        definition.errorHandler() == null ? instance.errors.nearest() : definition.errorHandler();
    meta.put("errorHandler", FunctionNames.of(errors));
    if (definition.logLevel() != null) {
      meta.put("logLevel", definition.logLevel().label());
    }
    for (String phase : phases) {
      List<String> names =
          Stream.of(instance.hooks.of(phase), definition.hooks().getOrDefault(phase, List.of()))
              .flatMap(List::stream)
              .map(FunctionNames::of)
              .toList();
      if (!names.isEmpty()) {
        meta.put(phase, names);
      }
    }
    return meta;
  }
}
