package dev.fastjava.internal.boot;

import dev.fastjava.PayloadHook;
import dev.fastjava.RouteDefinition;
import dev.fastjava.RouteDescription;
import dev.fastjava.RouteHook;
import dev.fastjava.error.ErrorCode;
import dev.fastjava.internal.lifecycle.HeadPayload;
import dev.fastjava.internal.lifecycle.Thrown;
import dev.fastjava.internal.routing.RouteException;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Adds one route to a context: checks its options, joins the prefix, runs onRoute hooks, and adds
 * the HEAD route of a GET route.
 *
 * <p>Reference: Routes; Server, exposeHeadRoutes.
 */
final class RouteRegistration {
  /** How other frameworks write parameters. */
  private static final Pattern BRACES = Pattern.compile("\\{[A-Za-z_][\\w-]*}");

  /** Expressions of parameters, which may have any character. */
  private static final Pattern EXPRESSION = Pattern.compile("\\(.*\\)");

  /** What no path of a request has; a question mark at the end makes a parameter optional. */
  private static final Pattern UNMATCHED = Pattern.compile("#|\\?(?!$)");

  private final Context context;
  private final Server server;

  RouteRegistration(Context context) {
    this.context = context;
    this.server = context.server;
  }

  /** Adds a route; the definition belongs to this call. */
  void add(RouteDefinition definition) {
    RouteDescription given = definition.describe();
    try {
      add(definition, false);
    } catch (RuntimeException e) {
      if (!DeclaredAt.isNoted(e)) {
        String name = DeclaredRoute.methods(given) + ':' + context.prefix + given.url();
        server.loader.declaredHere("Route " + name).addTo(e);
      }
      throw e;
    }
  }

  private void add(RouteDefinition definition, boolean byFramework) {
    RouteDescription given = definition.describe();
    String path = given.url();
    List<String> methods = given.methods();
    if (path == null) {
      throw new IllegalArgumentException(
          "Route " + DeclaredRoute.methods(given) + ": the path is null");
    }
    if (given.handler() == null) {
      throw ErrorCode.FST_ERR_ROUTE_MISSING_HANDLER.error(DeclaredRoute.methods(given), path);
    }
    Boolean wanted = given.exposeHeadRoute();
    boolean exposeHead = wanted == null ? server.options.exposeHeadRoutes() : wanted;
    checkLimits(given);
    checkMethods(given);
    boolean isHead = methods.contains("HEAD");
    RouteDefinition head =
        exposeHead && methods.contains("GET") && !isHead ? definition.copy() : null;
    definition.exposeHeadRoute(exposeHead);

    String prefix = context.prefix;
    if (path.equals("/") && !prefix.isEmpty() && !(isHead && methods.size() == 1)) {
      switch (given.prefixTrailingSlash()) {
        case SLASH -> addPath(definition, path, false, byFramework, head);
        case NO_SLASH -> addPath(definition, "", false, byFramework, head);
        case BOTH -> {
          addPath(definition, "", false, byFramework, head);
          boolean ignoresSlash = server.options.routerOptions().ignoreTrailingSlash();
          boolean ignoresDuplicates = server.options.routerOptions().ignoreDuplicateSlashes();
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

  private static void checkLimits(RouteDescription route) {
    Long bodyLimit = route.bodyLimit();
    if (bodyLimit != null && bodyLimit <= 0) {
      throw ErrorCode.FST_ERR_ROUTE_BODY_LIMIT_OPTION_NOT_INT.error(bodyLimit);
    }
    Duration timeout = route.handlerTimeout();
    if (timeout != null && (timeout.isZero() || timeout.isNegative())) {
      throw ErrorCode.FST_ERR_ROUTE_HANDLER_TIMEOUT_OPTION_NOT_INT.error(timeout.toMillis());
    }
  }

  private void checkMethods(RouteDescription route) {
    if (route.methods().isEmpty()) {
      throw ErrorCode.FST_ERR_ROUTE_METHOD_INVALID.error();
    }
    Object body = route.schema().get("body");
    for (String method : route.methods()) {
      if (!server.methods.has(method)) {
        throw ErrorCode.FST_ERR_ROUTE_METHOD_NOT_SUPPORTED.error(method);
      }
      if (server.methods.isBodyless(method) && body != null && !Boolean.FALSE.equals(body)) {
        throw ErrorCode.FST_ERR_ROUTE_BODY_VALIDATION_SCHEMA_NOT_SUPPORTED.error(
            method, route.url());
      }
    }
  }

  private void addPath(
      RouteDefinition given,
      String path,
      boolean prefixing,
      boolean byFramework,
      @Nullable RouteDefinition head) {
    String url = context.prefix + path;
    RouteDefinition definition = prefixing ? given.copy() : given;
    definition.url(context.prefix, path);
    if (context.logLevel != null && definition.describe().logLevel() == null) {
      definition.logLevel(context.logLevel);
    }
    if (!prefixing) {
      runHooks(definition);
    }
    // A hook may have changed it; requests see the declared one as that of the route.
    RouteDescription declared = definition.describe();
    declared
        .hooks()
        .forEach((phase, hooks) -> hooks.forEach(hook -> HookScope.checkOfRoute(phase, hook)));
    boolean hadHead = hasHead(declared);
    DeclaredAt place =
        server.loader.declaredHere("Route " + DeclaredRoute.methods(declared) + ":" + url);
    DeclaredRoute route =
        new DeclaredRoute(context, declared, prefixing ? context.prefix : url, place);
    try {
      server.routes.add(route);
    } catch (RouteException e) {
      if (!byFramework) {
        RuntimeException fault = translate(e, declared);
        place.addTo(fault);
        throw fault;
      }
    }
    warn(route, byFramework);
    // Keeps its place among the steps of the context, as the reference does.
    server.loader.afterInternally(context, route::takeSettings);
    if (head != null && !hadHead) {
      RouteDefinition headRoute = head.copy().method("HEAD").url(path);
      headRoute.onSend((PayloadHook) HeadPayload.INSTANCE);
      add(headRoute, true);
    }
  }

  private void runHooks(RouteDefinition definition) {
    List<Object> hooks = List.copyOf(context.hooks.of("onRoute"));
    if (hooks.isEmpty()) {
      return;
    }
    server.routes.enterHooks(definition.describe());
    try {
      for (Object hook : hooks) {
        Thrown.call(
            () -> {
              Class<?> before = definition.describe().replyView();
              ((RouteHook) hook).run(definition, context);
              server.json.views.hooks().note(hook, before, definition.describe().replyView());
              return true;
            });
      }
    } finally {
      server.routes.leaveHooks();
    }
  }

  private void warn(DeclaredRoute route, boolean byFramework) {
    RouteDescription declared = route.options;
    String methods = route.methods();
    String url = declared.url();
    if (BRACES.matcher(url).find()) {
      server.warnings.bracesInPath(methods, url, route.place());
    } else if (!byFramework && UNMATCHED.matcher(EXPRESSION.matcher(url).replaceAll("")).find()) {
      server.warnings.queryInPath(methods, url, route.place());
    }
    if (byFramework) {
      return;
    }
    for (String method : declared.methods()) {
      String repeated = server.routes.repeatedParameter(method, url, declared.constraints());
      if (repeated != null) {
        server.warnings.repeatedParameter(repeated, methods, url, route.place());
        return;
      }
    }
  }

  /** Whether there is a HEAD route already; a path that is none is told when it is registered. */
  private boolean hasHead(RouteDescription route) {
    try {
      return server.routes.has("HEAD", route.url(), route.constraints());
    } catch (RouteException e) {
      return false;
    }
  }

  private static RuntimeException translate(RouteException error, RouteDescription definition) {
    String method = DeclaredRoute.methods(definition);
    return switch (error.kind()) {
      case DUPLICATE ->
          ErrorCode.FST_ERR_DUPLICATED_ROUTE.causedBy(error, method, definition.url());
      case INVALID ->
          new IllegalArgumentException(
              "Route " + method + ":" + definition.url() + ": " + error.getMessage(), error);
    };
  }
}
