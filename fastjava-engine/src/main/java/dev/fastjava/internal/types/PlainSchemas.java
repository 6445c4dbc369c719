package dev.fastjava.internal.types;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Turns what the generator makes for a mapper into plain values, and says "or null" in the way the
 * reference knows best: {@code nullable}.
 */
final class PlainSchemas {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Reads what the schemas describe. */
  private final JsonMapper mapper;

  private final TypeNames names;

  PlainSchemas(JsonMapper mapper, TypeNames names) {
    this.mapper = mapper;
    this.names = names;
  }

  /** Tidies definitions, or the schema of something that has no type of its own. */
  Object of(JsonNode schema) {
    return of(schema, "");
  }

  /**
   * Tidies the schema of a type.
   *
   * @param nulls where null is a value inside of it, if it is a container
   */
  Object of(JsonNode schema, String nulls) {
    return java.util.Objects.requireNonNull(tidy(plain(schema), nulls));
  }

  /** A schema that is a Jackson node as plain values. */
  static @Nullable Object plain(JsonNode schema) {
    return JSON.treeToValue(schema, Object.class);
  }

  private @Nullable Object tidy(@Nullable Object value, String around) {
    if (value instanceof List<?> list) {
      List<@Nullable Object> copy = new ArrayList<>(list.size());
      list.forEach(each -> copy.add(tidy(each, around)));
      return copy;
    }
    if (!(value instanceof Map<?, ?> map)) {
      return value;
    }
    FormattedSchema formatted = FormattedSchema.ofMark(map.get("$comment"), mapper);
    DerivedNode copy = formatted == null ? new DerivedNode() : formatted;
    // What is declared around a container knows more than the container.
    String nulls = around.isEmpty() ? ContentNulls.kept(map) : around;
    map.forEach(
        (key, each) -> {
          String name = String.valueOf(key);
          boolean said = !map.containsKey(OpenTypes.OPEN) || OpenTypes.ANNOTATIONS.contains(name);
          if (said
              && !ContentNulls.isKey(name)
              && !name.equals(DerivedNode.MESSAGES)
              && !name.equals(TypeNames.MARK)) {
            copy.put(name, tidied(name, each, nulls));
          }
        });
    if (formatted != null) {
      copy.remove("$comment");
    }
    copy.withNames(names.of(map.get(TypeNames.MARK), map.get("properties")));
    if (map.containsKey(OpenTypes.OPEN)) {
      return copy;
    }
    addMessages(map, copy);
    if (copy.get("type") instanceof List<?> types && types.size() == 2 && types.contains("null")) {
      copy.put("type", types.get(types.get(0).equals("null") ? 1 : 0));
      if (formatted == null) {
        copy.put("nullable", true);
      } else {
        formatted.admitNull();
      }
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

  /** Messages stand beside a reference, but are for what is said in all parts. */
  private static void addMessages(Map<?, ?> schema, DerivedNode copy) {
    if (schema.get(DerivedNode.MESSAGES) instanceof Map<?, ?> messages) {
      copy.withMessages(messages);
    }
    if (copy.get("allOf") instanceof List<?> parts) {
      for (Object part : parts) {
        if (part instanceof DerivedNode node && node.hasMessages() && !copy.hasMessages()) {
          copy.withMessagesOf(node);
        }
        if (part instanceof DerivedNode node && node.containsKey(DerivedNode.ERROR_MESSAGE)) {
          copy.putIfAbsent(DerivedNode.ERROR_MESSAGE, node.remove(DerivedNode.ERROR_MESSAGE));
        }
      }
    }
    String ofNull = copy.message("not");
    if (ofNull == null || copy.containsKey("type")) {
      return;
    }
    // What is referred to says by itself that it is not null, with a message of its own.
    Map<String, @Nullable Object> constant = new DerivedNode();
    constant.put("const", null);
    DerivedNode notNull = new DerivedNode().withMessagesOf(copy);
    notNull.put("not", constant);
    List<@Nullable Object> parts = new ArrayList<>();
    parts.add(notNull);
    if (copy.remove("$ref") instanceof String reference) {
      DerivedNode referring = new DerivedNode();
      referring.put("$ref", reference);
      parts.add(referring);
    }
    if (copy.get("allOf") instanceof List<?> others) {
      others.forEach(
          each -> parts.add(each instanceof DerivedNode node ? node.withMessagesOf(copy) : each));
    }
    copy.put("allOf", parts);
  }

  private @Nullable Object tidied(String name, @Nullable Object value, String nulls) {
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
