package dev.fastjava;

import dev.fastjava.error.ErrorCode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The hooks of one route, by phase, while it is declared. They run after those of its context. The
 * methods named after phases add a hook behind those that are there; {@link #first()} adds in front
 * of them.
 *
 * <p>Not thread-safe. Reference: Routes, Options; Hooks, onRoute.
 */
public final class RouteHooks implements RequestHooks<RouteHooks> {
  private static final Set<String> PHASES =
      Set.of(
          "onRequest",
          "preParsing",
          "preValidation",
          "preHandler",
          "preSerialization",
          "onSend",
          "onResponse",
          "onError",
          "onTimeout",
          "onRequestAbort");

  private final Map<String, List<Object>> byPhase;

  /** How many hooks of a phase this view has put in front; null for the view that appends. */
  private final @Nullable Map<String, Integer> inFront;

  RouteHooks() {
    this(new LinkedHashMap<>(), null);
  }

  private RouteHooks(Map<String, List<Object>> byPhase, @Nullable Map<String, Integer> inFront) {
    this.byPhase = byPhase;
    this.inFront = inFront;
  }

  RouteHooks copy() {
    RouteHooks copy = new RouteHooks();
    byPhase.forEach((phase, hooks) -> copy.byPhase.put(phase, new ArrayList<>(hooks)));
    return copy;
  }

  Map<String, List<Object>> describe() {
    Map<String, List<Object>> all = new LinkedHashMap<>();
    byPhase.forEach((phase, hooks) -> all.put(phase, of(phase)));
    return Collections.unmodifiableMap(all);
  }

  /**
   * Returns the same hooks for adding in front: {@code route.hooks().first().onRequest(...)}. What
   * is added through one call keeps its order before all that was there.
   *
   * @return a view whose methods prepend
   */
  public RouteHooks first() {
    return new RouteHooks(byPhase, new HashMap<>());
  }

  @Override
  public RouteHooks addHook(String name, Object hook) {
    List<Object> hooks = byPhase.computeIfAbsent(name, phase -> new ArrayList<>());
    if (inFront == null) {
      hooks.add(hook);
    } else {
      int before = Math.min(inFront.merge(name, 1, Integer::sum) - 1, hooks.size());
      hooks.add(before, hook);
    }
    return this;
  }

  /**
   * Puts hooks in the place of all hooks of a phase.
   *
   * @param phase the name of the phase, such as {@code preHandler}
   * @param hooks the hooks in order; what is no hook of the phase is refused when the route is
   *     registered
   * @return this
   */
  public RouteHooks replace(String phase, List<?> hooks) {
    remove(phase);
    hooks.forEach(hook -> byPhase.computeIfAbsent(phase, p -> new ArrayList<>()).add(hook));
    return this;
  }

  /**
   * Removes all hooks of a phase.
   *
   * @param phase the name of the phase
   * @return this
   */
  public RouteHooks remove(String phase) {
    if (!PHASES.contains(phase)) {
      throw ErrorCode.FST_ERR_HOOK_NOT_SUPPORTED.error(phase);
    }
    byPhase.remove(phase);
    return this;
  }

  /**
   * Returns the hooks of a phase.
   *
   * @param phase the name of the phase, such as {@code preHandler}
   * @return the hooks in order; an immutable list
   */
  public List<Object> of(String phase) {
    // A null among them is refused by name when the route is registered, not here.
    return Collections.unmodifiableList(new ArrayList<>(byPhase.getOrDefault(phase, List.of())));
  }

  /**
   * Returns the phases that have hooks.
   *
   * @return the names of the phases
   */
  public Set<String> phases() {
    return Set.copyOf(byPhase.keySet());
  }
}
