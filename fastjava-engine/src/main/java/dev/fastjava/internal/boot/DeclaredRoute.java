package dev.fastjava.internal.boot;

import dev.fastjava.Handler;
import dev.fastjava.RouteDefinition;
import dev.fastjava.internal.lifecycle.RouteHolder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A route as it is declared; its context is built when everything is loaded.
 *
 * @param declaredAt where, for errors of the build
 * @param configUrl the url that requests see, which for the second path of a prefixed root is that
 *     of the first
 */
record DeclaredRoute(
    Instance instance,
    RouteDefinition definition,
    String configUrl,
    RouteHolder holder,
    DeclaredAt declaredAt) {
  Handler handler() {
    return java.util.Objects.requireNonNull(definition.handler());
  }

  void build() throws Exception {
    try {
      holder.fill(new ContextBuilder(instance).route(definition, configUrl));
    } catch (Exception e) {
      declaredAt.addTo(e);
      throw e;
    }
  }

  /** What {@code printRoutes} can show. */
  Map<String, Object> meta() {
    Map<String, Object> meta = new LinkedHashMap<>();
    if (definition.logLevel() != null) {
      meta.put("logLevel", definition.logLevel());
    }
    for (String phase : definition.hooks().phases()) {
      meta.put(phase, hookNames(definition.hooks().of(phase)));
    }
    return meta;
  }

  private static List<String> hookNames(List<Object> hooks) {
    return hooks.stream().map(hook -> "anonymous()").toList();
  }
}
