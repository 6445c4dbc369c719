package dev.fastjava.spi;

import dev.fastjava.mark.ForImplementation;
import dev.fastjava.schema.HttpPart;
import dev.fastjava.schema.ValidationError;
import java.util.List;

/**
 * Makes the error of an invalid request out of its violations.
 *
 * <p>Reference: Validation-and-Serialization, schemaErrorFormatter.
 */
@ForImplementation
public interface SchemaErrorFormatter {
  /**
   * Makes the error.
   *
   * @param errors the violations
   * @param part the invalid part
   * @return the error; its message is what the client sees
   */
  Throwable format(List<ValidationError> errors, HttpPart part);
}
