package dev.fastjava.spring.boot.actuate;

import dev.fastjava.DeclaredHook;
import dev.fastjava.Fastjava;
import dev.fastjava.RouteInfo;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.OperationResponseBody;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;

/**
 * Shows for each server the tree of its contexts, with hooks and where they were added, schemas and
 * routes.
 */
@Endpoint(id = "fastjavaroutes")
public final class FastjavaRoutesEndpoint {
  private final Servers servers;

  FastjavaRoutesEndpoint(Servers servers) {
    this.servers = servers;
  }

  /**
   * Describes all servers.
   *
   * @return the root context of each server, by its name; that of the application is {@code
   *     application}
   */
  @ReadOperation
  public Routes routes() {
    Map<String, Context> roots = new LinkedHashMap<>();
    servers
        .all()
        .forEach((name, app) -> roots.put(name, context(app, new ArrayList<>(app.routes()))));
    return new Routes(roots);
  }

  /**
   * Describes a context.
   *
   * @param routes routes that no context was found for yet
   */
  private Context context(Fastjava app, List<RouteInfo> routes) {
    List<Context> inner = app.children().stream().map(child -> context(child, routes)).toList();
    String name = first(app.pluginName());
    List<RouteInfo> own =
        routes.stream()
            .filter(
                route -> first(route.plugin()).equals(name) && route.prefix().equals(app.prefix()))
            .toList();
    routes.removeAll(own);
    return new Context(
        app.pluginName(),
        app.prefix(),
        app.declaredHooks().stream().map(this::hook).toList(),
        List.copyOf(new TreeSet<>(app.getSchemas().keySet())),
        own.stream().map(this::route).toList(),
        inner);
  }

  /** Shared plugins that were loaded later have added their names. */
  private static String first(String chain) {
    int end = chain.indexOf(" -> ");
    return end < 0 ? chain : chain.substring(0, end);
  }

  private Hook hook(DeclaredHook hook) {
    return new Hook(
        hook.phase(),
        Descriptions.type(hook.hook()),
        servers.beanName(hook.hook()),
        Descriptions.place(hook.declaredAt()));
  }

  private Route route(RouteInfo route) {
    Map<String, List<String>> hooks = new LinkedHashMap<>();
    route
        .hooks()
        .forEach(
            (phase, all) -> hooks.put(phase, all.stream().map(servers::beanNameOrType).toList()));
    return new Route(
        route.methods(),
        String.valueOf(route.url()),
        route.execution().name(),
        Descriptions.plain(route.constraints()),
        Descriptions.plain(route.schema()),
        hooks,
        Descriptions.place(route.declaredAt()));
  }

  /**
   * All servers.
   *
   * @param servers the root context of each server
   */
  public record Routes(Map<String, Context> servers) implements OperationResponseBody {}

  /**
   * An encapsulation context.
   *
   * @param name the names of the plugins it belongs to
   * @param prefix the prefix of its routes
   * @param hooks the hooks that were added in it
   * @param schemas the ids of the schemas its routes may refer to
   * @param routes the routes that were declared in it
   * @param contexts those of the plugins that were loaded in it
   */
  public record Context(
      String name,
      String prefix,
      List<Hook> hooks,
      List<String> schemas,
      List<Route> routes,
      List<Context> contexts) {}

  /**
   * A hook.
   *
   * @param phase the phase it runs in
   * @param type its class; for a lambda, the class it was written in
   * @param bean the name of the bean it is; null for none
   * @param declaredAt the line that added it; null when it is a bean
   */
  public record Hook(
      String phase, String type, @Nullable String bean, @Nullable String declaredAt) {}

  /**
   * A route.
   *
   * @param methods its methods
   * @param url its url, with the prefix
   * @param execution where its hooks and its handler run
   * @param constraints its constraints
   * @param schema its schemas, by the part of the request or reply they are for; null for none
   * @param hooks all hooks that run for it, in order: names of beans, else classes
   * @param declaredAt the line that declared it; null when it is a bean
   */
  public record Route(
      List<String> methods,
      String url,
      String execution,
      @Nullable Object constraints,
      @Nullable Object schema,
      Map<String, List<String>> hooks,
      @Nullable String declaredAt) {}
}
