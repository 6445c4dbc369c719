package dev.fastjava.schema;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What may be said of every schema, be it built step by step or that of a Java type: texts about
 * it, its default, whether null is a value, whether it is required. Immutable: each step returns a
 * new schema.
 *
 * <p>Reference: Guides, Fluent Schema.
 *
 * @param <S> the type of the schema itself
 */
public abstract sealed class AnnotatedSchema<S extends AnnotatedSchema<S>> implements JsonSchema
    permits FluentSchema, TypeSchema {
  private final Map<String, @Nullable Object> keywords;
  private final boolean required;

  AnnotatedSchema(Map<String, @Nullable Object> keywords, boolean required) {
    this.keywords = keywords;
    this.required = required;
  }

  abstract S with(Map<String, @Nullable Object> keywords, boolean required);

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
   * Sets any keyword, for example one of your own. The schema of a Java type refuses those that the
   * type itself has.
   *
   * @param keyword its name
   * @param value a JSON value, or a schema
   * @return a new schema
   */
  public final S keyword(String keyword, @Nullable Object value) {
    return set(Objects.requireNonNull(keyword), value);
  }
}
