package dev.fastjava.internal.routing;

import dev.fastjava.RouterOptions;
import dev.fastjava.conformance.VectorFile.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Registers routes in the order an application does: a HEAD route for each GET route, two paths for
 * the root of a prefix, and routes of plugins after those of the application.
 */
final class FastifyRoutes {

  private final RouteTable<Fields> table;
  private final Fields options;

  private FastifyRoutes(RouteTable<Fields> table, Fields options) {
    this.table = table;
    this.options = options;
  }

  static RouteTable<Fields> table(Fields recorded, RouterOptions routing) {
    RouteTable<Fields> table = new RouteTable<>(routing);
    FastifyRoutes routes = new FastifyRoutes(table, recorded.object("options"));
    List<Fields> ofPlugins = new ArrayList<>();
    for (Fields route : recorded.objects("routes")) {
      if (route.has("prefix")) {
        ofPlugins.add(route);
      } else {
        routes.add(route, "");
      }
    }
    ofPlugins.forEach(route -> routes.add(route, route.text("prefix")));
    return table;
  }

  private void add(Fields route, String prefix) {
    List<String> methods =
        route.get("method") instanceof String method ? List.of(method) : route.texts("method");
    String url = route.text("url");
    if (url.equals("/") && !prefix.isEmpty()) {
      add(route, methods, prefix, true);
      if (!options.flag("ignoreTrailingSlash")
          && (!options.flag("ignoreDuplicateSlashes") || !prefix.endsWith("/"))) {
        add(route, methods, prefix + "/", true);
      }
    } else if (url.startsWith("/") && prefix.endsWith("/")) {
      add(route, methods, prefix + url.substring(1), true);
    } else {
      add(route, methods, prefix + url, true);
    }
  }

  private void add(Fields route, List<String> methods, String path, boolean withHead) {
    Map<String, Object> constraints = route.object("constraints").map();
    boolean hadHead = table.hasRoute("HEAD", path, constraints);
    table.on(methods, path, constraints, route);
    boolean exposed = !options.has("exposeHeadRoutes") || options.flag("exposeHeadRoutes");
    if (withHead && exposed && methods.contains("GET") && !methods.contains("HEAD") && !hadHead) {
      add(route, List.of("HEAD"), path, false);
    }
  }
}
