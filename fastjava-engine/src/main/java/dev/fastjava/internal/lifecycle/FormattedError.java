package dev.fastjava.internal.lifecycle;

import dev.fastjava.schema.HttpPart;
import dev.fastjava.schema.SchemaErrors;
import dev.fastjava.schema.ValidationError;
import java.util.List;

/** What the default formatter makes of violations: a message and nothing else. */
public final class FormattedError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private FormattedError(String message) {
    // Only its message is used: no stack trace to fill.
    super(message, null, false, false);
  }

  /** The default schema error formatter. */
  public static Throwable format(List<ValidationError> errors, HttpPart part) {
    return new FormattedError(SchemaErrors.message(errors, part.label()));
  }
}
