package dev.fastjava.internal.types;

import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Admits null in schemas. */
final class NullValues {
  /** What refers to a schema, or into it, looks for these in the whole. */
  private static final List<String> OF_THE_WHOLE = List.of("$id", "definitions");

  /** The condition of null. */
  static final Map<String, @Nullable Object> IS_NULL = Collections.singletonMap("const", null);

  private NullValues() {}

  /** Returns the schema of a value that may be null. */
  static ObjectNode admit(ObjectNode schema, SchemaGenerationContext context) {
    JsonNode type = schema.get("type");
    if (type != null && type.isString() && !type.stringValue().equals("object")) {
      schema.putArray("type").add(type).add("null");
      return schema;
    }
    ObjectNode either = context.getGeneratorConfig().createObjectNode();
    // Not as a type, to which values would be converted.
    either.putObject("if").putNull("const");
    either.set("else", schema);
    return either;
  }

  /** Admits null in the schema of a whole type that has its own instance for it. */
  static Object inWhole(Type type, Object schema) {
    return raw(type) instanceof Class<?> plain && Nullness.isOptional(plain)
        ? admit(schema)
        : schema;
  }

  private static @Nullable Type raw(Type type) {
    return type instanceof ParameterizedType generic ? generic.getRawType() : type;
  }

  /** Admits null in the schema of a value. */
  static Object admit(Object schema) {
    if (!(schema instanceof Map<?, ?> map) || map.isEmpty()) {
      return schema;
    }
    Map<String, @Nullable Object> copy = copy(map);
    if (map.get("type") instanceof String type && !type.equals("object")) {
      if (copy instanceof FormattedSchema formatted) {
        formatted.admitNull();
      } else {
        copy.put("nullable", true);
      }
      if (copy.get("enum") instanceof List<?> constants && !constants.contains(null)) {
        java.util.ArrayList<@Nullable Object> all = new java.util.ArrayList<>(constants);
        all.add(null);
        copy.put("enum", all);
      }
      return copy;
    }
    // Not as one type of several, to which zero and false would be converted.
    if (IS_NULL.equals(map.get("if")) && !map.containsKey("then")) {
      return schema;
    }
    Map<String, @Nullable Object> either = new DerivedNode();
    either.put("if", IS_NULL);
    either.put("else", copy);
    for (String name : OF_THE_WHOLE) {
      if (copy.containsKey(name)) {
        either.put(name, copy.remove(name));
      }
    }
    return either;
  }

  private static Map<String, @Nullable Object> copy(Map<?, ?> schema) {
    Map<String, @Nullable Object> copy = DerivedNode.blankOf(schema);
    schema.forEach((key, value) -> copy.put(String.valueOf(key), value));
    return copy;
  }
}
