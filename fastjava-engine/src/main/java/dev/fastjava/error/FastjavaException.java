package dev.fastjava.error;

import org.jspecify.annotations.Nullable;

/**
 * An error the framework raises, with the code the reference gives it. {@link ValidationException}
 * tells more about a request that is not valid.
 *
 * <p>Reference: Errors.
 */
public class FastjavaException extends RuntimeException implements HttpError {
  private static final long serialVersionUID = 1L;

  /** Which error it is. */
  private final ErrorCode errorCode;

  FastjavaException(ErrorCode errorCode, @Nullable String message, @Nullable Throwable cause) {
    super(message, cause);
    this.errorCode = errorCode;
  }

  /**
   * Returns which error it is.
   *
   * @return the code as a constant
   */
  public ErrorCode errorCode() {
    return errorCode;
  }

  @Override
  public int statusCode() {
    return errorCode.statusCode();
  }

  @Override
  public String code() {
    return errorCode.name();
  }
}
