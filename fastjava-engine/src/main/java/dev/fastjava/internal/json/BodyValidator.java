package dev.fastjava.internal.json;

import dev.fastjava.schema.ValidationResult;
import dev.fastjava.schema.Validator;

/** A validator that asks for the digits which were sent of the numbers in a body. */
public interface BodyValidator extends Validator {
  /** Validates a body step by step, and may change its values. */
  ValidationResult validateBody(ReadBody body);
}
