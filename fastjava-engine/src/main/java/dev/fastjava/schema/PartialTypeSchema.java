package dev.fastjava.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The schema of a Java type with some of its properties alone: {@code
 * Schemas.of(Article.class).without("body")}. Properties have the names of the JSON; what the type
 * requires of those that stay is required. Inside of another schema the type may have no
 * definitions of its own, which types that contain themselves need. Immutable.
 *
 * <p>Reference: Validation-and-Serialization; Guides/Fluent-Schema.
 */
public final class PartialTypeSchema implements JsonSchema {
  private final TypeSchema whole;
  private final Set<String> names;
  private final boolean keep;

  PartialTypeSchema(TypeSchema whole, Set<String> names, boolean keep) {
    if (names.isEmpty()) {
      throw new IllegalArgumentException(
          "No property of "
              + whole.type().getTypeName()
              + " is named to "
              + (keep ? "keep" : "leave out"));
    }
    this.whole = whole;
    this.names = names;
    this.keep = keep;
  }

  /**
   * Returns the schema of the whole type.
   *
   * @return the schema with all properties
   */
  public TypeSchema whole() {
    return whole;
  }

  /**
   * Tells whether the part has a property of the whole.
   *
   * @param name its name in JSON
   * @return false when it is left out
   */
  public boolean keeps(String name) {
    return names.contains(name) == keep;
  }

  /**
   * Tells whether the named properties are all there are, as after {@link TypeSchema#only}: others
   * are left out, be they known to the type or not.
   *
   * @return whether others are left out; false after {@link TypeSchema#without}
   */
  public boolean isAlone() {
    return keep;
  }

  /**
   * Leaves the properties out of a schema of the type.
   *
   * @param schema the schema of the whole type, as plain values
   * @return the schema of the part
   * @throws IllegalArgumentException when it is no schema of an object with properties
   */
  public Object partOf(Object schema) {
    Map<?, ?> all = schema instanceof Map<?, ?> map ? opened(map) : Map.of();
    if (!(all.get("properties") instanceof Map<?, ?> given)) {
      throw new IllegalArgumentException(
          "The schema of "
              + whole.type().getTypeName()
              + " has no properties of its own to choose from: it is no object, one of several"
              + " subtypes, or written by Jackson in a way that no schema says");
    }
    for (String name : names) {
      if (!given.containsKey(name)) {
        throw new IllegalArgumentException(
            whole.type().getTypeName() + " has no property '" + name + "'");
      }
    }
    Map<String, @Nullable Object> part = new LinkedHashMap<>();
    all.forEach((keyword, value) -> part.put(String.valueOf(keyword), value));
    Map<String, @Nullable Object> properties = new LinkedHashMap<>();
    given.forEach(
        (name, value) -> {
          if (keeps(String.valueOf(name))) {
            properties.put(String.valueOf(name), value);
          }
        });
    part.put("properties", properties);
    if (all.get("required") instanceof Iterable<?> required) {
      List<Object> left = new ArrayList<>();
      required.forEach(
          name -> {
            if (properties.containsKey(name)) {
              left.add(name);
            }
          });
      part.remove("required");
      if (!left.isEmpty()) {
        part.put("required", left);
      }
    }
    return part;
  }

  /** The schema of a type that contains itself is a reference to one of its definitions. */
  private static Map<?, ?> opened(Map<?, ?> schema) {
    String definitions = "#/definitions/";
    if (schema.get("$ref") instanceof String ref
        && ref.startsWith(definitions)
        && schema.get("definitions") instanceof Map<?, ?> defined
        && defined.get(ref.substring(definitions.length())) instanceof Map<?, ?> found) {
      Map<Object, @Nullable Object> open = new LinkedHashMap<>(found);
      open.put("definitions", defined);
      return open;
    }
    return schema;
  }

  @Override
  public Object toValue() {
    return SchemaEngine.schemaOf(this);
  }

  @Override
  public Object toParts() {
    return this;
  }
}
