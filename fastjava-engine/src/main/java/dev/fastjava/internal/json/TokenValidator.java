package dev.fastjava.internal.json;

import dev.fastjava.schema.ValidationResult;
import org.jspecify.annotations.Nullable;

/** A validator that can tell quickly of most values that they are as they should be. */
public interface TokenValidator extends BodyValidator {
  /** Whether {@link #fits} can tell it of every object and every list. */
  boolean readsTokens();

  /**
   * Tells whether a value is valid and would stay as it is; false says nothing.
   *
   * @param tape the tokens of a value without two properties of one name
   */
  boolean fits(JsonTape tape);

  /** Converts a body for another engine, which sees no more of it than its values. */
  ValidationResult convertBody(ReadBody body);

  /** Tells whether a plain value is valid and would stay as it is; false says nothing. */
  boolean leaves(@Nullable Object value);
}
