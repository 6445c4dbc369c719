package dev.fastjava.internal.json;

import java.math.BigDecimal;

/**
 * A number as it stands in JSON, of which a double keeps no more than the value: {@code 19.90},
 * {@code 1e3}, {@code -0}, and all with more than 17 digits.
 *
 * @param text as it was read
 * @param value what it is among plain values
 */
record Fraction(String text, Double value) {
  /** Whether a plain value was made of it. */
  @SuppressWarnings("BigDecimalEquals") // 1.10 is not what 1.1 was made of
  boolean isOf(Number number) {
    return number instanceof BigDecimal decimal
        ? !isWord() && decimal.equals(new BigDecimal(text))
        : value.equals(number);
  }

  /** Whether it is one of the words for what is no number, which some mappers admit. */
  boolean isWord() {
    char last = text.charAt(text.length() - 1);
    return last > '9';
  }
}
