package dev.fastjava.internal.types;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Turns what the generator makes into plain values, and says "or null" in the way the reference
 * knows best: {@code nullable}.
 */
final class PlainSchemas {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private PlainSchemas() {}

  /** Tidies definitions, or the schema of something that has no type of its own. */
  static Object of(JsonNode schema) {
    return of(schema, "");
  }

  /**
   * Tidies the schema of a type.
   *
   * @param nulls where null is a value inside of it, if it is a container
   */
  static Object of(JsonNode schema, String nulls) {
    return java.util.Objects.requireNonNull(tidy(plain(schema), nulls));
  }

  /** A schema that is a Jackson node as plain values. */
  static @Nullable Object plain(JsonNode schema) {
    return JSON.treeToValue(schema, Object.class);
  }

  private static @Nullable Object tidy(@Nullable Object value, String around) {
    if (value instanceof List<?> list) {
      List<@Nullable Object> copy = new ArrayList<>(list.size());
      list.forEach(each -> copy.add(tidy(each, around)));
      return copy;
    }
    if (!(value instanceof Map<?, ?> map)) {
      return value;
    }
    FormattedSchema formatted = FormattedSchema.ofMark(map.get("$comment"));
    Map<String, @Nullable Object> copy = formatted == null ? new DerivedNode() : formatted;
    // What is declared around a container knows more than the container.
    String nulls = around.isEmpty() ? ContentNulls.kept(map) : around;
    map.forEach(
        (key, each) -> {
          String name = String.valueOf(key);
          if (!ContentNulls.isKey(name)) {
            copy.put(name, tidied(name, each, nulls));
          }
        });
    if (formatted != null) {
      copy.remove("$comment");
    }
    if (copy.get("type") instanceof List<?> types && types.size() == 2 && types.contains("null")) {
      copy.put("type", types.get(types.get(0).equals("null") ? 1 : 0));
      copy.put("nullable", true);
      if (copy.get("enum") instanceof List<?> constants && !constants.contains(null)) {
        List<@Nullable Object> all = new ArrayList<>(constants);
        all.add(null);
        copy.put("enum", all);
      }
    }
    if (copy.size() == 1
        && copy.get("anyOf") instanceof List<?> either
        && either.size() == 2
        && Map.of("type", "null").equals(either.get(0))) {
      return NullValues.admit(java.util.Objects.requireNonNull(either.get(1)));
    }
    if (copy.get("required") instanceof List<?> names
        && copy.get("properties") instanceof Map<?, ?> properties) {
      copy.put("required", inOrder(names, properties));
    }
    return copy;
  }

  private static @Nullable Object tidied(String name, @Nullable Object value, String nulls) {
    return switch (name) {
      case "items", "additionalProperties" -> {
        Object content = tidy(value, ContentNulls.further(nulls));
        yield content != null && ContentNulls.admits(nulls) ? NullValues.admit(content) : content;
      }
      // Parts that describe the same value.
      case "anyOf", "allOf", "oneOf", "if", "then", "else" -> tidy(value, nulls);
      default -> tidy(value, "");
    };
  }

  /** The names as they are declared, so that errors name the first one missing first. */
  private static List<@Nullable Object> inOrder(List<?> names, Map<?, ?> properties) {
    List<@Nullable Object> ordered = new ArrayList<>(names.size());
    properties.keySet().stream().filter(names::contains).forEach(ordered::add);
    names.stream().filter(name -> !ordered.contains(name)).forEach(ordered::add);
    return ordered;
  }

  /** Whether a schema refers to itself as a whole. */
  static boolean refersToWhole(@Nullable Object schema) {
    if (schema instanceof Map<?, ?> map) {
      return "#".equals(map.get("$ref"))
          || map.values().stream().anyMatch(PlainSchemas::refersToWhole);
    }
    return schema instanceof List<?> list && list.stream().anyMatch(PlainSchemas::refersToWhole);
  }
}
