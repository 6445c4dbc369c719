package dev.fastjava.internal.types;

import dev.fastjava.internal.json.SentText;
import dev.fastjava.schema.ValidationError;
import java.util.List;

/** Checks what a value is bound to as the type of the schema that it fits. Thread-safe. */
@FunctionalInterface
public interface BoundCheck {
  /**
   * Returns what is wrong; places are told from the value on.
   *
   * @param sent knows the texts of the numbers in the value
   */
  List<ValidationError> check(Object value, SentText sent);
}
