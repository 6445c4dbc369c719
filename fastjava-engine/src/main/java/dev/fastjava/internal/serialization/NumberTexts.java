package dev.fastjava.internal.serialization;

import java.util.regex.Pattern;

/** Reads numbers from texts as JavaScript's {@code Number} does. */
final class NumberTexts {
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?");

  private NumberTexts() {}

  /** Returns the number; {@code NaN} when the text holds none. */
  static double parse(String text) {
    String digits = text.strip();
    if (digits.isEmpty()) {
      return 0;
    }
    if (digits.length() > 2 && digits.charAt(0) == '0') {
      int radix =
          switch (digits.charAt(1)) {
            case 'x', 'X' -> 16;
            case 'o', 'O' -> 8;
            case 'b', 'B' -> 2;
            default -> 10;
          };
      if (radix != 10) {
        return parseRadix(digits, radix);
      }
    }
    return switch (digits) {
      case "Infinity", "+Infinity" -> Double.POSITIVE_INFINITY;
      case "-Infinity" -> Double.NEGATIVE_INFINITY;
      default -> DECIMAL.matcher(digits).matches() ? Double.parseDouble(digits) : Double.NaN;
    };
  }

  private static double parseRadix(String text, int radix) {
    double number = 0;
    for (int i = 2; i < text.length(); i++) {
      int digit = Character.digit(text.charAt(i), radix);
      if (digit < 0) {
        return Double.NaN;
      }
      number = number * radix + digit;
    }
    return number;
  }
}
