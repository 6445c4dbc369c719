package dev.fastjava.schema;

import java.util.List;
import java.util.StringJoiner;

/**
 * The text of validation errors.
 *
 * <p>Reference: Validation-and-Serialization, {@code schemaErrorFormatter}.
 */
public final class SchemaErrors {
  private SchemaErrors() {}

  /**
   * Returns the message of a reply to an invalid request: for each error the part of the request,
   * the path and the error's own message.
   *
   * @param errors the violations
   * @param part what was validated, such as {@code body}
   * @return for example {@code body/name must be string, body/age must be >= 0}
   */
  public static String message(List<ValidationError> errors, String part) {
    StringJoiner text = new StringJoiner(", ");
    for (ValidationError error : errors) {
      String message = error.message();
      // Without messages the reference prints JavaScript's name of the missing value.
      text.add(part + error.instancePath() + ' ' + (message == null ? "undefined" : message));
    }
    return text.toString();
  }
}
