package dev.fastjava.internal.boot;

import dev.fastjava.Handler;
import dev.fastjava.RouteDescription;
import dev.fastjava.internal.lifecycle.BasicNotFound;
import dev.fastjava.internal.lifecycle.RouteHolder;

/** A not-found handler as it is declared; its context is built with those of the routes. */
final class NotFoundRoute {
  static final Handler BASIC = BasicNotFound.INSTANCE;

  private final RouteHolder holder = new RouteHolder();
  private Instance instance;
  private RouteDescription options;
  private Handler handler;

  NotFoundRoute(Instance instance, RouteDescription options, Handler handler) {
    this.instance = instance;
    this.options = options;
    this.handler = handler;
  }

  /** Takes the place of the handler declared before, with its hooks. */
  void replace(NotFoundRoute other) {
    instance = other.instance;
    options = other.options;
    handler = other.handler;
  }

  RouteHolder holder() {
    return holder;
  }

  void build() {
    Class<?> view = instance.server.views().hooks().of(instance.hooks.of("onRoute"));
    holder.fill(new ContextBuilder(instance, view).notFound(options, handler));
  }
}
