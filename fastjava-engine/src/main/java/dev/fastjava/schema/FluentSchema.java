package dev.fastjava.schema;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A schema built step by step. Immutable: each step returns a new schema, so a schema can be a
 * constant and be varied without harm.
 *
 * <p>Here are the keywords every schema may have; the subclasses add those of one type. {@link
 * Schemas} starts them.
 *
 * <p>Reference: Guides, Fluent Schema.
 *
 * @param <S> the type of the schema itself
 */
public abstract sealed class FluentSchema<S extends FluentSchema<S>> implements JsonSchema
    permits AnySchema, ArraySchema, NumberSchema, ObjectSchema, StringSchema {
  private final Map<String, @Nullable Object> keywords;
  private final boolean required;

  FluentSchema(Map<String, @Nullable Object> keywords, boolean required) {
    this.keywords = keywords;
    this.required = required;
  }

  abstract S with(Map<String, @Nullable Object> keywords, boolean required);

  static Map<String, @Nullable Object> typed(String type) {
    Map<String, @Nullable Object> keywords = new LinkedHashMap<>();
    keywords.put("type", type);
    return Collections.unmodifiableMap(keywords);
  }

  final Map<String, @Nullable Object> keywords() {
    return keywords;
  }

  final boolean isRequired() {
    return required;
  }

  final S set(String keyword, @Nullable Object value) {
    Map<String, @Nullable Object> copy = new LinkedHashMap<>(keywords);
    copy.put(keyword, SchemaValues.plain(value));
    return with(Collections.unmodifiableMap(copy), required);
  }

  /** Adds one entry to a keyword that is a map, such as {@code definitions}. */
  final S setEntry(String keyword, String name, @Nullable Object value) {
    Map<String, @Nullable Object> entries = new LinkedHashMap<>();
    if (keywords.get(keyword) instanceof Map<?, ?> present) {
      present.forEach((key, item) -> entries.put((String) key, item));
    }
    entries.put(Objects.requireNonNull(name), SchemaValues.plain(value));
    return set(keyword, entries);
  }

  @Override
  public final Object toValue() {
    return SchemaValues.hasTypes(keywords) ? SchemaEngine.schemaOf(this) : keywords;
  }

  @Override
  public final Object toParts() {
    return keywords;
  }

  /**
   * Marks the schema as required in the object whose property it becomes.
   *
   * @return a new schema
   */
  public final S required() {
    return with(keywords, true);
  }

  /**
   * Sets {@code $id}.
   *
   * @param id an absolute or relative URI, or an anchor such as {@code #address}
   * @return a new schema
   */
  public final S id(String id) {
    if (id.isEmpty() || id.equals("#")) {
      throw new IllegalArgumentException("An id is neither empty nor an empty fragment");
    }
    return set("$id", id);
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
   * Sets {@code title}.
   *
   * @param title a short text
   * @return a new schema
   */
  public final S title(String title) {
    return set("title", title);
  }

  /**
   * Sets {@code description}.
   *
   * @param description a text
   * @return a new schema
   */
  public final S description(String description) {
    return set("description", description);
  }

  /**
   * Sets {@code $comment}.
   *
   * @param comment a note for readers of the schema
   * @return a new schema
   */
  public final S comment(String comment) {
    return set("$comment", comment);
  }

  /**
   * Sets {@code examples}.
   *
   * @param examples JSON values
   * @return a new schema
   */
  public final S examples(@Nullable Object... examples) {
    return set("examples", Arrays.asList(examples));
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
   * Sets {@code default}, the value of an absent property.
   *
   * @param value a JSON value
   * @return a new schema
   */
  public final S defaultValue(@Nullable Object value) {
    return set("default", value);
  }

  /**
   * Sets {@code nullable}: null is valid too.
   *
   * @return a new schema
   */
  public final S nullable() {
    return set("nullable", true);
  }

  /**
   * Sets {@code readOnly}.
   *
   * @param value true for a value that only replies have
   * @return a new schema
   */
  public final S readOnly(boolean value) {
    return set("readOnly", value);
  }

  /**
   * Sets {@code writeOnly}.
   *
   * @param value true for a value that only requests have
   * @return a new schema
   */
  public final S writeOnly(boolean value) {
    return set("writeOnly", value);
  }

  /**
   * Sets {@code deprecated}.
   *
   * @param value true for a value that should not be used any more
   * @return a new schema
   */
  public final S deprecated(boolean value) {
    return set("deprecated", value);
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
   * Sets {@code errorMessage}: what clients are told of all that is wrong with the value. Needs
   * {@link ValidationOptions#errorMessages()}.
   *
   * @param message the message; may have places such as <code>${/name}</code>, see {@link
   *     ErrorMessages}
   * @return a new schema
   */
  public final S errorMessage(String message) {
    return set("errorMessage", Objects.requireNonNull(message));
  }

  /**
   * Sets {@code errorMessage}: what clients are told in place of the messages of keywords. Needs
   * {@link ValidationOptions#errorMessages()}.
   *
   * @param messages sets the messages
   * @return a new schema
   */
  public final S errorMessages(Consumer<ErrorMessages.Builder> messages) {
    return set("errorMessage", ErrorMessages.of(messages).toMap());
  }

  /**
   * Sets any keyword, for example one of your own.
   *
   * @param keyword its name
   * @param value a JSON value, or a schema
   * @return a new schema
   */
  public final S keyword(String keyword, @Nullable Object value) {
    return set(Objects.requireNonNull(keyword), value);
  }

  /**
   * Sets all keywords of a fragment.
   *
   * @param fragment keywords and their values
   * @return a new schema
   */
  public final S raw(Map<String, ? extends @Nullable Object> fragment) {
    Map<String, @Nullable Object> copy = new LinkedHashMap<>(keywords);
    fragment.forEach((key, value) -> copy.put(key, SchemaValues.plain(value)));
    return with(Collections.unmodifiableMap(copy), required);
  }

  @Override
  public final boolean equals(@Nullable Object other) {
    return other instanceof FluentSchema<?> schema
        && keywords.equals(schema.keywords)
        && required == schema.required;
  }

  @Override
  public final int hashCode() {
    return keywords.hashCode();
  }

  @Override
  public final String toString() {
    return keywords.toString();
  }

  static List<@Nullable Object> listOf(Collection<? extends @Nullable Object> values) {
    return SchemaValues.list(values);
  }
}
