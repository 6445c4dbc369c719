package dev.fastjava.internal.validation.check;

import dev.fastjava.schema.ValidationError;
import java.util.Map;

/**
 * Ends a validation that would cost too much. The value then counts as invalid, wherever in the
 * schema it happens: inside {@code not}, too.
 */
public final class LimitExceeded extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient ValidationError error;

  private LimitExceeded(String keyword, Map<String, Object> params, String message) {
    super(message, null, false, false);
    error = new ValidationError("", "#/" + keyword, keyword, params, message);
  }

  static LimitExceeded depth(int limit) {
    return new LimitExceeded(
        "$ref", Map.of("limit", limit), "must NOT nest more than " + limit + " levels");
  }

  static LimitExceeded references(long limit) {
    return new LimitExceeded(
        "$ref", Map.of("limit", limit), "must NOT need more than " + limit + " steps");
  }

  /** The limit of a thread whose stack is used up before that of the options is reached. */
  public static LimitExceeded stack() {
    return new LimitExceeded("$ref", Map.of(), "must NOT need so many levels or steps");
  }

  /** The error to report in place of all others. */
  public ValidationError error() {
    return error;
  }
}
