package dev.fastjava.schema;

import dev.fastjava.type.TypeRef;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Starts schemas; meant for static import.
 *
 * <pre>{@code
 * JsonSchema person =
 *     object()
 *         .prop("name", string().minLength(2))
 *         .prop("email", string().format("email"))
 *         .prop("tags", array(string()).uniqueItems(true))
 *         .required("name");
 * }</pre>
 *
 * <p>Reference: Guides, Fluent Schema.
 */
public final class Schemas {
  /** Reads and writes schemas, which are plain JSON; no setting of an application changes them. */
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final Map<String, @Nullable Object> EMPTY =
      Collections.unmodifiableMap(new LinkedHashMap<>());

  private Schemas() {}

  /**
   * Returns the schema of a Java type. May be used wherever a schema may, inside of others, too.
   *
   * @param type a record, bean, enum or other class
   * @param <T> the type
   * @return a schema
   */
  public static <T> TypeSchema<T> of(Class<T> type) {
    return new TypeSchema<>(type);
  }

  /**
   * Returns the schema of a generic Java type.
   *
   * @param type the type, such as {@code new TypeRef<List<Order>>() {}}
   * @param <T> the type
   * @return a schema
   */
  public static <T> TypeSchema<T> of(TypeRef<T> type) {
    return new TypeSchema<>(type.type());
  }

  /**
   * Returns the schema of a Java type that is not known before the program runs.
   *
   * @param type a class, or a generic type such as that of a field
   * @return a schema
   */
  public static TypeSchema<?> of(Type type) {
    return new TypeSchema<>(type);
  }

  /**
   * Reads a schema from JSON text.
   *
   * @param json a JSON object, or a boolean
   * @return a schema
   * @throws IllegalArgumentException when the text is neither
   */
  public static JsonSchema json(String json) {
    JsonNode schema;
    try {
      schema = JSON.readTree(json);
    } catch (JacksonException e) {
      throw new IllegalArgumentException("A schema is JSON text: " + e.getOriginalMessage(), e);
    }
    if (!schema.isObject() && !schema.isBoolean()) {
      throw new IllegalArgumentException("A schema is a JSON object or a boolean");
    }
    return JsonSchema.of(schema);
  }

  /**
   * Starts a schema of objects.
   *
   * @return a schema
   */
  public static ObjectSchema object() {
    return new ObjectSchema(FluentSchema.typed("object"), false);
  }

  /**
   * Starts a schema of strings.
   *
   * @return a schema
   */
  public static StringSchema string() {
    return new StringSchema(FluentSchema.typed("string"), false);
  }

  /**
   * Starts a schema of integers; {@code 1.0} is one.
   *
   * @return a schema
   */
  public static NumberSchema integer() {
    return new NumberSchema(FluentSchema.typed("integer"), false);
  }

  /**
   * Starts a schema of numbers.
   *
   * @return a schema
   */
  public static NumberSchema number() {
    return new NumberSchema(FluentSchema.typed("number"), false);
  }

  /**
   * Starts a schema of booleans.
   *
   * @return a schema
   */
  public static AnySchema bool() {
    return new AnySchema(FluentSchema.typed("boolean"), false);
  }

  /**
   * Starts a schema of arrays.
   *
   * @return a schema
   */
  public static ArraySchema array() {
    return new ArraySchema(FluentSchema.typed("array"), false);
  }

  /**
   * Starts a schema of arrays.
   *
   * @param items the schema of all items
   * @return a schema
   */
  public static ArraySchema array(JsonSchema items) {
    return array().items(items);
  }

  /**
   * Starts a schema of null.
   *
   * @return a schema
   */
  public static AnySchema nil() {
    return new AnySchema(FluentSchema.typed("null"), false);
  }

  /**
   * Starts a schema that everything satisfies.
   *
   * @return a schema
   */
  public static AnySchema any() {
    return new AnySchema(EMPTY, false);
  }

  /**
   * Starts a schema of values of several types. Keywords of these types are set with {@link
   * AnnotatedSchema#keyword}.
   *
   * @param types JSON types
   * @return a schema
   */
  public static AnySchema mixed(String... types) {
    return any().set("type", List.of(types));
  }

  /**
   * Starts a schema of some values.
   *
   * @param values the allowed JSON values; enum constants count by name
   * @return a schema
   */
  public static AnySchema enumOf(@Nullable Object... values) {
    return any().set("enum", Arrays.asList(values));
  }

  /**
   * Starts a schema of strings that are names of an enum's constants.
   *
   * @param type the enum
   * @return a schema
   */
  public static StringSchema enumOf(Class<? extends Enum<?>> type) {
    return string().enumOf(type);
  }

  /**
   * Starts a schema of one value.
   *
   * @param value the only allowed JSON value
   * @return a schema
   */
  public static AnySchema constant(@Nullable Object value) {
    return any().constant(value);
  }

  /**
   * Starts a schema of values that satisfy at least one schema.
   *
   * @param schemas the schemas
   * @return a schema
   */
  public static AnySchema anyOf(JsonSchema... schemas) {
    return any().anyOf(schemas);
  }

  /**
   * Starts a schema of values that satisfy all schemas.
   *
   * @param schemas the schemas
   * @return a schema
   */
  public static AnySchema allOf(JsonSchema... schemas) {
    return any().allOf(schemas);
  }

  /**
   * Starts a schema of values that satisfy exactly one schema.
   *
   * @param schemas the schemas
   * @return a schema
   */
  public static AnySchema oneOf(JsonSchema... schemas) {
    return any().oneOf(schemas);
  }

  /**
   * Starts a schema of values that do not satisfy another.
   *
   * @param schema the schema that must not hold
   * @return a schema
   */
  public static AnySchema not(JsonSchema schema) {
    return any().not(schema);
  }

  /**
   * Starts a reference, for example to a shared schema.
   *
   * @param uri what to refer to, such as {@code address#} or {@code #/definitions/address}
   * @return a schema
   */
  public static AnySchema ref(String uri) {
    return any().ref(uri);
  }

  /**
   * Starts from a fragment of a schema.
   *
   * @param fragment keywords and their values
   * @return a schema
   */
  public static AnySchema raw(Map<String, ? extends @Nullable Object> fragment) {
    return any().raw(fragment);
  }
}
