package dev.fastjava.internal.lifecycle;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The hooks of a route by phase, those of its context first. Never written after boot. */
public final class HookSet {
  private static final HookStep[] NONE = {};

  /** The names of the phases, in the order in which they run. */
  public static final List<String> PHASES = Stream.of(Phase.values()).map(Phase::label).toList();

  private final EnumMap<Phase, HookStep[]> steps = new EnumMap<>(Phase.class);

  /** Takes the hooks by the names of their phases. */
  public HookSet(Map<String, List<Object>> hooks) {
    for (Phase phase : Phase.values()) {
      List<Object> given = hooks.getOrDefault(phase.label(), List.of());
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
