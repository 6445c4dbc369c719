package dev.fastjava.internal.serialization;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Merges schemas that a value must satisfy together into one. A keyword that only one of them has
 * stays; a keyword it does not know stays when all agree on it, and is dropped otherwise.
 */
final class SchemaMerger {
  private SchemaMerger() {}

  /**
   * Merges schemas, which are left unchanged.
   *
   * @throws MergeConflictException when no value can satisfy them all
   */
  static Object merge(List<?> schemas) {
    if (schemas.isEmpty()) {
      return new LinkedHashMap<String, Object>();
    }
    if (schemas.size() == 1) {
      return notNull(schemas.get(0));
    }
    List<Map<String, @Nullable Object>> objects = new ArrayList<>();
    for (Object schema : schemas) {
      if (Boolean.FALSE.equals(schema)) {
        return false;
      }
      Map<String, @Nullable Object> object = SchemaCopies.asObject(schema);
      if (object != null) {
        objects.add(object);
      }
    }
    return objects.isEmpty() ? (Object) true : mergeObjects(objects);
  }

  private static Object notNull(@Nullable Object schema) {
    return schema == null ? new LinkedHashMap<String, Object>() : schema;
  }

  private static Map<String, @Nullable Object> mergeObjects(
      List<Map<String, @Nullable Object>> schemas) {
    Map<String, List<@Nullable Object>> keywords = new LinkedHashMap<>();
    for (Map<String, @Nullable Object> schema : schemas) {
      schema.forEach(
          (keyword, value) ->
              keywords.computeIfAbsent(keyword, any -> new ArrayList<>()).add(value));
    }
    Map<String, @Nullable Object> merged = new LinkedHashMap<>();
    keywords.forEach((keyword, values) -> mergeKeyword(keyword, values, schemas, merged));
    return merged;
  }

  private static void mergeKeyword(
      String keyword,
      List<?> values,
      List<Map<String, @Nullable Object>> schemas,
      Map<String, @Nullable Object> merged) {
    switch (keyword) {
      case "$id", "then", "else" -> {}
      case "type" -> merged.put(keyword, KeywordMerges.commonTypes(values));
      case "enum" -> merged.put(keyword, KeywordMerges.commonItems(keyword, values));
      case "minLength", "minimum", "exclusiveMinimum", "minItems", "minProperties" ->
          merged.put(keyword, KeywordMerges.largest(values));
      case "maxLength", "maximum", "exclusiveMaximum", "maxItems", "maxProperties" ->
          merged.put(keyword, KeywordMerges.smallest(values));
      case "multipleOf" -> merged.put(keyword, KeywordMerges.commonMultiple(values));
      case "const", "default", "format" ->
          merged.put(keyword, KeywordMerges.onlyValue(keyword, values));
      case "required", "allOf" -> merged.put(keyword, KeywordMerges.allItems(values));
      case "properties" -> merged.put(keyword, MemberMerges.properties(schemas));
      case "items" -> merged.put(keyword, MemberMerges.items(values, schemas));
      case "additionalItems" -> merged.put(keyword, MemberMerges.additionalItems(values, schemas));
      case "patternProperties", "definitions", "$defs", "dependentSchemas" ->
          merged.put(keyword, MemberMerges.byName(values));
      case "additionalProperties", "not", "propertyNames", "contains" ->
          merged.put(keyword, merge(values));
      case "nullable" -> merged.put(keyword, !values.contains(false));
      case "uniqueItems" -> merged.put(keyword, values.contains(true));
      case "oneOf", "anyOf" -> merged.put(keyword, combinations(values));
      case "if" -> mergeConditions(schemas, merged);
      case "dependencies", "dependentRequired" ->
          merged.put(keyword, MemberMerges.dependencies(values));
      default -> {
        if (KeywordMerges.allSame(values)) {
          merged.put(keyword, values.get(0));
        }
      }
    }
  }

  /** Every way to take one option of each list; ways that conflict are left out. */
  private static Object combinations(List<?> lists) {
    if (lists.size() == 1) {
      return notNull(lists.get(0));
    }
    List<List<@Nullable Object>> ways = List.of(List.of());
    for (Object list : lists) {
      List<List<@Nullable Object>> longer = new ArrayList<>();
      for (List<@Nullable Object> way : ways) {
        for (Object option : (List<?>) notNull(list)) {
          List<@Nullable Object> next = new ArrayList<>(way);
          next.add(option);
          longer.add(next);
        }
      }
      ways = longer;
    }
    List<Object> merged = new ArrayList<>();
    for (List<@Nullable Object> way : ways) {
      Object schema = mergeIfPossible(way);
      if (schema != null) {
        merged.add(schema);
      }
    }
    return merged;
  }

  private static @Nullable Object mergeIfPossible(List<?> schemas) {
    try {
      return merge(schemas);
    } catch (MergeConflictException e) {
      return null;
    }
  }

  /** The first condition stays; further ones are added to its branches. */
  private static void mergeConditions(
      List<Map<String, @Nullable Object>> schemas, Map<String, @Nullable Object> merged) {
    for (Map<String, @Nullable Object> schema : schemas) {
      if (!schema.containsKey("if")) {
        continue;
      }
      if (!merged.containsKey("if")) {
        copyPresent(schema, merged);
        continue;
      }
      Map<String, @Nullable Object> condition = new LinkedHashMap<>();
      copyPresent(schema, condition);
      for (String branch : List.of("then", "else")) {
        if (merged.containsKey(branch)) {
          merged.put(branch, merge(listOf(merged.get(branch), condition)));
        }
      }
    }
  }

  private static List<@Nullable Object> listOf(
      @Nullable Object first, Map<String, @Nullable Object> second) {
    List<@Nullable Object> list = new ArrayList<>();
    list.add(first);
    list.add(second);
    return list;
  }

  private static void copyPresent(
      Map<String, @Nullable Object> from, Map<String, @Nullable Object> to) {
    for (String keyword : List.of("if", "then", "else")) {
      if (from.containsKey(keyword)) {
        to.put(keyword, from.get(keyword));
      }
    }
  }
}
