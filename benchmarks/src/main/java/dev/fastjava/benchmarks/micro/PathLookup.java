package dev.fastjava.benchmarks.micro;

import dev.fastjava.RouterOptions;
import dev.fastjava.internal.routing.RouteMatch;
import dev.fastjava.internal.routing.RouteTable;
import dev.fastjava.internal.routing.Router;
import io.undertow.util.PathTemplateMatcher;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** A router of some framework, filled with paths. */
interface PathLookup {

  /** What is known about a path: its route and the parameters; null when there is no route. */
  @Nullable Object find(String path);

  /**
   * A router with paths.
   *
   * @param name {@code fastjava}, {@code spring} or {@code undertow}
   * @param paths see {@link RoutePaths}
   */
  static PathLookup of(String name, List<String> paths) {
    return switch (name) {
      case "fastjava" -> fastjava(paths);
      case "spring" -> spring(paths);
      case "undertow" -> undertow(paths);
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static PathLookup fastjava(List<String> paths) {
    RouteTable<String> table = new RouteTable<>(RouterOptions.defaults());
    paths.forEach(path -> table.on("GET", path, Map.of(), path));
    Router<String> router = table.build();
    return path -> {
      RouteMatch<String> match = router.find("GET", path, NoRequest.INSTANCE);
      return match.isFound() ? match : null;
    };
  }

  /** As Spring's handler mappings do: a map for paths without variables, then every pattern. */
  private static PathLookup spring(List<String> paths) {
    PathPatternParser parser = new PathPatternParser();
    Map<String, String> direct = new HashMap<>();
    List<PathPattern> patterns = new ArrayList<>();
    for (String path : paths) {
      PathPattern pattern =
          parser.parse(path.replaceAll(":(\\w+)", "{$1}").replace("*", "{*rest}"));
      if (pattern.hasPatternSyntax()) {
        patterns.add(pattern);
      } else {
        direct.put(path, path);
      }
    }
    patterns.sort(null);
    return path -> {
      String found = direct.get(path);
      if (found != null) {
        return found;
      }
      PathContainer parsed = PathContainer.parsePath(path);
      for (PathPattern pattern : patterns) {
        PathPattern.PathMatchInfo match = pattern.matchAndExtract(parsed);
        if (match != null) {
          return match;
        }
      }
      return null;
    };
  }

  private static PathLookup undertow(List<String> paths) {
    PathTemplateMatcher<String> matcher = new PathTemplateMatcher<>();
    paths.forEach(path -> matcher.add(path.replaceAll(":(\\w+)", "{$1}"), path));
    return matcher::match;
  }
}
