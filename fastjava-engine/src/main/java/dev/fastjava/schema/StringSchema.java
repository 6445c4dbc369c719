package dev.fastjava.schema;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A schema of strings. */
public final class StringSchema extends FluentSchema<StringSchema> {
  StringSchema(Map<String, @Nullable Object> keywords, boolean required) {
    super(keywords, required);
  }

  @Override
  StringSchema with(Map<String, @Nullable Object> keywords, boolean required) {
    return new StringSchema(keywords, required);
  }

  /**
   * Sets {@code minLength}.
   *
   * @param codePoints the least length
   * @return a new schema
   */
  public StringSchema minLength(int codePoints) {
    return set("minLength", codePoints);
  }

  /**
   * Sets {@code maxLength}.
   *
   * @param codePoints the greatest length
   * @return a new schema
   */
  public StringSchema maxLength(int codePoints) {
    return set("maxLength", codePoints);
  }

  /**
   * Sets {@code pattern}.
   *
   * @param expression a regular expression in the syntax of ECMAScript, found anywhere in a string
   *     unless it is anchored
   * @return a new schema
   */
  public StringSchema pattern(String expression) {
    return set("pattern", expression);
  }

  /**
   * Sets {@code format}.
   *
   * @param name for example {@code email}, {@code date-time} or {@code uuid}
   * @return a new schema
   */
  public StringSchema format(String name) {
    return set("format", name);
  }

  /**
   * Sets {@code formatMinimum}.
   *
   * @param limit the least value, in the string's format
   * @return a new schema
   */
  public StringSchema formatMinimum(String limit) {
    return set("formatMinimum", limit);
  }

  /**
   * Sets {@code formatMaximum}.
   *
   * @param limit the greatest value, in the string's format
   * @return a new schema
   */
  public StringSchema formatMaximum(String limit) {
    return set("formatMaximum", limit);
  }

  /**
   * Sets {@code formatExclusiveMinimum}.
   *
   * @param limit values are greater than this, in the string's format
   * @return a new schema
   */
  public StringSchema formatExclusiveMinimum(String limit) {
    return set("formatExclusiveMinimum", limit);
  }

  /**
   * Sets {@code formatExclusiveMaximum}.
   *
   * @param limit values are less than this, in the string's format
   * @return a new schema
   */
  public StringSchema formatExclusiveMaximum(String limit) {
    return set("formatExclusiveMaximum", limit);
  }

  /**
   * Sets {@code contentEncoding}, for documentation.
   *
   * @param encoding for example {@code base64}
   * @return a new schema
   */
  public StringSchema contentEncoding(String encoding) {
    return set("contentEncoding", encoding);
  }

  /**
   * Sets {@code contentMediaType}, for documentation.
   *
   * @param mediaType the media type of the content
   * @return a new schema
   */
  public StringSchema contentMediaType(String mediaType) {
    return set("contentMediaType", mediaType);
  }
}
