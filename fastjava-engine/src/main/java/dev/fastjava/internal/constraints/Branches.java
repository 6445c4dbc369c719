package dev.fastjava.internal.constraints;

import dev.fastjava.internal.json.JsonPointers;
import dev.fastjava.internal.types.DerivedNode;
import dev.fastjava.internal.types.ReadNames;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The schemas that stand for a place: references are followed, and alternatives are all there. None
 * when the place is open.
 */
final class Branches {
  private final Map<?, ?> root;
  private final List<Map<?, ?>> schemas;

  private Branches(Map<?, ?> root, List<Map<?, ?>> schemas) {
    this.root = root;
    this.schemas = schemas;
  }

  /** The branches of a schema inside of a whole. */
  static Branches of(Map<?, ?> root, @Nullable Object schema) {
    Branches branches = new Branches(root, new ArrayList<>());
    branches.add(schema, Collections.newSetFromMap(new IdentityHashMap<>()));
    return branches;
  }

  private void add(@Nullable Object schema, Set<Object> met) {
    if (!(schema instanceof Map<?, ?> map) || !met.add(map)) {
      return;
    }
    if (map.get("$ref") instanceof String reference) {
      add(referred(reference), met);
    }
    if (map.size() > 1 || !map.containsKey("$ref")) {
      schemas.add(map);
    }
    if (isNullOrElse(map)) {
      add(map.get("else"), met);
    }
    for (String keyword : List.of("allOf", "oneOf", "anyOf")) {
      if (map.get(keyword) instanceof List<?> list) {
        list.forEach(each -> add(each, met));
      }
    }
  }

  /** Whether a schema is one of null or of something else. */
  private static boolean isNullOrElse(Map<?, ?> schema) {
    return schema.get("if") instanceof Map<?, ?> condition
        && condition.containsKey("const")
        && condition.get("const") == null
        && !schema.containsKey("then");
  }

  private @Nullable Object referred(String reference) {
    return reference.startsWith("#") ? JsonPointers.follow(root, reference.substring(1)) : null;
  }

  private Branches inner(List<@Nullable Object> inner) {
    Branches branches = new Branches(root, new ArrayList<>());
    Set<Object> met = Collections.newSetFromMap(new IdentityHashMap<>());
    inner.forEach(each -> branches.add(each, met));
    return branches;
  }

  Branches property(String name) {
    List<@Nullable Object> inner = new ArrayList<>();
    for (Map<?, ?> each : schemas) {
      if (each.get("properties") instanceof Map<?, ?> properties) {
        inner.add(properties.get(name));
      }
    }
    return inner(inner);
  }

  Branches keyword(String keyword) {
    List<@Nullable Object> inner = new ArrayList<>();
    schemas.forEach(each -> inner.add(each.get(keyword)));
    return inner(inner);
  }

  /** Whether a property has to be there, by any of its names. */
  boolean requires(String name) {
    return schemas.stream().anyMatch(each -> requires(each, name));
  }

  private static boolean requires(Map<?, ?> schema, String name) {
    ReadNames names = schema instanceof DerivedNode derived ? derived.names() : null;
    return (schema.get("required") instanceof List<?> required && required.contains(name))
        || (names != null && names.required().contains(name));
  }

  /** Whether a property is read by names that no keyword tells. */
  boolean haveOtherNames(String property) {
    return haveNames(names -> names.areSeveral(property));
  }

  /** Whether they are those of a part of a type. */
  boolean arePartial() {
    return haveNames(ReadNames::leaveOut);
  }

  /** Whether a property is left out. */
  boolean leaveOut(String property) {
    return haveNames(names -> names.leaveOut(property));
  }

  private boolean haveNames(Predicate<ReadNames> test) {
    return schemas.stream()
        .map(each -> each instanceof DerivedNode derived ? derived.names() : null)
        .anyMatch(names -> names != null && test.test(names));
  }

  /** Whether null is refused. */
  boolean refuseNull() {
    boolean typed = false;
    for (Map<?, ?> each : schemas) {
      Object type = each.get("type");
      if (isNullOrElse(each)
          || Boolean.TRUE.equals(each.get("nullable"))
          || "null".equals(type)
          || (type instanceof List<?> types && types.contains("null"))) {
        return false;
      }
      typed |= type != null;
    }
    return typed;
  }

  boolean has(String keyword) {
    return schemas.stream().anyMatch(each -> each.containsKey(keyword));
  }

  @Nullable Object text(String keyword) {
    for (Map<?, ?> each : schemas) {
      if (each.get(keyword) instanceof String text) {
        return text;
      }
    }
    return null;
  }

  /** The number that a keyword has; the first one. */
  @Nullable Number number(String keyword) {
    for (Map<?, ?> each : schemas) {
      if (each.get(keyword) instanceof Number number) {
        return number;
      }
    }
    return null;
  }
}
