package dev.fastjava;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The hooks of one route, by phase. Mutable while the route is declared.
 *
 * <p>Reference: Routes, Options.
 */
public final class RouteHooks {
  private final Map<String, List<Object>> byPhase = new LinkedHashMap<>();

  RouteHooks() {}

  /**
   * Returns the hooks of a phase.
   *
   * @param phase the name of the phase, such as {@code preHandler}
   * @return the hooks in order
   */
  public List<Object> of(String phase) {
    return byPhase.getOrDefault(phase, List.of());
  }

  /**
   * Returns the phases that have hooks.
   *
   * @return the names of the phases
   */
  public Set<String> phases() {
    return byPhase.keySet();
  }

  void add(String phase, Object hook) {
    byPhase.computeIfAbsent(phase, p -> new ArrayList<>()).add(hook);
  }

  void addAll(RouteHooks other) {
    other.byPhase.forEach((phase, hooks) -> hooks.forEach(hook -> add(phase, hook)));
  }
}
