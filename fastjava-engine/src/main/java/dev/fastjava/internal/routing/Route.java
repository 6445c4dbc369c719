package dev.fastjava.internal.routing;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A registered route.
 *
 * @param method the method
 * @param path the path, with slashes taken away that the options ignore
 * @param pattern the path as it was understood
 * @param constraints the constraints by kind; texts, patterns, or what a custom kind takes
 * @param store what was registered
 */
record Route<T>(
    String method, String path, RoutePattern pattern, Map<String, Object> constraints, T store) {

  Route {
    constraints = Collections.unmodifiableMap(new LinkedHashMap<>(constraints));
  }

  List<String> names() {
    return pattern.names();
  }
}
