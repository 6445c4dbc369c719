package dev.fastjava.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A schema of objects.
 *
 * <pre>{@code
 * object()
 *     .prop("name", string().minLength(2))
 *     .prop("age", integer().minimum(0))
 *     .required("name")
 * }</pre>
 */
public final class ObjectSchema extends FluentSchema<ObjectSchema> {
  private static final String PROPERTIES = "properties";
  private static final String REQUIRED = "required";

  ObjectSchema(Map<String, @Nullable Object> keywords, boolean required) {
    super(keywords, required);
  }

  @Override
  ObjectSchema with(Map<String, @Nullable Object> keywords, boolean required) {
    return new ObjectSchema(keywords, required);
  }

  /**
   * Adds a property.
   *
   * @param name its name
   * @param schema its schema; if it is marked {@link AnnotatedSchema#required() required}, the name
   *     is added to {@code required}
   * @return a new schema
   */
  public ObjectSchema prop(String name, JsonSchema schema) {
    ObjectSchema changed = setEntry(PROPERTIES, name, schema);
    return schema instanceof AnnotatedSchema<?> marked && marked.isRequired()
        ? changed.required(name)
        : changed;
  }

  /**
   * Adds a property of any value.
   *
   * @param name its name
   * @return a new schema
   */
  public ObjectSchema prop(String name) {
    return setEntry(PROPERTIES, name, Map.of());
  }

  /**
   * Adds names to {@code required}.
   *
   * @param names properties that must be there
   * @return a new schema
   */
  public ObjectSchema required(String... names) {
    Set<@Nullable Object> all = new LinkedHashSet<>(requiredNames());
    Collections.addAll(all, (Object[]) names);
    return set(REQUIRED, new ArrayList<>(all));
  }

  /**
   * Sets {@code additionalProperties}.
   *
   * @param allowed whether there may be properties that are not declared
   * @return a new schema
   */
  public ObjectSchema additionalProperties(boolean allowed) {
    return set("additionalProperties", allowed);
  }

  /**
   * Sets {@code additionalProperties}.
   *
   * @param schema the schema of properties that are not declared
   * @return a new schema
   */
  public ObjectSchema additionalProperties(JsonSchema schema) {
    return set("additionalProperties", schema);
  }

  /**
   * Adds an entry to {@code patternProperties}.
   *
   * @param pattern a regular expression in the syntax of ECMAScript
   * @param schema the schema of the properties whose names match
   * @return a new schema
   */
  public ObjectSchema patternProperty(String pattern, JsonSchema schema) {
    return setEntry("patternProperties", pattern, schema);
  }

  /**
   * Sets {@code propertyNames}.
   *
   * @param schema the schema of all names
   * @return a new schema
   */
  public ObjectSchema propertyNames(JsonSchema schema) {
    return set("propertyNames", schema);
  }

  /**
   * Sets {@code minProperties}.
   *
   * @param count the least number of properties
   * @return a new schema
   */
  public ObjectSchema minProperties(int count) {
    return set("minProperties", count);
  }

  /**
   * Sets {@code maxProperties}.
   *
   * @param count the greatest number of properties
   * @return a new schema
   */
  public ObjectSchema maxProperties(int count) {
    return set("maxProperties", count);
  }

  /**
   * Adds an entry to {@code dependencies}.
   *
   * @param property if it is there
   * @param names then these are, too
   * @return a new schema
   */
  public ObjectSchema dependency(String property, String... names) {
    return setEntry("dependencies", property, List.of(names));
  }

  /**
   * Adds an entry to {@code dependencies}.
   *
   * @param property if it is there
   * @param schema then the object satisfies this
   * @return a new schema
   */
  public ObjectSchema dependency(String property, JsonSchema schema) {
    return setEntry("dependencies", property, schema);
  }

  /**
   * Adds an entry to {@code dependentRequired}, of drafts later than 7.
   *
   * @param property if it is there
   * @param names then these are, too
   * @return a new schema
   */
  public ObjectSchema dependentRequired(String property, String... names) {
    return setEntry("dependentRequired", property, List.of(names));
  }

  /**
   * Adds an entry to {@code dependentSchemas}, of drafts later than 7.
   *
   * @param property if it is there
   * @param schema then the object satisfies this
   * @return a new schema
   */
  public ObjectSchema dependentSchema(String property, JsonSchema schema) {
    return setEntry("dependentSchemas", property, schema);
  }

  /**
   * Sets {@code discriminator}, for objects told apart by a {@code oneOf}.
   *
   * @param property the property whose value tells which schema holds
   * @return a new schema
   */
  public ObjectSchema discriminator(String property) {
    return set("discriminator", Map.of("propertyName", property));
  }

  /**
   * Returns this schema on top of another: maps such as {@code properties} are merged, required
   * names joined, and of other keywords this schema's value counts.
   *
   * @param base what to extend
   * @return a new schema
   */
  public ObjectSchema extend(ObjectSchema base) {
    return with(merge(base.keywords(), keywords()), isRequired());
  }

  /**
   * Returns this schema with some of its properties, and without its id.
   *
   * @param names the properties to keep
   * @return a new schema
   */
  public ObjectSchema only(String... names) {
    return pick(Set.of(names), true);
  }

  /**
   * Returns this schema without some of its properties, and without its id.
   *
   * @param names the properties to leave out
   * @return a new schema
   */
  public ObjectSchema without(String... names) {
    return pick(Set.of(names), false);
  }

  private ObjectSchema pick(Set<String> names, boolean keep) {
    Map<String, @Nullable Object> copy = new LinkedHashMap<>(keywords());
    copy.remove("$id");
    if (copy.get(PROPERTIES) instanceof Map<?, ?> properties) {
      Map<String, @Nullable Object> kept = new LinkedHashMap<>();
      properties.forEach(
          (name, schema) -> {
            if (names.contains(name) == keep) {
              kept.put((String) name, schema);
            }
          });
      copy.put(PROPERTIES, Collections.unmodifiableMap(kept));
    }
    List<@Nullable Object> required = new ArrayList<>(requiredNames());
    required.removeIf(name -> names.contains(name) != keep);
    copy.remove(REQUIRED);
    if (!required.isEmpty()) {
      copy.put(REQUIRED, Collections.unmodifiableList(required));
    }
    return with(Collections.unmodifiableMap(copy), isRequired());
  }

  private Collection<@Nullable Object> requiredNames() {
    return keywords().get(REQUIRED) instanceof List<?> names ? listOf(names) : new ArrayList<>();
  }

  private static Map<String, @Nullable Object> merge(
      Map<?, ? extends @Nullable Object> below, Map<?, ? extends @Nullable Object> above) {
    Map<String, @Nullable Object> merged = new LinkedHashMap<>();
    below.forEach((key, value) -> merged.put((String) key, value));
    above.forEach(
        (key, value) -> {
          Object present = merged.get(key);
          merged.put((String) key, present == null ? value : merged((String) key, present, value));
        });
    return Collections.unmodifiableMap(merged);
  }

  private static @Nullable Object merged(String keyword, Object below, @Nullable Object above) {
    if (below instanceof Map<?, ?> left && above instanceof Map<?, ?> right) {
      return merge(left, right);
    }
    if (keyword.equals(REQUIRED)
        && below instanceof List<?> left
        && above instanceof List<?> right) {
      Set<@Nullable Object> names = new LinkedHashSet<>(left);
      names.addAll(right);
      return List.copyOf(names);
    }
    return above;
  }
}
