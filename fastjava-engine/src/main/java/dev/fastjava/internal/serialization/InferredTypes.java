package dev.fastjava.internal.serialization;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells the type that a schema means without saying it, from the keywords it uses. */
final class InferredTypes {
  private static final Map<String, List<String>> KEYWORDS = new LinkedHashMap<>();

  static {
    KEYWORDS.put(
        "object",
        List.of(
            "properties",
            "required",
            "additionalProperties",
            "patternProperties",
            "maxProperties",
            "minProperties",
            "dependencies"));
    KEYWORDS.put(
        "array",
        List.of("items", "additionalItems", "maxItems", "minItems", "uniqueItems", "contains"));
    KEYWORDS.put("string", List.of("maxLength", "minLength", "pattern"));
    KEYWORDS.put(
        "number",
        List.of("multipleOf", "maximum", "exclusiveMaximum", "minimum", "exclusiveMinimum"));
  }

  private InferredTypes() {}

  /** Returns the type; null when nothing hints at one. */
  static @Nullable String of(Map<String, ?> schema) {
    for (Map.Entry<String, List<String>> type : KEYWORDS.entrySet()) {
      if (type.getValue().stream().anyMatch(schema::containsKey)) {
        return type.getKey();
      }
    }
    return null;
  }
}
