package dev.fastjava.internal.boot;

import dev.fastjava.RouteDescription;
import dev.fastjava.internal.types.DerivedNode;
import dev.fastjava.internal.types.ReadNames;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Schemas of parameters that demand what the path does not have, so that no request fits. */
final class RequiredParameters {
  private final Server server;

  RequiredParameters(Server server) {
    this.server = server;
  }

  /** Warns of them. */
  void check(RouteDescription route, @Nullable Object schema) {
    if (!(schema instanceof Map<?, ?> map)) {
      return;
    }
    ReadNames several = schema instanceof DerivedNode node ? node.names() : null;
    Set<String> required = new LinkedHashSet<>();
    if (map.get("required") instanceof List<?> list) {
      list.forEach(each -> required.add(String.valueOf(each)));
    }
    if (several != null) {
      required.addAll(several.required());
    }
    String method = route.methods().get(0);
    List<String> names = server.routes.parameters(method, route.url(), route.constraints());
    if (names == null) {
      return;
    }
    for (String each : names) {
      required.remove(each);
      if (several != null) {
        required.remove(several.property(each));
      }
    }
    for (String name : required) {
      if (!hasDefault(map, name)) {
        server.warnings.missingParameter(name, DeclaredRoute.methods(route), route.url());
      }
    }
  }

  private static boolean hasDefault(Map<?, ?> schema, String name) {
    return schema.get("properties") instanceof Map<?, ?> properties
        && properties.get(name) instanceof Map<?, ?> property
        && property.containsKey("default");
  }
}
