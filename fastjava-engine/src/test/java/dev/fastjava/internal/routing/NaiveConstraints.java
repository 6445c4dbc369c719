package dev.fastjava.internal.routing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules by which a request's headers choose among the routes of one path. */
final class NaiveConstraints {

  static final Map<String, String> HEADERS =
      Map.of("version", "accept-version", "host", "host", "secret", "secret");

  private final boolean secretMustMatch;
  private final Set<String> inUse = new HashSet<>();

  NaiveConstraints(boolean secretMustMatch) {
    this.secretMustMatch = secretMustMatch;
    if (secretMustMatch) {
      inUse.add("secret");
    }
  }

  void noteUse(Map<String, Object> constraints) {
    inUse.addAll(constraints.keySet());
  }

  /** The route among those of one path, which are in the order of their registration. */
  NaiveRoutes.@Nullable Route select(List<NaiveRoutes.Route> routes, Map<String, String> headers) {
    List<NaiveRoutes.Route> sorted = new ArrayList<>(routes);
    sorted.sort(Comparator.comparingInt(route -> route.constraints().size()));
    NaiveRoutes.Route selected = null;
    for (NaiveRoutes.Route route : sorted) {
      if (isMatch(route, sorted, headers)) {
        selected = route;
      }
    }
    return selected;
  }

  private boolean isMatch(
      NaiveRoutes.Route route, List<NaiveRoutes.Route> sorted, Map<String, String> headers) {
    for (String kind : inUse) {
      String value = headers.get(HEADERS.get(kind));
      Object wanted = route.constraints().get(kind);
      boolean mustMatch = kind.equals("version") || (kind.equals("secret") && secretMustMatch);
      if (wanted == null) {
        if (value != null && mustMatch) {
          return false;
        }
      } else if (value == null
          || !wanted.equals(kind.equals("version") ? version(value, sorted) : value)) {
        return false;
      }
    }
    return true;
  }

  /** The version that a header asks for: the highest one that fits, the last one of equals. */
  private static @Nullable String version(String asked, List<NaiveRoutes.Route> sorted) {
    Map<String, String> answers = new HashMap<>();
    int[] highest = {-1, -1, -1};
    String[] parts = asked.split("\\.", -1);
    String found = null;
    for (NaiveRoutes.Route route : sorted) {
      if (!(route.constraints().get("version") instanceof String version)) {
        continue;
      }
      answers.put(version, version);
      String[] numbers = version.split("\\.", -1);
      int open = 0;
      while (open < parts.length
          && !parts[open].matches("[x*]")
          && numbers[open].equals(parts[open])) {
        open++;
      }
      // From the first wildcard on, only the number in its place is compared.
      if (open < parts.length
          && parts[open].matches("[x*]")
          && Integer.parseInt(numbers[open]) >= highest[open]) {
        highest[open] = Integer.parseInt(numbers[open]);
        found = version;
      }
    }
    return answers.getOrDefault(asked, found);
  }
}
