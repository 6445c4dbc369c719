package dev.fastjava.error;

import java.util.Locale;
import java.util.Objects;

/**
 * An error of an application or a plugin that has a code and is made again and again:
 *
 * <pre>{@code
 * static final CustomErrorCode ORDER_CLOSED =
 *     CustomErrorCode.of("ORDER_CLOSED", 409, "Order %s is closed");
 *
 * throw ORDER_CLOSED.error(id);
 * }</pre>
 *
 * <p>The counterpart of {@link ErrorCode}, which has the codes of the framework. Immutable.
 *
 * <p>Reference: Errors; {@code @fastify/error}.
 */
public final class CustomErrorCode {
  private final String code;
  private final int statusCode;
  private final String message;

  private CustomErrorCode(String code, int statusCode, String message) {
    this.code = code;
    this.statusCode = statusCode;
    this.message = message;
  }

  /**
   * Makes a code.
   *
   * @param code the code, part of the reply; not empty
   * @param statusCode the status code of the reply, 400 to 599
   * @param message what went wrong, with {@code %s} and the like for what {@link #error} is given
   * @return the code
   * @throws IllegalArgumentException if the code is empty, the status code is not one of an error,
   *     or the message is no format
   */
  public static CustomErrorCode of(String code, int statusCode, String message) {
    Objects.requireNonNull(message, "message");
    if (code.isEmpty()) {
      throw new IllegalArgumentException("An error code must not be empty");
    }
    if (statusCode < 400 || statusCode > 599) {
      throw new IllegalArgumentException(
          "Not the status code of an error: " + statusCode + ", for " + code);
    }
    return new CustomErrorCode(code, statusCode, message);
  }

  /**
   * Makes an error.
   *
   * @param arguments what the message is completed with
   * @return the error, to be thrown or sent
   */
  public HttpException error(Object... arguments) {
    return new HttpException(statusCode, format(arguments), details -> details.code(code));
  }

  /**
   * Makes an error with the one behind it.
   *
   * @param cause for the log; the client does not see it
   * @param arguments what the message is completed with
   * @return the error, to be thrown or sent
   */
  public HttpException causedBy(Throwable cause, Object... arguments) {
    return new HttpException(
        statusCode, format(arguments), details -> details.code(code).cause(cause));
  }

  private String format(Object... arguments) {
    return arguments.length == 0 ? message : String.format(Locale.ROOT, message, arguments);
  }

  /**
   * Returns whether an error is one of this code.
   *
   * @param error any error
   * @return true when it has this code
   */
  public boolean matches(Throwable error) {
    return error instanceof HttpError http && code.equals(http.code());
  }

  /**
   * Returns the code.
   *
   * @return the code
   */
  public String code() {
    return code;
  }

  /**
   * Returns the status code of the reply.
   *
   * @return 400 to 599
   */
  public int statusCode() {
    return statusCode;
  }

  @Override
  public String toString() {
    return code + " (" + statusCode + "): " + message;
  }
}
