package dev.fastjava.schema;

import java.lang.reflect.Array;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Turns what a user puts into a schema into immutable plain values. */
final class SchemaValues {
  /** Reads and writes schemas, which are plain JSON; no setting of an application changes them. */
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private SchemaValues() {}

  static Object copyOf(Map<String, ? extends @Nullable Object> schema) {
    Map<String, @Nullable Object> copy = new LinkedHashMap<>();
    schema.forEach((key, value) -> copy.put(key, plain(value)));
    return Collections.unmodifiableMap(copy);
  }

  static @Nullable Object plain(@Nullable Object value) {
    if (value == null
        || value instanceof String
        || value instanceof Number
        || value instanceof Boolean) {
      return value;
    }
    if (value instanceof JsonSchema schema) {
      return schema.toParts();
    }
    if (value instanceof Type type) {
      return new TypeSchema<>(type);
    }
    if (value instanceof JsonNode node) {
      return plain(JSON.treeToValue(node, Object.class));
    }
    if (value instanceof Enum<?> constant) {
      return constant.name();
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, @Nullable Object> copy = new LinkedHashMap<>();
      map.forEach((key, item) -> copy.put(String.valueOf(key), plain(item)));
      return Collections.unmodifiableMap(copy);
    }
    if (value instanceof Collection<?> items) {
      return list(items);
    }
    if (value.getClass().isArray()) {
      List<@Nullable Object> items = new ArrayList<>();
      for (int i = 0; i < Array.getLength(value); i++) {
        items.add(Array.get(value, i));
      }
      return list(items);
    }
    if (value instanceof CharSequence || value instanceof Character) {
      return value.toString();
    }
    throw new IllegalArgumentException(
        "A schema holds JSON values only, not " + value.getClass().getName());
  }

  /** A schema of values that may have types in them. */
  static JsonSchema withTypes(Object parts) {
    if (!hasTypes(parts)) {
      return () -> parts;
    }
    return new JsonSchema() {
      @Override
      public Object toValue() {
        return SchemaEngine.schemaOf(this);
      }

      @Override
      public Object toParts() {
        return parts;
      }
    };
  }

  static boolean hasTypes(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      return map.values().stream().anyMatch(SchemaValues::hasTypes);
    }
    return value instanceof TypeSchema
        || (value instanceof Collection<?> items
            && items.stream().anyMatch(SchemaValues::hasTypes));
  }

  static List<@Nullable Object> list(Collection<? extends @Nullable Object> items) {
    List<@Nullable Object> copy = new ArrayList<>(items.size());
    for (Object item : items) {
      copy.add(plain(item));
    }
    return Collections.unmodifiableList(copy);
  }
}
