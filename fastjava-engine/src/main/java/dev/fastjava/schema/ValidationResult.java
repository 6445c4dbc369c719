package dev.fastjava.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of {@link Validator#validate}. Immutable; a plain success is one shared instance, so
 * that the valid path allocates nothing.
 */
public final class ValidationResult {
  private static final ValidationResult VALID =
      new ValidationResult(true, false, null, List.of(), null);

  private final boolean valid;
  private final boolean replaced;
  private final @Nullable Object value;
  private final List<ValidationError> errors;
  private final @Nullable Throwable cause;

  private ValidationResult(
      boolean valid,
      boolean replaced,
      @Nullable Object value,
      List<ValidationError> errors,
      @Nullable Throwable cause) {
    this.valid = valid;
    this.replaced = replaced;
    this.value = value;
    this.errors = errors;
    this.cause = cause;
  }

  /**
   * Returns the outcome of a valid value whose root is unchanged.
   *
   * @return the shared instance
   */
  public static ValidationResult valid() {
    return VALID;
  }

  /**
   * Returns the outcome of a valid value that replaces the one given.
   *
   * @param value the value from now on, for example after coercion
   * @return a new outcome
   */
  public static ValidationResult replacedBy(@Nullable Object value) {
    return new ValidationResult(true, true, value, List.of(), null);
  }

  /**
   * Returns the outcome of an invalid value.
   *
   * @param errors the violations, at least one, in the order of discovery
   * @return a new outcome
   */
  public static ValidationResult invalid(List<ValidationError> errors) {
    return new ValidationResult(false, false, null, List.copyOf(errors), null);
  }

  /**
   * Returns the outcome of an invalid value whose root had been replaced before the violation.
   *
   * @param errors the violations, at least one, in the order of discovery
   * @param value the root as coercion left it
   * @return a new outcome
   */
  public static ValidationResult invalid(List<ValidationError> errors, @Nullable Object value) {
    return new ValidationResult(false, true, value, List.copyOf(errors), null);
  }

  /**
   * Returns the outcome of an invalid value, told by an error of a custom validator.
   *
   * @param cause the error; its message becomes that of the reply
   * @return a new outcome
   */
  public static ValidationResult failed(Throwable cause) {
    return new ValidationResult(false, false, null, List.of(), cause);
  }

  /**
   * Returns whether the value satisfies the schema.
   *
   * @return true when it does
   */
  public boolean isValid() {
    return valid;
  }

  /**
   * Returns whether {@link #value()} takes the place of the validated value.
   *
   * @return true when the root value was replaced
   */
  public boolean isReplaced() {
    return replaced;
  }

  /**
   * Returns the new root value.
   *
   * @return the value; meaningful only when {@link #isReplaced()}
   */
  public @Nullable Object value() {
    return value;
  }

  /**
   * Returns the violations.
   *
   * @return an immutable list; empty for a valid value and for a custom validator's error
   */
  public List<ValidationError> errors() {
    return errors;
  }

  /**
   * Returns the error a custom validator gave.
   *
   * @return the error, or null
   */
  public @Nullable Throwable cause() {
    return cause;
  }
}
