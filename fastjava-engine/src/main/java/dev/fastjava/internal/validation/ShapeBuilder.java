package dev.fastjava.internal.validation;

import dev.fastjava.internal.validation.check.Check;
import dev.fastjava.internal.validation.check.ObjectShape;
import dev.fastjava.internal.validation.check.ObjectShape.Property;
import dev.fastjava.internal.validation.check.SchemaCheck.Parts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects what the quick look at an object needs to know. */
final class ShapeBuilder {
  private final Set<String> required = new LinkedHashSet<>();
  private final Set<String> defaulted = new LinkedHashSet<>();
  private final Map<String, Check> checks = new HashMap<>();
  private final Set<Check> covered = Collections.newSetFromMap(new IdentityHashMap<>());
  private @Nullable Check closing;

  void required(Collection<String> names, Check check) {
    required.addAll(names);
    covered.add(check);
  }

  void defaults(Collection<String> names, Check check) {
    defaulted.addAll(names);
    covered.add(check);
  }

  void closed(Check check) {
    closing = check;
  }

  void properties(List<String> names, List<Check> schemas, @Nullable Check check) {
    for (int i = 0; i < names.size(); i++) {
      checks.put(names.get(i), schemas.get(i));
    }
    if (check != null) {
      covered.add(check);
    }
  }

  /**
   * Adds the quick look to a schema.
   *
   * @param declared the names of all declared properties
   */
  void build(Set<String> declared, Parts parts) {
    Set<String> names = new LinkedHashSet<>(declared);
    names.addAll(required);
    Check closed = closing;
    // A required property that is not declared would count as one of the declared ones.
    boolean countable = closed != null && declared.containsAll(required);
    if (closed != null && countable) {
      covered.add(closed);
    }
    if (covered.isEmpty()) {
      return;
    }
    List<Property> properties = new ArrayList<>();
    for (String name : names) {
      Check check = checks.get(name);
      boolean needed = required.contains(name) || defaulted.contains(name);
      if (check != null || needed || countable) {
        properties.add(new Property(name, needed, check));
      }
    }
    boolean changes = !defaulted.isEmpty() || (closed != null && countable && closed.mutates());
    for (Check check : parts.group(Parts.OBJECT)) {
      changes |= !covered.contains(check) && check.mutates();
    }
    parts.shape(new ObjectShape(properties, countable, changes, covered));
  }
}
