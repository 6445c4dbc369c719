package dev.fastjava.internal.lifecycle;

import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names kinds of values as the reference's messages do. */
public final class Kinds {
  private Kinds() {}

  /** The kind of a value. */
  public static String of(@Nullable Object value) {
    if (value instanceof String) {
      return "string";
    }
    if (value instanceof Number) {
      return "number";
    }
    if (value instanceof Boolean) {
      return "boolean";
    }
    if (value == null || value instanceof Map || value instanceof Collection) {
      return "object";
    }
    return value.getClass().isSynthetic() ? "lambda" : "object";
  }
}
