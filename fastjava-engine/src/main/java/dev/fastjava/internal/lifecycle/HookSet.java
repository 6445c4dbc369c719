package dev.fastjava.internal.lifecycle;

import java.util.EnumMap;
import java.util.List;
import java.util.function.Function;

/** The hooks of a route by phase, those of its context first. Never written after boot. */
public final class HookSet {
  private static final HookStep[] NONE = {};

  /** No hooks at all. */
  public static final HookSet EMPTY = new HookSet(phase -> List.of());

  private final EnumMap<Phase, HookStep[]> steps = new EnumMap<>(Phase.class);

  /** Takes the hooks of each phase from a function of the phase's name. */
  public HookSet(Function<String, List<Object>> hooks) {
    for (Phase phase : Phase.values()) {
      List<Object> given = hooks.apply(phase.label());
      if (!given.isEmpty()) {
        steps.put(phase, given.stream().map(HookStep::of).toArray(HookStep[]::new));
      }
    }
  }

  HookStep[] of(Phase phase) {
    HookStep[] found = steps.get(phase);
    return found == null ? NONE : found;
  }

  boolean has(Phase phase) {
    return steps.containsKey(phase);
  }
}
