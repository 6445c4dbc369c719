package dev.fastjava;

import dev.fastjava.mark.ProvidedByEngine;
import dev.fastjava.schema.HttpPart;
import dev.fastjava.schema.ValidationResult;
import dev.fastjava.schema.Validator;
import org.jspecify.annotations.Nullable;

/**
 * Validation by hand, with the schemas of the route or others, and what that of the route has
 * found.
 *
 * <p>Used by one step at a time; not thread-safe. Reference: Request; Validation-and-Serialization.
 */
@ProvidedByEngine
public interface RequestValidation {
  /**
   * Returns the validation error of a route with {@code attachValidation}.
   *
   * @return the error, or null
   */
  @Nullable Throwable validationError();

  /**
   * Validates a value with the route's own schema for a part.
   *
   * @param input a plain Java value; may be changed in place
   * @param part the part
   * @return the outcome
   */
  ValidationResult validateInput(@Nullable Object input, HttpPart part);

  /**
   * Validates a value with a schema, compiled as {@link #compileValidationSchema(Object)} does.
   *
   * @param input a plain Java value; may be changed in place
   * @param schema a {@code JsonSchema}, map, boolean or JSON text
   * @return the outcome
   */
  ValidationResult validateInput(@Nullable Object input, Object schema);

  /**
   * Validates a value with the route's own schema for a part or, when it has none, with a given
   * one, compiled once.
   *
   * @param input a plain Java value; may be changed in place
   * @param schema a {@code JsonSchema}, map, boolean or JSON text
   * @param part the part, whose conversions and options hold
   * @return the outcome
   */
  ValidationResult validateInput(@Nullable Object input, Object schema, HttpPart part);

  /**
   * Compiles a schema, once for each schema object. Keep the object outside of the handler: one
   * made in every request is compiled in every request, and the route is warned about it once
   * ({@code FJVWRN002}). Of the schemas compiled so, the least used are forgotten beyond a bound.
   *
   * @param schema a {@code JsonSchema}, map, boolean or JSON text
   * @return the validator
   */
  Validator compileValidationSchema(Object schema);

  /**
   * Compiles a schema for a part of a request, once for each schema object and part, as {@link
   * #compileValidationSchema(Object)} does.
   *
   * @param schema a {@code JsonSchema}, map, boolean or JSON text
   * @param part the part, whose conversions and options hold
   * @return the validator
   */
  Validator compileValidationSchema(Object schema, HttpPart part);

  /**
   * Returns the validator of the route's schema for a part.
   *
   * @param part the part
   * @return the validator, or null
   */
  @Nullable Validator getValidationFunction(HttpPart part);

  /**
   * Returns the validator compiled last for a schema; null when there was none, or when many others
   * were compiled since.
   *
   * @param schema the schema object it was compiled from; the name of a part is none
   * @return the validator, or null
   */
  @Nullable Validator getValidationFunction(Object schema);
}
