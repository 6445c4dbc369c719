package dev.fastjava.internal.boot;

import dev.fastjava.ErrorHandler;
import dev.fastjava.Execution;
import dev.fastjava.RouteDefinition;
import dev.fastjava.RouteDescription;
import dev.fastjava.internal.exchange.Millis;
import dev.fastjava.internal.lifecycle.DefaultErrorHandler;
import dev.fastjava.internal.lifecycle.HookSet;
import dev.fastjava.internal.lifecycle.ReplySize;
import dev.fastjava.internal.lifecycle.RouteContext;
import dev.fastjava.internal.lifecycle.RouteDetails;
import dev.fastjava.logging.ChildOptions;
import dev.fastjava.logging.LogLevel;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Compiles a declared route: merges its options with those of its context into what requests need.
 */
final class RouteCompiler {
  private final DeclaredRoute route;
  private final RouteDescription options;
  private final Context context;
  private final Server server;
  private final ViewsOfRoute views;
  private final SchemasOfRoute schemas;

  RouteCompiler(DeclaredRoute route) {
    this(route, null);
  }

  /**
   * Starts with a route.
   *
   * @param usualView the view of replies where the route names none; null for that of the mapper
   */
  RouteCompiler(DeclaredRoute route, @Nullable Class<?> usualView) {
    this.route = route;
    this.options = route.options;
    this.context = route.context;
    this.server = context.server;
    this.views = new ViewsOfRoute(route, usualView);
    this.schemas = new SchemasOfRoute(route, views);
  }

  /** The part of the route that is being compiled, for errors; null for the route as a whole. */
  @Nullable String part() {
    return schemas.part();
  }

  RouteContext route() throws Exception {
    views.open();
    Map<String, Object> schema = schemas.read();
    RouteDetails details = route.details(schema, resolved());
    boolean compiles =
        schema != null
            && schema.containsKey("response")
            && (options.serializerCompiler() != null || context.schemas.hasCustomSerializers());
    views.requireNoOther(route.replySerializer != null, compiles);
    ErrorHandler first = options.errorHandler();
    return new RouteContext(
        context.shared(),
        details,
        route.handler(),
        new HookSet(details.hooks()),
        first == null ? route.errorHandlers : ErrorScope.before(first, route.errorHandlers),
        options.bodyLimit() == null ? 0 : options.bodyLimit(),
        Millis.of(details.handlerTimeout()),
        context.notFound.context(),
        route.replySerializer,
        route.childLoggerFactory,
        loggerOptions(),
        schemas.compile(schema),
        new ReplySize());
  }

  RouteContext notFound() {
    views.open();
    RouteDetails details = route.details(null, resolved());
    // The limits of parsers are for routes: nobody may send more to a path that there is not.
    return withoutRoute(details, context.errors.chain(), server.options.bodyLimit());
  }

  /** The context of errors that happen before a route is known: no limits, hooks or handlers. */
  static RouteContext framework(Context root) {
    RouteDescription none = RouteDefinition.create().handler((request, reply) -> null).describe();
    RouteCompiler compiler = new RouteCompiler(new DeclaredRoute(root, none, null, null));
    RouteDetails details =
        new RouteDetails(
            none,
            null,
            0,
            Duration.ZERO,
            null,
            Map.of(),
            null,
            Map.of(),
            compiler.resolved(),
            "",
            null,
            null,
            false);
    return compiler.withoutRoute(details, DefaultErrorHandler.CHAIN, 0);
  }

  private RouteContext withoutRoute(
      RouteDetails details, List<ErrorHandler> errorHandlers, long bodyLimit) {
    return new RouteContext(
        context.shared(),
        details,
        route.handler(),
        new HookSet(details.hooks()),
        errorHandlers,
        bodyLimit,
        Millis.of(details.handlerTimeout()),
        null,
        null,
        context.childLoggerFactory.get(),
        loggerOptions(),
        schemas.none(),
        new ReplySize());
  }

  private Execution resolved() {
    return server.runtime.threads().resolve(route.execution());
  }

  private ChildOptions loggerOptions() {
    LogLevel level = route.logLevel();
    return ChildOptions.of(
        child -> {
          if (level != null && server.hasLogger()) {
            child.level(level);
          }
          child.serializers(context.logSerializers).serializers(options.logSerializers());
        });
  }
}
