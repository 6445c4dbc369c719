package dev.fastjava.schema;

import org.jspecify.annotations.Nullable;

/** Checks one value against a compiled schema. Instances are immutable and thread-safe. */
@FunctionalInterface
public interface Validator {
  /**
   * Validates a value. Maps and lists inside it may be changed in place (coercion, defaults,
   * removed properties); a replaced root value is in the result.
   *
   * @param value a JSON value as plain Java values
   * @return the outcome; {@link ValidationResult#valid()} when it is valid and the root is
   *     unchanged
   * @throws Exception when the check itself fails; handled like an error of a hook
   */
  ValidationResult validate(@Nullable Object value) throws Exception;
}
