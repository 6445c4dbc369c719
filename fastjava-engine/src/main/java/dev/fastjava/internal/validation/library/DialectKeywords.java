package dev.fastjava.internal.validation.library;

import dev.fastjava.internal.json.JsonPointers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The keywords of 2019-09 and 2020-12, and where schemas stand inside of schemas. */
final class DialectKeywords {
  /** Keywords whose value is a schema. */
  static final Set<String> SCHEMAS =
      Set.of(
          "additionalItems",
          "additionalProperties",
          "contains",
          "contentSchema",
          "else",
          "if",
          "items",
          "not",
          "propertyNames",
          "then",
          "unevaluatedItems",
          "unevaluatedProperties");

  /** Keywords whose value is a list of schemas. */
  static final Set<String> LISTS = Set.of("allOf", "anyOf", "items", "oneOf", "prefixItems");

  /** Keywords whose value has schemas by name. */
  static final Set<String> MAPS =
      Set.of(
          "$defs",
          "definitions",
          "dependencies",
          "dependentSchemas",
          "patternProperties",
          "properties");

  private static final Set<String> OTHERS =
      Set.of(
          "$anchor",
          "$comment",
          "$dynamicAnchor",
          "$dynamicRef",
          "$id",
          "$recursiveAnchor",
          "$recursiveRef",
          "$ref",
          "$schema",
          "$vocabulary",
          "const",
          "contentEncoding",
          "contentMediaType",
          "default",
          "dependentRequired",
          "deprecated",
          "description",
          "enum",
          "examples",
          "exclusiveMaximum",
          "exclusiveMinimum",
          "format",
          "maxContains",
          "maxItems",
          "maxLength",
          "maxProperties",
          "maximum",
          "minContains",
          "minItems",
          "minLength",
          "minProperties",
          "minimum",
          "multipleOf",
          "nullable",
          "pattern",
          "readOnly",
          "required",
          "title",
          "type",
          "uniqueItems",
          "writeOnly");

  private DialectKeywords() {}

  static boolean isKnown(String keyword) {
    return SCHEMAS.contains(keyword)
        || LISTS.contains(keyword)
        || MAPS.contains(keyword)
        || OTHERS.contains(keyword);
  }

  /** Gets each schema in a schema. */
  @FunctionalInterface
  interface Visitor {
    /**
     * Visits a schema.
     *
     * @param pointer URI fragment that points to it
     */
    void visit(Map<?, ?> schema, String pointer);
  }

  /** Visits a schema and all schemas inside of it. */
  static void walk(@Nullable Object schema, String pointer, Visitor visitor) {
    if (!(schema instanceof Map<?, ?> keywords)) {
      return;
    }
    visitor.visit(keywords, pointer);
    keywords.forEach(
        (name, value) -> {
          String keyword = String.valueOf(name);
          String at = pointer + '/' + keyword;
          if (value instanceof List<?> list) {
            if (LISTS.contains(keyword)) {
              for (int i = 0; i < list.size(); i++) {
                walk(list.get(i), at + '/' + i, visitor);
              }
            }
          } else if (MAPS.contains(keyword) && value instanceof Map<?, ?> map) {
            map.forEach(
                (key, part) ->
                    walk(part, at + '/' + JsonPointers.escape(String.valueOf(key)), visitor));
          } else if (SCHEMAS.contains(keyword)) {
            walk(value, at, visitor);
          }
        });
  }
}
