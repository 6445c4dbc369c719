package dev.fastjava.schema;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A schema of numbers or integers. */
public final class NumberSchema extends FluentSchema<NumberSchema> {
  NumberSchema(Map<String, @Nullable Object> keywords, boolean required) {
    super(keywords, required);
  }

  @Override
  NumberSchema with(Map<String, @Nullable Object> keywords, boolean required) {
    return new NumberSchema(keywords, required);
  }

  /**
   * Sets {@code minimum}.
   *
   * @param limit the least value
   * @return a new schema
   */
  public NumberSchema minimum(Number limit) {
    return set("minimum", limit);
  }

  /**
   * Sets {@code maximum}.
   *
   * @param limit the greatest value
   * @return a new schema
   */
  public NumberSchema maximum(Number limit) {
    return set("maximum", limit);
  }

  /**
   * Sets {@code exclusiveMinimum}.
   *
   * @param limit values are greater than this
   * @return a new schema
   */
  public NumberSchema exclusiveMinimum(Number limit) {
    return set("exclusiveMinimum", limit);
  }

  /**
   * Sets {@code exclusiveMaximum}.
   *
   * @param limit values are less than this
   * @return a new schema
   */
  public NumberSchema exclusiveMaximum(Number limit) {
    return set("exclusiveMaximum", limit);
  }

  /**
   * Sets {@code multipleOf}.
   *
   * @param divisor greater than zero
   * @return a new schema
   */
  public NumberSchema multipleOf(Number divisor) {
    return set("multipleOf", divisor);
  }

  /**
   * Sets {@code format}.
   *
   * @param name for example {@code int32}
   * @return a new schema
   */
  public NumberSchema format(String name) {
    return set("format", name);
  }
}
