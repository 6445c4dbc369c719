package dev.fastjava.internal.json;

import dev.fastjava.schema.ValidationResult;
import dev.fastjava.schema.Validator;
import org.jspecify.annotations.Nullable;

/** A validator that can tell quickly of most values that they are as they should be. */
public interface TokenValidator extends Validator {
  /** Whether {@link #fits} can tell it of every object and every list. */
  boolean readsTokens();

  /**
   * Tells whether a value is valid and would stay as it is; false says nothing.
   *
   * @param tape the tokens of a value without two properties of one name
   */
  boolean fits(JsonTape tape);

  /** Validates a body step by step, and may change its values. */
  ValidationResult validateBody(ReadBody body);

  /** Tells whether a plain value is valid and would stay as it is; false says nothing. */
  boolean leaves(@Nullable Object value);
}
