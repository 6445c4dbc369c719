package dev.fastjava.internal.validation.check;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The error of a value that has none of a schema's types.
 *
 * @param report how to report it
 * @param params the types as the schema has them
 * @param message the message
 * @param ofNull the message when the value is null; null for the same one
 */
public record TypeFailure(
    Report report, Map<String, Object> params, String message, @Nullable String ofNull) {
  Verdict report(@Nullable Object value, Run run) {
    return report.fail(run, params, value == null && ofNull != null ? ofNull : message);
  }

  /** Whether nothing else of the schema is looked at after this error. */
  boolean endsSchema() {
    return report.alone();
  }
}
