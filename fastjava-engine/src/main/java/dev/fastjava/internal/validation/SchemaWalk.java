package dev.fastjava.internal.validation;

import dev.fastjava.internal.json.JsonPointers;
import dev.fastjava.internal.validation.check.Values;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Goes through all schemas inside a schema, whether they are used or not. */
final class SchemaWalk {
  private static final Set<String> LISTS = Set.of("items", "allOf", "anyOf", "oneOf");
  private static final Set<String> MAPS =
      Set.of("$defs", "definitions", "properties", "patternProperties", "dependencies");
  private static final Set<String> VALUES =
      Set.of(
          "default",
          "enum",
          "const",
          "required",
          "maximum",
          "minimum",
          "exclusiveMaximum",
          "exclusiveMinimum",
          "multipleOf",
          "maxLength",
          "minLength",
          "pattern",
          "format",
          "maxItems",
          "minItems",
          "uniqueItems",
          "maxProperties",
          "minProperties");
  private static final Set<String> CONTAINERS =
      Set.of("properties", "patternProperties", "enum", "dependencies", "definitions");

  private SchemaWalk() {}

  /** Gets each inner schema. */
  @FunctionalInterface
  interface Visitor {
    /**
     * Visits a schema.
     *
     * @param pointer the JSON pointer to it
     * @param base what the visit of the schema around it returned
     * @return the base for the schemas inside
     */
    String visit(Map<String, @Nullable Object> schema, String pointer, String base);
  }

  /** Whether the value of a keyword is a map or list of other things than keywords. */
  static boolean isContainer(String keyword) {
    return CONTAINERS.contains(keyword);
  }

  /** Visits all schemas inside one, itself excepted. */
  static void walk(Object schema, String base, Visitor visitor) {
    if (schema instanceof Map<?, ?>) {
      inside(Values.object(schema), "", base, visitor);
    }
  }

  private static void inside(
      Map<String, @Nullable Object> schema, String pointer, String base, Visitor visitor) {
    for (Map.Entry<String, @Nullable Object> entry : schema.entrySet()) {
      String keyword = entry.getKey();
      Object value = entry.getValue();
      String at = pointer + '/' + keyword;
      if (value instanceof List<?> list) {
        if (LISTS.contains(keyword)) {
          for (int i = 0; i < list.size(); i++) {
            visit(list.get(i), at + '/' + i, base, visitor);
          }
        }
      } else if (MAPS.contains(keyword)) {
        Values.object(value)
            .forEach(
                (name, part) -> visit(part, at + '/' + JsonPointers.escape(name), base, visitor));
      } else if (!VALUES.contains(keyword)) {
        visit(value, at, base, visitor);
      }
    }
  }

  private static void visit(@Nullable Object part, String pointer, String base, Visitor visitor) {
    if (part instanceof Map<?, ?>) {
      Map<String, @Nullable Object> schema = Values.object(part);
      inside(schema, pointer, visitor.visit(schema, pointer, base), visitor);
    }
  }
}
