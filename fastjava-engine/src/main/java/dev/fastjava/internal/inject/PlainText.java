package dev.fastjava.internal.inject;

import dev.fastjava.schema.Utf8Output;
import org.jspecify.annotations.Nullable;

/** Values of headers and query parameters as texts. */
final class PlainText {
  private PlainText() {}

  /** The text of a value; numbers are written as JavaScript writes them. */
  static String of(@Nullable Object value) {
    if (value instanceof Double number && Double.isFinite(number)) {
      Utf8Output out = new Utf8Output();
      out.writeDouble(number);
      return out.toText();
    }
    return String.valueOf(value);
  }
}
