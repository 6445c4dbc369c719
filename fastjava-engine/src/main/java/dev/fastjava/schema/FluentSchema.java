package dev.fastjava.schema;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A schema built step by step. Immutable: each step returns a new schema, so a schema can be a
 * constant and be varied without harm.
 *
 * <p>Here are the keywords that combine schemas and list values, beside those of {@link
 * AnnotatedSchema}; the subclasses add those of one type. {@link Schemas} starts them.
 *
 * <p>Reference: Guides, Fluent Schema.
 *
 * @param <S> the type of the schema itself
 */
public abstract sealed class FluentSchema<S extends FluentSchema<S>> extends AnnotatedSchema<S>
    permits AnySchema, ArraySchema, NumberSchema, ObjectSchema, StringSchema {
  FluentSchema(Map<String, @Nullable Object> keywords, boolean required) {
    super(keywords, required);
  }

  static Map<String, @Nullable Object> typed(String type) {
    Map<String, @Nullable Object> keywords = new LinkedHashMap<>();
    keywords.put("type", type);
    return Collections.unmodifiableMap(keywords);
  }

  @Override
  public final Object toValue() {
    return SchemaValues.hasTypes(keywords()) ? SchemaEngine.schemaOf(this) : keywords();
  }

  @Override
  public final Object toParts() {
    return keywords();
  }

  /**
   * Sets {@code $schema}, the dialect.
   *
   * @param dialect the URI of a meta-schema
   * @return a new schema
   */
  public final S dialect(String dialect) {
    return set("$schema", dialect);
  }

  /**
   * Sets {@code $ref}.
   *
   * @param uri reference to another schema
   * @return a new schema
   */
  public final S ref(String uri) {
    return set("$ref", uri);
  }

  /**
   * Adds an entry to {@code definitions}.
   *
   * @param name its name; {@code #/definitions/name} refers to it
   * @param schema the schema
   * @return a new schema
   */
  public final S definition(String name, JsonSchema schema) {
    return setEntry("definitions", name, schema);
  }

  /**
   * Sets {@code enum}.
   *
   * @param values the allowed JSON values; enum constants count by name
   * @return a new schema
   */
  public final S enumOf(@Nullable Object... values) {
    return set("enum", Arrays.asList(values));
  }

  /**
   * Sets {@code enum} to the names of an enum's constants.
   *
   * @param type the enum
   * @return a new schema
   */
  public final S enumOf(Class<? extends Enum<?>> type) {
    return set("enum", type.getEnumConstants());
  }

  /**
   * Sets {@code const}.
   *
   * @param value the only allowed JSON value
   * @return a new schema
   */
  public final S constant(@Nullable Object value) {
    return set("const", value);
  }

  /**
   * Sets {@code anyOf}: at least one schema holds.
   *
   * @param schemas the schemas
   * @return a new schema
   */
  public final S anyOf(JsonSchema... schemas) {
    return set("anyOf", List.of(schemas));
  }

  /**
   * Sets {@code allOf}: all schemas hold.
   *
   * @param schemas the schemas
   * @return a new schema
   */
  public final S allOf(JsonSchema... schemas) {
    return set("allOf", List.of(schemas));
  }

  /**
   * Sets {@code oneOf}: exactly one schema holds.
   *
   * @param schemas the schemas
   * @return a new schema
   */
  public final S oneOf(JsonSchema... schemas) {
    return set("oneOf", List.of(schemas));
  }

  /**
   * Sets {@code not}.
   *
   * @param schema the schema that must not hold
   * @return a new schema
   */
  public final S not(JsonSchema schema) {
    return set("not", schema);
  }

  /**
   * Sets {@code if} and {@code then}.
   *
   * @param condition the condition
   * @param then holds if the condition does
   * @return a new schema
   */
  public final S ifThen(JsonSchema condition, JsonSchema then) {
    return set("if", condition).set("then", then);
  }

  /**
   * Sets {@code if}, {@code then} and {@code else}.
   *
   * @param condition the condition
   * @param then holds if the condition does
   * @param otherwise holds if it does not
   * @return a new schema
   */
  public final S ifThenElse(JsonSchema condition, JsonSchema then, JsonSchema otherwise) {
    return ifThen(condition, then).set("else", otherwise);
  }

  /**
   * Sets all keywords of a fragment.
   *
   * @param fragment keywords and their values
   * @return a new schema
   */
  public final S raw(Map<String, ? extends @Nullable Object> fragment) {
    Map<String, @Nullable Object> copy = new LinkedHashMap<>(keywords());
    fragment.forEach((key, value) -> copy.put(key, SchemaValues.plain(value)));
    return with(Collections.unmodifiableMap(copy), isRequired());
  }

  @Override
  public final boolean equals(@Nullable Object other) {
    return other instanceof FluentSchema<?> schema
        && keywords().equals(schema.keywords())
        && isRequired() == schema.isRequired();
  }

  @Override
  public final int hashCode() {
    return keywords().hashCode();
  }

  @Override
  public final String toString() {
    return keywords().toString();
  }

  static List<@Nullable Object> listOf(Collection<? extends @Nullable Object> values) {
    return SchemaValues.list(values);
  }
}
