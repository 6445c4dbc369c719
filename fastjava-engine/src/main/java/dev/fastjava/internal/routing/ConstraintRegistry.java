package dev.fastjava.internal.routing;

import dev.fastjava.ConstraintStrategy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The kinds of constraints of a route table, and which of them requests must be asked for. */
final class ConstraintRegistry {

  private final Map<String, ConstraintStrategy> strategies = new LinkedHashMap<>();
  private final Set<String> custom = new LinkedHashSet<>();
  private final Set<String> used = new LinkedHashSet<>();

  ConstraintRegistry() {
    strategies.put("version", new VersionStrategy());
    strategies.put("host", new HostStrategy());
  }

  void add(ConstraintStrategy strategy) {
    String name = strategy.name();
    if (name.isEmpty()) {
      throw new RouteException("strategy.name is required.");
    }
    if (custom.contains(name)) {
      throw new RouteException(
          "There already exists a custom constraint with the name " + name + ".");
    }
    if (used.contains(name)) {
      throw new RouteException("There already exists a route with " + name + " constraint.");
    }
    custom.add(name);
    strategies.put(name, strategy);
    if (strategy.mustMatchWhenDerived()) {
      used.add(name);
    }
  }

  boolean has(String name) {
    return custom.contains(name) || used.contains(name);
  }

  void validate(Map<String, ?> constraints) {
    constraints.forEach(
        (name, value) -> {
          if (value == null) {
            throw new RouteException(
                "The constraint \"" + name + "\" has no value: give it one, or leave it out");
          }
          strategy(name).validate(value);
        });
  }

  void noteUse(Map<String, ?> constraints) {
    used.addAll(constraints.keySet());
  }

  ConstraintStrategy strategy(String name) {
    ConstraintStrategy strategy = strategies.get(name);
    if (strategy == null) {
      throw new RouteException("No strategy registered for constraint key " + name);
    }
    return strategy;
  }

  /** The strategies that requests are asked for, in a fixed order. */
  List<ConstraintStrategy> inUse() {
    List<ConstraintStrategy> inUse = new ArrayList<>();
    for (String name : used) {
      inUse.add(strategy(name));
    }
    return inUse;
  }
}
