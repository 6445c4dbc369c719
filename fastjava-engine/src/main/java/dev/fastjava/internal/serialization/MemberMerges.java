package dev.fastjava.internal.serialization;

import dev.fastjava.internal.validation.check.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How the schemas of properties and items are merged. */
final class MemberMerges {
  private static final Pattern NUMBER = Pattern.compile("0|[1-9]\\d{0,8}");

  private MemberMerges() {}

  /**
   * Every property with what all schemas say about it, be it through a pattern or as an additional
   * property.
   */
  static Map<String, Object> properties(List<Map<String, @Nullable Object>> schemas) {
    Map<String, List<@Nullable Object>> found = new LinkedHashMap<>();
    for (Map<String, @Nullable Object> schema : schemas) {
      for (Map.Entry<String, @Nullable Object> property :
          Values.object(schema.get("properties")).entrySet()) {
        if (found.containsKey(property.getKey())) {
          continue;
        }
        List<@Nullable Object> parts = new ArrayList<>();
        parts.add(property.getValue());
        found.put(property.getKey(), parts);
        for (Map<String, @Nullable Object> other : schemas) {
          Object part = other == schema ? null : schemaOf(property.getKey(), other);
          if (part != null) {
            parts.add(part);
          }
        }
      }
    }
    return mergeAll(found);
  }

  private static @Nullable Object schemaOf(String name, Map<String, @Nullable Object> schema) {
    Object own = Values.object(schema.get("properties")).get(name);
    if (own != null) {
      return own;
    }
    for (Map.Entry<String, @Nullable Object> pattern :
        Values.object(schema.get("patternProperties")).entrySet()) {
      if (ExtraProperties.PatternNode.compile(pattern.getKey()).find(name)) {
        return pattern.getValue();
      }
    }
    return schema.get("additionalProperties");
  }

  /** The members of several maps, those of the same name merged. */
  static Map<String, Object> byName(List<?> maps) {
    return mergeAll(parts(maps));
  }

  private static Map<String, List<@Nullable Object>> parts(List<?> maps) {
    Map<String, List<@Nullable Object>> found = new LinkedHashMap<>();
    for (Object map : maps) {
      Values.object(map)
          .forEach((name, part) -> found.computeIfAbsent(name, n -> new ArrayList<>()).add(part));
    }
    return found;
  }

  private static Map<String, Object> mergeAll(Map<String, List<@Nullable Object>> parts) {
    // Like the members of every JavaScript object, whole numbers come first.
    Map<Long, String> numbers = new TreeMap<>();
    for (String name : parts.keySet()) {
      if (NUMBER.matcher(name).matches()) {
        numbers.put(Long.valueOf(name), name);
      }
    }
    Set<String> names = new LinkedHashSet<>(numbers.values());
    names.addAll(parts.keySet());
    Map<String, Object> merged = new LinkedHashMap<>();
    for (String name : names) {
      merged.put(name, SchemaMerger.merge(parts.getOrDefault(name, List.of())));
    }
    return merged;
  }

  static Object items(List<?> values, List<Map<String, @Nullable Object>> schemas) {
    int length = 0;
    for (Object value : values) {
      length = Math.max(length, value instanceof List<?> tuple ? tuple.size() : 0);
    }
    if (length == 0) {
      return SchemaMerger.merge(values);
    }
    List<Object> merged = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      List<@Nullable Object> parts = new ArrayList<>();
      for (Map<String, @Nullable Object> schema : schemas) {
        Object part = schemaOfItem(i, schema);
        if (part != null) {
          parts.add(part);
        }
      }
      merged.add(SchemaMerger.merge(parts));
    }
    return merged;
  }

  private static @Nullable Object schemaOfItem(int index, Map<String, @Nullable Object> schema) {
    Object items = schema.get("items");
    if (items instanceof List<?> tuple) {
      return index < tuple.size() ? tuple.get(index) : schema.get("additionalItems");
    }
    return items != null ? items : schema.get("additionalItems");
  }

  static Object additionalItems(List<?> values, List<Map<String, @Nullable Object>> schemas) {
    if (schemas.stream().noneMatch(schema -> schema.get("items") instanceof List)) {
      return SchemaMerger.merge(values);
    }
    List<@Nullable Object> parts = new ArrayList<>();
    for (Map<String, @Nullable Object> schema : schemas) {
      Object part = schema.get("additionalItems");
      if (part == null && !(schema.get("items") instanceof List)) {
        part = schema.get("items");
      }
      if (part != null) {
        parts.add(part);
      }
    }
    return SchemaMerger.merge(parts);
  }

  /** The names that each property depends on, of all maps. */
  static Map<String, Object> dependencies(List<?> maps) {
    Map<String, Object> merged = new LinkedHashMap<>();
    parts(maps).forEach((name, lists) -> merged.put(name, KeywordMerges.allItems(lists)));
    return merged;
  }
}
