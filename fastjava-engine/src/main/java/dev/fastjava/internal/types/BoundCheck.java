package dev.fastjava.internal.types;

import dev.fastjava.schema.ValidationError;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Checks what a value is bound to as the type of the schema that it fits. Thread-safe. */
@FunctionalInterface
public interface BoundCheck {
  /**
   * Returns what is wrong; places are told from the value on.
   *
   * @param sent the text that a number in the value was sent as; null where that is not known
   */
  List<ValidationError> check(Object value, Function<Number, @Nullable String> sent);
}
