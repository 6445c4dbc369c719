package dev.fastjava.internal.lifecycle;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The status an error asks for: its status code, else its properties {@code statusCode} and {@code
 * status}, which may be texts, as errors of other systems have them.
 *
 * <p>Reference: Reply, Errors.
 */
final class ErrorStatus {
  private static final int LONGEST_TEXT = 16;

  private ErrorStatus() {}

  /** The first status that is one of errors, 400 to 599; 0 when there is none. */
  static int of(Throwable error) {
    int own = ErrorMembers.statusCode(error);
    if (isError(own)) {
      return own;
    }
    Map<String, @Nullable Object> properties = ErrorMembers.properties(error);
    int status = number(properties.get("statusCode"));
    if (!isError(status)) {
      status = number(properties.get("status"));
    }
    return isError(status) ? status : 0;
  }

  private static boolean isError(int status) {
    return status >= 400 && status <= 599;
  }

  private static int number(@Nullable Object value) {
    if (value instanceof Number number) {
      return number.intValue();
    }
    if (!(value instanceof String text)) {
      return 0;
    }
    String digits = text.strip();
    if (digits.isEmpty() || digits.length() > LONGEST_TEXT) {
      return 0;
    }
    try {
      if (digits.startsWith("0x") || digits.startsWith("0X")) {
        return Integer.parseUnsignedInt(digits.substring(2), 16);
      }
      for (int i = 0; i < digits.length(); i++) {
        // Java's own forms, such as 404f, are no numbers to anybody else.
        if ("0123456789.eE+-".indexOf(digits.charAt(i)) < 0) {
          return 0;
        }
      }
      return (int) Double.parseDouble(digits);
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
