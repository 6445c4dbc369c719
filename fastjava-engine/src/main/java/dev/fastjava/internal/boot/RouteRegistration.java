package dev.fastjava.internal.boot;

import dev.fastjava.ErrorCode;
import dev.fastjava.Handler;
import dev.fastjava.PayloadHook;
import dev.fastjava.RouteDefinition;
import dev.fastjava.RouteHook;
import dev.fastjava.internal.lifecycle.HeadPayload;
import dev.fastjava.internal.lifecycle.RouteHolder;
import dev.fastjava.internal.lifecycle.Unchecked;
import dev.fastjava.internal.routing.RouteException;
import dev.fastjava.logging.LogLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Adds one route to a context: checks its options, joins the prefix, runs onRoute hooks, and adds
 * the HEAD route of a GET route.
 *
 * <p>Reference: Routes; Server, exposeHeadRoutes.
 */
final class RouteRegistration {
  private final Instance instance;
  private final Server server;

  RouteRegistration(Instance instance) {
    this.instance = instance;
    this.server = instance.server;
  }

  /** Adds a route; the definition belongs to this call. */
  void add(RouteDefinition definition) {
    String url = instance.prefix + definition.url();
    try {
      add(definition, false);
    } catch (RuntimeException e) {
      if (!DeclaredAt.isNoted(e)) {
        String name = methodText(definition.methods()) + ':' + url;
        server.loader().declaredHere("Route " + name).addTo(e);
      }
      throw e;
    }
  }

  private void add(RouteDefinition definition, boolean byFramework) {
    String path = definition.url();
    Handler handler = definition.handler();
    if (handler == null) {
      throw ErrorCode.FST_ERR_ROUTE_MISSING_HANDLER.error(methodText(definition.methods()), path);
    }
    positive(definition.bodyLimit(), ErrorCode.FST_ERR_ROUTE_BODY_LIMIT_OPTION_NOT_INT);
    positive(definition.handlerTimeout(), ErrorCode.FST_ERR_ROUTE_HANDLER_TIMEOUT_OPTION_NOT_INT);
    Boolean wanted = definition.exposeHeadRoute();
    boolean exposeHead = wanted == null ? server.options().exposeHeadRoutes() : wanted;
    checkMethods(definition, path);
    List<String> methods = definition.methods();
    boolean isGet = methods.contains("GET");
    boolean isHead = methods.contains("HEAD");
    RouteDefinition head = exposeHead && isGet && !isHead ? definition.copy() : null;
    definition.exposeHeadRoute(exposeHead);

    String prefix = instance.prefix;
    if (path.equals("/") && !prefix.isEmpty() && !(isHead && methods.size() == 1)) {
      switch (definition.prefixTrailingSlash()) {
        case "slash" -> addPath(definition, path, false, byFramework, head);
        case "no-slash" -> addPath(definition, "", false, byFramework, head);
        default -> {
          addPath(definition, "", false, byFramework, head);
          boolean ignoresSlash = server.options().routerOptions().ignoreTrailingSlash();
          boolean ignoresDuplicates = server.options().routerOptions().ignoreDuplicateSlashes();
          if (!ignoresSlash && (!ignoresDuplicates || !prefix.endsWith("/"))) {
            addPath(definition, path, true, byFramework, head);
          }
        }
      }
    } else if (path.startsWith("/") && prefix.endsWith("/")) {
      addPath(definition, path.substring(1), false, byFramework, head);
    } else {
      addPath(definition, path, false, byFramework, head);
    }
  }

  private static void positive(@Nullable Long value, ErrorCode code) {
    if (value != null && value <= 0) {
      throw code.error(value);
    }
  }

  private void checkMethods(RouteDefinition definition, String path) {
    List<String> methods = definition.methods();
    if (methods.isEmpty()) {
      throw ErrorCode.FST_ERR_ROUTE_METHOD_INVALID.error();
    }
    for (int i = 0; i < methods.size(); i++) {
      String method = methods.get(i).toUpperCase(Locale.ROOT);
      if (!server.methods().has(method)) {
        throw ErrorCode.FST_ERR_ROUTE_METHOD_NOT_SUPPORTED.error(method);
      }
      methods.set(i, method);
      Object body = definition.schema().parts().get("body");
      if (server.methods().isBodyless(method) && body != null && !Boolean.FALSE.equals(body)) {
        throw ErrorCode.FST_ERR_ROUTE_BODY_VALIDATION_SCHEMA_NOT_SUPPORTED.error(method, path);
      }
    }
  }

  private void addPath(
      RouteDefinition given,
      String path,
      boolean prefixing,
      boolean byFramework,
      @Nullable RouteDefinition head) {
    String url = instance.prefix + path;
    RouteDefinition definition = prefixing ? given.copy() : given;
    definition.url(url).routePath(path).prefix(instance.prefix);
    if (definition.logLevel() == null && !instance.logLevel.isEmpty()) {
      definition.logLevel(instance.logLevel);
    }
    checkLogLevel(definition);
    if (!prefixing) {
      for (Object hook : List.copyOf(instance.hooks.of("onRoute"))) {
        Unchecked.call(
            () -> {
              ((RouteHook) hook).run(definition);
              return true;
            });
      }
    }
    definition
        .hooks()
        .phases()
        .forEach(
            phase ->
                definition.hooks().of(phase).forEach(hook -> HookScope.checkOfRoute(phase, hook)));
    boolean hadHead = server.routes().has("HEAD", url, definition.constraints());
    DeclaredRoute route =
        new DeclaredRoute(
            instance,
            definition,
            prefixing ? instance.prefix : url,
            new RouteHolder(),
            server.loader().declaredHere("Route " + methodText(definition.methods()) + ":" + url));
    try {
      server
          .routes()
          .add(route, new ArrayList<>(definition.methods()), url, definition.constraints());
    } catch (RouteException e) {
      if (!byFramework) {
        throw translate(e, definition);
      }
    }
    // Keeps its place among the steps of the context, as the reference does.
    server.loader().afterInternally((error, done) -> done.accept(null, error));
    if (head != null && !hadHead) {
      RouteDefinition headRoute = head.copy().method("HEAD").url(path);
      headRoute.onSend((PayloadHook) HeadPayload.INSTANCE);
      addHead(headRoute);
    }
  }

  private void addHead(RouteDefinition definition) {
    new RouteRegistration(instance).add(definition, true);
  }

  private void checkLogLevel(RouteDefinition definition) {
    String level = definition.logLevel();
    if (level == null || level.isEmpty() || !server.hasLogger()) {
      return;
    }
    try {
      LogLevel.of(level);
    } catch (IllegalArgumentException e) {
      throw ErrorCode.FST_ERR_ROUTE_LOG_LEVEL_INVALID.causedBy(
          e, methodText(definition.methods()), definition.url(), level);
    }
  }

  private static RuntimeException translate(RouteException error, RouteDefinition definition) {
    String message = String.valueOf(error.getMessage());
    for (String method : definition.methods()) {
      if (message.contains("Method '" + method + "' already declared for route")) {
        return ErrorCode.FST_ERR_DUPLICATED_ROUTE.causedBy(
            error, methodText(definition.methods()), definition.url());
      }
    }
    // Its own type is not for users.
    return new IllegalArgumentException(message, error);
  }

  static String methodText(List<String> methods) {
    return String.join(",", methods);
  }
}
