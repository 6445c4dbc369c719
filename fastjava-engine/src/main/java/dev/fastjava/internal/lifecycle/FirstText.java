package dev.fastjava.internal.lifecycle;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a name of a query or a header has as a text: the first of its values. */
final class FirstText {
  private FirstText() {}

  static @Nullable String of(@Nullable Object value) {
    Object one = value instanceof List<?> many ? (many.isEmpty() ? null : many.get(0)) : value;
    return one == null ? null : String.valueOf(one);
  }
}
