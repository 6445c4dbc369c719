package dev.fastjava.internal.validation;

import dev.fastjava.internal.json.JsonPointers;
import dev.fastjava.internal.types.PartialSchema;
import dev.fastjava.internal.validation.check.Values;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Refuses parts of types where they do not always count. What a part leaves out is removed where
 * its schema is asked, so another alternative that takes the value would leave it there.
 */
final class PartPlaces {
  private static final Set<String> VALUES = Set.of("const", "default", "enum", "examples");

  private final Map<?, ?> root;
  private final Map<String, Object> shared;

  private PartPlaces(Map<?, ?> root, Map<String, Object> shared) {
    this.root = root;
    this.shared = shared;
  }

  /**
   * Looks at a schema.
   *
   * @param shared what it may refer to, by identifier
   * @throws IllegalArgumentException when a part stands where it does not always count
   */
  static void check(Object schema, Map<String, Object> shared) {
    if (schema instanceof Map<?, ?> root) {
      new PartPlaces(root, shared).check(schema);
    }
  }

  private void check(@Nullable Object value) {
    if (value instanceof List<?> list) {
      list.forEach(this::check);
    } else if (value instanceof Map<?, ?> schema) {
      checkAlternatives(schema.get("anyOf"));
      checkAlternatives(schema.get("oneOf"));
      for (String keyword : List.of("not", "if", "contains", "propertyNames")) {
        require(!hasPart(schema.get(keyword)));
      }
      for (String keyword : List.of("dependencies", "dependentSchemas")) {
        require(!Values.object(schema.get(keyword)).values().stream().anyMatch(this::hasPart));
      }
      checkCondition(schema);
      schema.forEach(
          (key, inner) -> {
            if (!VALUES.contains(String.valueOf(key))) {
              check(inner);
            }
          });
    }
  }

  private void checkAlternatives(@Nullable Object alternatives) {
    if (alternatives instanceof List<?> all && hasPart(all)) {
      all.forEach(each -> require(hasPart(each) || !admitsContainers(each)));
    }
  }

  private void checkCondition(Map<?, ?> schema) {
    Object then = schema.get("then");
    Object otherwise = schema.get("else");
    Object condition = schema.get("if");
    if (hasPart(then) && !hasPart(otherwise)) {
      require(
          Map.of("type", "object").equals(condition)
              || (otherwise != null && !admitsContainers(otherwise)));
    } else if (hasPart(otherwise) && !hasPart(then)) {
      require(!admitsContainers(condition) || (then != null && !admitsContainers(then)));
    }
  }

  private static void require(boolean counts) {
    if (!counts) {
      throw new IllegalArgumentException(
          "only and without of a type stand in a schema that need not count: what they leave out"
              + " would be bound if another alternative takes the value. Make each alternative that"
              + " takes objects a part, or put the part where it always counts, such as in allOf");
    }
  }

  private boolean hasPart(@Nullable Object schema) {
    return any(schema, each -> each instanceof PartialSchema, newSet());
  }

  private boolean any(@Nullable Object schema, Predicate<Map<?, ?>> test, Set<Object> met) {
    if (schema instanceof List<?> list) {
      return list.stream().anyMatch(each -> any(each, test, met));
    }
    return schema instanceof Map<?, ?> map
        && met.add(map)
        && (test.test(map)
            || any(referred(map), test, met)
            || map.values().stream().anyMatch(each -> any(each, test, met)));
  }

  /** Whether an object or array may be valid, as far as can be told. */
  private boolean admitsContainers(@Nullable Object schema) {
    return admitsContainers(schema, newSet());
  }

  private boolean admitsContainers(@Nullable Object schema, Set<Object> met) {
    if (!(schema instanceof Map<?, ?> map) || !met.add(map)) {
      return !Boolean.FALSE.equals(schema);
    }
    Object type = map.get("type");
    boolean typed =
        type instanceof List<?> list
            ? list.contains("object") || list.contains("array")
            : type == null || type.equals("object") || type.equals("array");
    boolean constant = !map.containsKey("const") || isContainer(map.get("const"));
    boolean constants =
        !(map.get("enum") instanceof List<?> list)
            || list.stream().anyMatch(PartPlaces::isContainer);
    Object referred = referred(map);
    return typed
        && constant
        && constants
        && (referred == null || admitsContainers(referred, met))
        && (!(map.get("allOf") instanceof List<?> all)
            || all.stream().allMatch(each -> admitsContainers(each, met)))
        && (!(map.get("anyOf") instanceof List<?> any)
            || any.stream().anyMatch(each -> admitsContainers(each, met)))
        && (!(map.get("oneOf") instanceof List<?> one)
            || one.stream().anyMatch(each -> admitsContainers(each, met)));
  }

  private static boolean isContainer(@Nullable Object value) {
    return value instanceof Map || value instanceof List;
  }

  /** What a schema refers to; null when it does not, or to where this does not look. */
  private @Nullable Object referred(Map<?, ?> schema) {
    if (!(schema.get("$ref") instanceof String reference)) {
      return null;
    }
    int hash = reference.indexOf('#');
    String id = hash < 0 ? reference : reference.substring(0, hash);
    Object current = id.isEmpty() ? root : shared.getOrDefault(id, shared.get(id + '#'));
    return hash < 0 ? current : JsonPointers.follow(current, reference.substring(hash + 1));
  }

  private static Set<Object> newSet() {
    return Collections.newSetFromMap(new IdentityHashMap<>());
  }
}
