package dev.fastjava.error;

import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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
  private static final Set<String> FRAMEWORK =
      Arrays.stream(ErrorCode.values()).map(ErrorCode::name).collect(Collectors.toSet());

  private final String code;
  private final int statusCode;
  private final String message;
  private final @Nullable String problemType;
  private final @Nullable String problemTitle;

  private final MessageText text;

  private CustomErrorCode(
      String code,
      int statusCode,
      String message,
      @Nullable String problemType,
      @Nullable String problemTitle) {
    this.code = code;
    this.statusCode = statusCode;
    this.message = message;
    this.problemType = problemType;
    this.problemTitle = problemTitle;
    this.text = new MessageText(code, message);
  }

  /**
   * Makes a code.
   *
   * @param code the code, part of the reply; not empty, without spaces and control characters, and
   *     none of {@link ErrorCode}
   * @param statusCode the status code of the reply, 400 to 599
   * @param message what went wrong, with {@code %s} or {@code %d} for each of what {@link #error}
   *     is given, and {@code %%}, or one before a space, for a percent sign
   * @return the code
   * @throws IllegalArgumentException if the code is none, the status code is not one of an error,
   *     or the message has a percent sign that means none of these
   */
  public static CustomErrorCode of(String code, int statusCode, String message) {
    Objects.requireNonNull(message, "message");
    MessageText.requireCode(code);
    if (FRAMEWORK.contains(code)) {
      throw new IllegalArgumentException("A code of the framework's own: " + code);
    }
    if (statusCode < 400 || statusCode > 599) {
      throw new IllegalArgumentException(
          "Not the status code of an error: " + statusCode + ", for " + code);
    }
    return new CustomErrorCode(code, statusCode, message, null, null);
  }

  /**
   * Names the problem that errors of the code are, for {@link HttpError#toProblemDetails(String)}.
   *
   * @param type a URI reference; null for {@code about:blank}
   * @param title a short text that is the same for all problems of the type; null for the reason
   *     phrase of the status
   * @return the same code with type and title
   */
  public CustomErrorCode withProblem(@Nullable String type, @Nullable String title) {
    return new CustomErrorCode(code, statusCode, message, type, title);
  }

  /**
   * Makes an error. It never fails: a place without an argument stays as it is, arguments without a
   * place are left out.
   *
   * @param arguments what the message is completed with, in order, as texts
   * @return the error, to be thrown or sent
   */
  public HttpException error(@Nullable Object... arguments) {
    return made(null, arguments);
  }

  /**
   * Makes an error with the one behind it.
   *
   * @param cause for the log; the client does not see it
   * @param arguments what the message is completed with
   * @return the error, to be thrown or sent
   */
  public HttpException causedBy(Throwable cause, @Nullable Object... arguments) {
    return made(cause, arguments);
  }

  private HttpException made(@Nullable Throwable cause, @Nullable Object @Nullable [] arguments) {
    return new HttpException(
        statusCode,
        text.with(arguments),
        details -> details.code(code).cause(cause).problem(problemType, problemTitle));
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
