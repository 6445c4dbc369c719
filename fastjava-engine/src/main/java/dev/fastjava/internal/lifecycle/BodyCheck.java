package dev.fastjava.internal.lifecycle;

import dev.fastjava.internal.json.BodyValidator;
import dev.fastjava.internal.json.JsonTape;
import dev.fastjava.internal.json.ReadBody;
import dev.fastjava.internal.json.TokenValidator;
import dev.fastjava.schema.ValidationResult;
import dev.fastjava.schema.Validator;
import org.jspecify.annotations.Nullable;

/** Validates bodies without a need for their plain values, as far as a validator can do that. */
public final class BodyCheck {
  private BodyCheck() {}

  /** Whether a validator can tell of bodies that are tokens that they are as they should be. */
  public static boolean readsTokens(@Nullable Validator validator) {
    return validator instanceof ConstrainedValidator constrained
        ? constrained.readsTokens()
        : validator instanceof TokenValidator tokens && tokens.readsTokens();
  }

  /**
   * Validates a value.
   *
   * @param value a plain one or a {@link ReadBody}, whose values it may change
   */
  static ValidationResult validate(Validator validator, @Nullable Object value) throws Exception {
    if (!(value instanceof ReadBody body)) {
      return validator.validate(value);
    }
    if (validator instanceof TokenValidator quick) {
      JsonTape tape = quick.readsTokens() ? body.tokens() : null;
      if (tape == null ? quick.leaves(body.values()) : quick.fits(tape)) {
        return ValidationResult.valid();
      }
      // Once more on the plain values: they may be converted, and errors name their places.
      if (tape != null && quick.leaves(body.values())) {
        return ValidationResult.valid();
      }
      return inPlace(body, quick.validateBody(body));
    }
    return inPlace(
        body,
        validator instanceof BodyValidator own
            ? own.validateBody(body)
            : validator.validate(body.handOut()));
  }

  /** Another whole value stays a body, which knows the digits of the numbers that were sent. */
  private static ValidationResult inPlace(ReadBody body, ValidationResult result) {
    if (!result.isReplaced()) {
      return result;
    }
    body.replace(result.value());
    Throwable cause = result.cause();
    return cause != null
        ? ValidationResult.failed(cause)
        : result.isValid() ? ValidationResult.valid() : ValidationResult.invalid(result.errors());
  }

  /** The plain value of what may be a body. */
  static @Nullable Object values(@Nullable Object value) {
    return value instanceof ReadBody body ? body.values() : value;
  }
}
