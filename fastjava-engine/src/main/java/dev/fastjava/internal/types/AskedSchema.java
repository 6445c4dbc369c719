package dev.fastjava.internal.types;

import dev.fastjava.schema.TypeSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes of the schema of a whole type what was asked for: a part of it, or with more keywords. */
final class AskedSchema {
  private static final String COMMENT = "$comment";
  private static final String DEFINITIONS = "#/definitions/";
  private static final String NULLABLE = "nullable";

  /** What replaces that of the type. */
  private static final Set<String> ANNOTATIONS =
      Set.of(
          "title",
          "description",
          "examples",
          "default",
          "readOnly",
          "writeOnly",
          "deprecated",
          DerivedNode.ERROR_MESSAGE);

  private AskedSchema() {}

  /**
   * Leaves properties out of the schema of a type.
   *
   * @throws IllegalArgumentException when it is no schema of an object with these properties
   */
  static Map<String, @Nullable Object> part(TypeSchema<?> asked, Object whole) {
    Map<?, ?> all = whole instanceof Map<?, ?> map ? opened(map) : Map.of();
    if (!(all.get("properties") instanceof Map<?, ?> given)) {
      throw new IllegalArgumentException(
          "The schema of "
              + asked.type().getTypeName()
              + " has no properties of its own to choose from: it is no object, one of several"
              + " subtypes, or written by Jackson in a way that no schema says");
    }
    for (String name : asked.names()) {
      if (!given.containsKey(name)) {
        throw new IllegalArgumentException(
            asked.type().getTypeName() + " has no property '" + name + "'");
      }
    }
    Map<String, @Nullable Object> part = new LinkedHashMap<>();
    all.forEach((keyword, value) -> part.put(String.valueOf(keyword), value));
    Map<String, @Nullable Object> properties = new LinkedHashMap<>();
    given.forEach(
        (name, value) -> {
          if (asked.keeps(String.valueOf(name))) {
            properties.put(String.valueOf(name), value);
          }
        });
    part.put("properties", properties);
    if (part.remove("required") instanceof Iterable<?> required) {
      List<Object> left = new ArrayList<>();
      required.forEach(
          name -> {
            if (properties.containsKey(name)) {
              left.add(name);
            }
          });
      if (!left.isEmpty()) {
        part.put("required", left);
      }
    }
    return part;
  }

  /** The schema of a type that contains itself is a reference to one of its definitions. */
  private static Map<?, ?> opened(Map<?, ?> schema) {
    if (schema.get("$ref") instanceof String ref
        && ref.startsWith(DEFINITIONS)
        && schema.get("definitions") instanceof Map<?, ?> defined
        && defined.get(ref.substring(DEFINITIONS.length())) instanceof Map<?, ?> found) {
      Map<Object, @Nullable Object> open = new LinkedHashMap<>(found);
      open.put("definitions", defined);
      return open;
    }
    return schema;
  }

  /**
   * Adds what was said besides the type.
   *
   * @throws IllegalArgumentException for a keyword that the schema of the type has by itself
   */
  static Object withAdded(TypeSchema<?> asked, Object schema, Map<?, ?> added) {
    if (added.isEmpty()) {
      return schema;
    }
    boolean nullable = Boolean.TRUE.equals(added.get(NULLABLE));
    Object admitting = nullable ? NullValues.admit(schema) : schema;
    Map<String, @Nullable Object> all = DerivedNode.blankOf(admitting);
    if (admitting instanceof Map<?, ?> said) {
      said.forEach((keyword, value) -> all.put(String.valueOf(keyword), value));
    }
    added.forEach(
        (key, value) -> {
          String keyword = String.valueOf(key);
          if (nullable && keyword.equals(NULLABLE)) {
            return; // said already, in the way that fits the type
          }
          if (keyword.equals(COMMENT) && all.get(COMMENT) instanceof String own) {
            all.put(COMMENT, own + "; " + value);
          } else if (ANNOTATIONS.contains(keyword) || !all.containsKey(keyword)) {
            all.put(keyword, value);
          } else {
            throw new IllegalArgumentException(
                "The schema of "
                    + asked.type().getTypeName()
                    + " has '"
                    + keyword
                    + "' by itself: say more in a schema beside it, such as allOf");
          }
        });
    return all;
  }
}
