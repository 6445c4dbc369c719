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
    if (path == null) {
      throw new IllegalArgumentException(
          "Route " + methodText(definition.methods()) + ": the path is null");
    }
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
    if (definition.logLevel() == null || definition.logLevel().isEmpty()) {
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
    // A hook may have changed it; requests see the declared one as that of the route.
    String registered = definition.url();
    boolean hadHead = hasHead(registered, definition);
    RouteSettings settings = new RouteSettings(instance);
    DeclaredRoute route =
        new DeclaredRoute(
            instance,
            definition,
            prefixing ? instance.prefix : url,
            settings,
            new RouteHolder(),
            server.loader().declaredHere("Route " + methodText(definition.methods()) + ":" + url));
    try {
      server
          .routes()
          .add(route, new ArrayList<>(definition.methods()), registered, definition.constraints());
    } catch (RouteException e) {
      if (!byFramework) {
        RuntimeException fault = translate(e, definition);
        route.declaredAt().addTo(fault);
        throw fault;
      }
    }
    if (BRACES.matcher(registered).find()) {
      server.warnings().bracesInPath(methodText(definition.methods()), registered, place(route));
    } else if (!byFramework
        && UNMATCHED.matcher(EXPRESSION.matcher(registered).replaceAll("")).find()) {
      server.warnings().queryInPath(methodText(definition.methods()), registered, place(route));
    }
    if (!byFramework) {
      warnOfRepeated(definition, registered, route);
    }
    // Keeps its place among the steps of the context, as the reference does.
    server
        .loader()
        .afterInternally(
            (error, done) -> {
              settings.take();
              done.accept(null, error);
            });
    if (head != null && !hadHead) {
      RouteDefinition headRoute = head.copy().method("HEAD").url(path);
      headRoute.onSend((PayloadHook) HeadPayload.INSTANCE);
      addHead(headRoute);
    }
  }

  private void addHead(RouteDefinition definition) {
    new RouteRegistration(instance).add(definition, true);
  }

  private void warnOfRepeated(RouteDefinition definition, String url, DeclaredRoute route) {
    for (String method : definition.methods()) {
      String repeated = server.routes().repeatedParameter(method, url, definition.constraints());
      if (repeated != null) {
        server
            .warnings()
            .repeatedParameter(
                repeated, methodText(definition.methods()), definition.url(), place(route));
        return;
      }
    }
  }

  private void checkLogLevel(RouteDefinition definition) {
    String level = definition.logLevel();
    // Also where nothing is logged: whoever switches the logger on is not to find out then.
    if (level == null || level.isEmpty()) {
      return;
    }
    try {
      LogLevel.of(level);
    } catch (IllegalArgumentException e) {
      throw ErrorCode.FST_ERR_ROUTE_LOG_LEVEL_INVALID.causedBy(
          e, methodText(definition.methods()), definition.url(), level);
    }
  }

  private static String place(DeclaredRoute route) {
    StackTraceElement[] trace = route.declaredAt().getStackTrace();
    return trace.length == 0 ? "" : " at " + trace[0];
  }

  /** Whether there is a HEAD route already; a path that is none is told when it is registered. */
  private boolean hasHead(String url, RouteDefinition definition) {
    try {
      return server.routes().has("HEAD", url, definition.constraints());
    } catch (RouteException e) {
      return false;
    }
  }

  private static RuntimeException translate(RouteException error, RouteDefinition definition) {
    String method = methodText(definition.methods());
    return switch (error.kind()) {
      case DUPLICATE ->
          ErrorCode.FST_ERR_DUPLICATED_ROUTE.causedBy(error, method, definition.url());
      case INVALID ->
          new IllegalArgumentException(
              "Route " + method + ":" + definition.url() + ": " + error.getMessage(), error);
    };
  }

  static String methodText(List<String> methods) {
    return String.join(",", methods);
  }
}
