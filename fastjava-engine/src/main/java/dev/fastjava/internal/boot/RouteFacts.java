package dev.fastjava.internal.boot;

import dev.fastjava.Execution;
import dev.fastjava.RouteDescription;
import dev.fastjava.internal.lifecycle.RouteDetails;
import dev.fastjava.logging.LogLevel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Merges what a route was declared with and what its context and the server set. */
final class RouteFacts {
  /** The phases of a route's hooks, in the order in which they run. */
  private static final List<String> PHASES =
      List.of(
          "onRequest",
          "preParsing",
          "preValidation",
          "preHandler",
          "preSerialization",
          "onError",
          "onSend",
          "onResponse",
          "onTimeout",
          "onRequestAbort");

  private final Instance instance;
  private final RouteDescription route;

  RouteFacts(Instance instance, RouteDescription route) {
    this.instance = instance;
    this.route = route;
  }

  /** Those of a phase: of the context first. */
  List<Object> hooks(String phase) {
    List<Object> all = new ArrayList<>(instance.hooks.of(phase));
    all.addAll(route.hooks().getOrDefault(phase, List.of()));
    return all;
  }

  /** Where the route asks to run. */
  Execution execution() {
    return route.execution() == null ? instance.execution : route.execution();
  }

  @Nullable LogLevel logLevel() {
    return route.logLevel() == null ? instance.logLevel : route.logLevel();
  }

  /** The facts of a route with the url that requests see. */
  RouteDetails ofRoute(
      String configUrl,
      @Nullable Map<String, Object> schema,
      Execution execution,
      @Nullable StackTraceElement place) {
    Map<String, Object> config = new LinkedHashMap<>();
    route.config().forEach(config::put);
    config.put("url", configUrl);
    List<String> methods = route.methods();
    config.put("method", methods.size() == 1 ? methods.get(0) : methods);
    return new RouteDetails(
        route,
        configUrl,
        Objects.requireNonNullElse(route.bodyLimit(), instance.server.options().bodyLimit()),
        route.handlerTimeout() == null ? serverTimeout() : route.handlerTimeout(),
        logLevel(),
        Collections.unmodifiableMap(config),
        schema == null ? null : Collections.unmodifiableMap(schema),
        hooks(),
        execution,
        instance.pluginName(),
        place,
        null,
        instance.server.routes().hasConstraintStrategy("version"));
  }

  /** The facts of a not-found handler, which has no url. */
  RouteDetails ofNotFound(Execution execution) {
    return new RouteDetails(
        route,
        null,
        instance.server.options().bodyLimit(),
        serverTimeout(),
        null,
        Map.of(),
        null,
        hooks(),
        execution,
        instance.pluginName(),
        null,
        null,
        instance.server.routes().hasConstraintStrategy("version"));
  }

  /** The facts of what answers before a route is known: no limits, no hooks. */
  RouteDetails ofFramework(Execution execution) {
    return new RouteDetails(
        route,
        null,
        0,
        Duration.ZERO,
        null,
        Map.of(),
        null,
        Map.of(),
        execution,
        "",
        null,
        null,
        false);
  }

  private Duration serverTimeout() {
    return instance.server.options().handlerTimeout();
  }

  private Map<String, List<Object>> hooks() {
    Map<String, List<Object>> all = new LinkedHashMap<>();
    for (String phase : PHASES) {
      List<Object> hooks = hooks(phase);
      if (!hooks.isEmpty()) {
        all.put(phase, Collections.unmodifiableList(hooks));
      }
    }
    return Collections.unmodifiableMap(all);
  }
}
