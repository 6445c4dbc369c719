package dev.fastjava.internal.boot;

import dev.fastjava.Handler;
import dev.fastjava.RouteDefinition;
import dev.fastjava.RouteDescription;
import dev.fastjava.internal.lifecycle.BasicNotFound;
import dev.fastjava.internal.lifecycle.RouteContext;
import dev.fastjava.internal.lifecycle.RouteHolder;
import dev.fastjava.internal.routing.RouteException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The not-found handler of one prefix; its context is compiled with those of the routes. Contexts
 * without a prefix of their own share that of the context above.
 *
 * <p>Reference: Server, setNotFoundHandler.
 */
final class NotFoundScope {
  private final @Nullable NotFoundScope above;
  private final RouteHolder holder = new RouteHolder();
  private boolean taken;

  /** What was declared last; null when nothing was. */
  private @Nullable DeclaredRoute declared;

  /**
   * Makes the scope of a prefix.
   *
   * @param above null for the root, which always has a handler
   */
  NotFoundScope(@Nullable NotFoundScope above) {
    this.above = above;
  }

  /** Sets the default handler, with the hooks of a context. */
  void setDefault(Context context) {
    RouteDefinition definition = RouteDefinition.create().handler(BasicNotFound.INSTANCE);
    set(context, definition, false);
  }

  /** Sets a handler, whose options are checked: it has fewer than routes. */
  void set(Context context, Consumer<RouteDefinition> options, @Nullable Handler handler) {
    RouteDefinition definition = RouteDefinition.create();
    options.accept(definition);
    check(definition.describe());
    definition.handler(handler == null ? BasicNotFound.INSTANCE : handler);
    set(context, definition, handler != null);
  }

  private void set(Context context, RouteDefinition definition, boolean custom) {
    String prefix = context.prefix.isEmpty() ? "/" : context.prefix;
    if (taken) {
      throw taken(prefix);
    }
    taken = custom;
    RouteDescription options = definition.url(context.prefix, "").describe();
    // A prefix that is no more than a slash is that of the root.
    NotFoundScope scope = prefix.equals("/") ? root() : this;
    context.server.loader.afterInternally(
        context, () -> scope.declare(prefix, new DeclaredRoute(context, options, null, null)));
  }

  private NotFoundScope root() {
    NotFoundScope scope = this;
    while (scope.above != null) {
      scope = scope.above;
    }
    return scope;
  }

  /** Takes the place of what was declared before, with its hooks. */
  private void declare(String prefix, DeclaredRoute route) {
    if (declared == null) {
      try {
        route.context.server.routes.addNotFound(prefix, this);
      } catch (RouteException e) {
        IllegalStateException refused = taken(prefix);
        refused.initCause(e);
        throw refused;
      }
    }
    declared = route;
  }

  private static IllegalStateException taken(String prefix) {
    return new IllegalStateException(
        "Not found handler already set for Fastify instance with prefix: '" + prefix + "'");
  }

  /** What the router finds below the prefix. */
  RouteHolder holder() {
    return holder;
  }

  /** Compiles what was declared last. */
  void compile() {
    if (declared != null) {
      Context context = declared.context;
      Class<?> view = context.server.json.views.hooks().of(context.hooks.of("onRoute"));
      holder.fill(new RouteCompiler(declared, view).notFound());
    }
  }

  /** The context of the nearest handler, for routes of this scope. */
  @Nullable RouteContext context() {
    if (declared != null) {
      return holder.context();
    }
    return above == null ? null : above.context();
  }

  /** Refuses options that are for routes only, by their names. */
  private static void check(RouteDescription options) {
    refuse("schema", !options.schema().isEmpty());
    refuse("handler", options.handler());
    refuse("errorHandler", options.errorHandler());
    refuse("constraint", !options.constraints().isEmpty());
    refuse("attachValidation", options.attachValidation());
    refuse("validationGroups", !options.validationGroups().isEmpty());
    refuse("exposeHeadRoute", options.exposeHeadRoute());
    refuse("bodyLimit", options.bodyLimit());
    refuse("handlerTimeout", options.handlerTimeout());
    refuse("validatorCompiler", options.validatorCompiler());
    refuse("serializerCompiler", options.serializerCompiler());
    refuse("schemaErrorFormatter", options.schemaErrorFormatter());
    refuse("childLoggerFactory", options.childLoggerFactory());
  }

  private static void refuse(String option, @Nullable Object value) {
    refuse(option, value != null);
  }

  private static void refuse(String option, boolean declared) {
    if (declared) {
      throw new IllegalArgumentException(
          "setNotFoundHandler: a not-found handler has no "
              + option
              + "; it may have hooks, views, config, an execution and options of logging");
    }
  }
}
