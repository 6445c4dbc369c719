package dev.fastjava.internal.inject;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Values of headers and query parameters as texts. */
final class PlainText {
  private PlainText() {}

  /** The text of a value; whole numbers come without a fraction. */
  static String of(@Nullable Object value) {
    if (value instanceof Double || value instanceof Float) {
      double number = ((Number) value).doubleValue();
      if (Double.isFinite(number) && number == Math.rint(number) && Math.abs(number) < 1e21) {
        return new BigDecimal(number).toBigInteger().toString();
      }
    }
    return String.valueOf(value);
  }
}
