package dev.fastjava.internal.boot;

import dev.fastjava.Handler;
import dev.fastjava.RouteDescription;
import dev.fastjava.internal.lifecycle.RouteContext;
import dev.fastjava.internal.routing.RouteException;
import org.jspecify.annotations.Nullable;

/**
 * The not-found handler of one prefix. Contexts without a prefix of their own share that of the
 * context above.
 *
 * <p>Reference: Server, setNotFoundHandler.
 */
final class NotFoundScope {
  private final Instance level;
  private final @Nullable NotFoundScope above;
  private boolean taken;
  private @Nullable NotFoundRoute route;

  private NotFoundScope(Instance level, @Nullable NotFoundScope above) {
    this.level = level;
    this.above = above;
  }

  /** The scope of the root, which always has a handler. */
  static NotFoundScope root(Instance instance) {
    return new NotFoundScope(instance, null);
  }

  static NotFoundScope below(NotFoundScope above, Instance level) {
    return new NotFoundScope(level, above);
  }

  /**
   * Sets the handler.
   *
   * @param instance whose hooks run before it
   * @param handler null for the default one
   */
  void set(Instance instance, RouteDescription options, @Nullable Handler handler) {
    String prefix = instance.prefix.isEmpty() ? "/" : instance.prefix;
    if (taken) {
      throw taken(prefix);
    }
    if (handler != null) {
      taken = true;
    }
    level
        .server
        .loader()
        .afterInternally(
            instance,
            () -> {
              NotFoundRoute declared =
                  new NotFoundRoute(
                      instance, options, handler == null ? NotFoundRoute.BASIC : handler);
              // A prefix that is no more than a slash is that of the root.
              (prefix.equals("/") ? root() : this).declare(prefix, declared);
            });
  }

  private NotFoundScope root() {
    NotFoundScope scope = this;
    while (scope.above != null) {
      scope = scope.above;
    }
    return scope;
  }

  private void declare(String prefix, NotFoundRoute declared) {
    if (route != null) {
      route.replace(declared);
      return;
    }
    try {
      level.server.routes().addNotFound(prefix, declared);
    } catch (RouteException e) {
      IllegalStateException refused = taken(prefix);
      refused.initCause(e);
      throw refused;
    }
    route = declared;
  }

  private static IllegalStateException taken(String prefix) {
    return new IllegalStateException(
        "Not found handler already set for Fastify instance with prefix: '" + prefix + "'");
  }

  /** The context of the nearest handler, for routes of this scope. */
  @Nullable RouteContext context() {
    if (route != null) {
      return route.holder().context();
    }
    return above == null ? null : above.context();
  }
}
