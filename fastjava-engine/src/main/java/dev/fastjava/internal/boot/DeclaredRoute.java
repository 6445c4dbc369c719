package dev.fastjava.internal.boot;

import dev.fastjava.ErrorHandler;
import dev.fastjava.Execution;
import dev.fastjava.Handler;
import dev.fastjava.ReplySerializer;
import dev.fastjava.RouteDescription;
import dev.fastjava.RouteInfo;
import dev.fastjava.internal.lifecycle.DefaultErrorHandler;
import dev.fastjava.internal.lifecycle.HeadPayload;
import dev.fastjava.internal.lifecycle.HookSet;
import dev.fastjava.internal.lifecycle.RouteDetails;
import dev.fastjava.internal.lifecycle.RouteHolder;
import dev.fastjava.logging.LogLevel;
import dev.fastjava.spi.ChildLoggerFactory;
import dev.fastjava.spi.SchemaErrorFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A route, or a not-found handler, as it is declared in its context; it is compiled when everything
 * is loaded.
 *
 * <p>It takes some settings of its context before that. The child logger factory is that of the
 * moment the route is declared. The handlers of errors and of replies are those of the moment its
 * own step between the plugins has its turn: after the code around the declaration, before what is
 * registered behind it.
 *
 * <p>Reference: Encapsulation; Plugins; Routes, Options.
 */
final class DeclaredRoute {
  final Context context;
  final RouteDescription options;

  /**
   * The url that requests see, which for the second path of a prefixed root is that of the first;
   * null for not-found handlers, which have none.
   */
  final @Nullable String configUrl;

  /** For errors of the build; null for not-found handlers. */
  final @Nullable DeclaredAt declaredAt;

  final RouteHolder holder = new RouteHolder();
  final @Nullable ChildLoggerFactory childLoggerFactory;
  List<ErrorHandler> errorHandlers = List.of();
  @Nullable ReplySerializer replySerializer;
  @Nullable SchemaErrorFormatter schemaErrorFormatter;

  DeclaredRoute(
      Context context,
      RouteDescription options,
      @Nullable String configUrl,
      @Nullable DeclaredAt declaredAt) {
    this.context = context;
    this.options = options;
    this.configUrl = configUrl;
    this.declaredAt = declaredAt;
    this.childLoggerFactory =
        options.childLoggerFactory() == null
            ? context.childLoggerFactory.get()
            : options.childLoggerFactory();
    takeSettings();
  }

  /** The route's step between the plugins has its turn. */
  void takeSettings() {
    errorHandlers = context.errors.chain();
    replySerializer = context.replySerializer.get();
    schemaErrorFormatter = context.schemaErrorFormatter.get();
  }

  Handler handler() {
    return Objects.requireNonNull(options.handler());
  }

  /** Its methods as messages show them. */
  String methods() {
    return methods(options);
  }

  static String methods(RouteDescription route) {
    return String.join(",", route.methods());
  }

  /** Its methods and its path, for messages. */
  String name() {
    return options.methods().isEmpty()
        ? "The not-found handler"
        : "Route " + methods() + ':' + options.url();
  }

  /** Where it was declared, for messages; empty when that is not known. */
  String place() {
    StackTraceElement place = declaredAt == null ? null : declaredAt.place();
    return place == null ? "" : " at " + place;
  }

  /** Where the route asks to run. */
  Execution execution() {
    return options.execution() == null ? context.execution : options.execution();
  }

  @Nullable LogLevel logLevel() {
    return options.logLevel() == null ? context.logLevel : options.logLevel();
  }

  void compile() throws Exception {
    RouteCompiler compiler = new RouteCompiler(this);
    try {
      holder.fill(compiler.route());
    } catch (Exception e) {
      DeclaredAt place = Objects.requireNonNull(declaredAt);
      String part = compiler.part();
      (part == null ? place : place.with(part)).addTo(e);
      throw e;
    }
  }

  /**
   * What is in force where the route sets nothing.
   *
   * @param schema as plain values; null when none is declared
   * @param execution where it runs
   */
  RouteDetails details(@Nullable Map<String, Object> schema, Execution execution) {
    boolean isRoute = configUrl != null;
    Server server = context.server;
    return new RouteDetails(
        options,
        configUrl,
        Objects.requireNonNullElse(options.bodyLimit(), server.options.bodyLimit()),
        Objects.requireNonNullElse(options.handlerTimeout(), server.options.handlerTimeout()),
        isRoute ? logLevel() : null,
        isRoute ? config() : Map.of(),
        schema == null ? null : Collections.unmodifiableMap(schema),
        hooks(HookSet.PHASES),
        execution,
        context.pluginName(),
        declaredAt == null ? null : declaredAt.place(),
        null,
        server.routes.hasConstraintStrategy("version"));
  }

  private Map<String, Object> config() {
    Map<String, Object> config = new LinkedHashMap<>();
    options.config().forEach(config::put);
    config.put("url", Objects.requireNonNull(configUrl));
    List<String> methods = options.methods();
    config.put("method", methods.size() == 1 ? methods.get(0) : methods);
    return Collections.unmodifiableMap(config);
  }

  /** The hooks by phase, those of the context before those of the route. */
  private Map<String, List<Object>> hooks(List<String> phases) {
    Map<String, List<Object>> all = new LinkedHashMap<>();
    for (String phase : phases) {
      List<Object> hooks = new ArrayList<>(context.hooks.of(phase));
      hooks.addAll(options.hooks().getOrDefault(phase, List.of()));
      if (!hooks.isEmpty()) {
        all.put(phase, Collections.unmodifiableList(hooks));
      }
    }
    return Collections.unmodifiableMap(all);
  }

  /** What is told of the route: before it is compiled, as far as it is known. */
  RouteInfo info() {
    if (holder.isFilled()) {
      return holder.context().info().at(options.url());
    }
    Map<String, Object> schema = new LinkedHashMap<>();
    options
        .schema()
        .forEach(
            (part, value) -> {
              if (value != null) {
                schema.put(part, value);
              }
            });
    return details(schema.isEmpty() ? null : schema, execution()).at(options.url());
  }

  /**
   * What {@code printRoutes} can show.
   *
   * @param phases the phases whose hooks are known
   */
  Map<String, Object> meta(List<String> phases) {
    Map<String, Object> meta = new LinkedHashMap<>();
    ErrorHandler errors =
        options.errorHandler() == null ? context.errorHandler() : options.errorHandler();
    meta.put("errorHandler", functionName(errors));
    if (options.logLevel() != null) {
      meta.put("logLevel", options.logLevel().label());
    }
    hooks(phases)
        .forEach(
            (phase, all) ->
                meta.put(phase, all.stream().map(DeclaredRoute::functionName).toList()));
    return meta;
  }

  /** The name of its class; lambdas and method references, which have none, are anonymous. */
  private static String functionName(Object function) {
    if (function == HeadPayload.INSTANCE) {
      return "headRouteOnSendHandler()";
    }
    if (function == DefaultErrorHandler.CHAIN.get(0)) {
      return "defaultErrorHandler()";
    }
    Class<?> type = function.getClass();
    String name = type.isSynthetic() || type.isHidden() ? "" : type.getSimpleName();
    return (name.isEmpty() ? "anonymous" : name) + "()";
  }
}
