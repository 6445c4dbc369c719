package dev.fastjava.inject;

import org.jspecify.annotations.Nullable;

/**
 * An injected request got no complete response: the server closed the connection, or a streamed
 * body failed. The cause is the error of the application, where there is one.
 *
 * <p>Reference: Guides/Testing.
 */
public class InjectException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes an error.
   *
   * @param message what happened
   * @param cause the error behind it, or null
   */
  public InjectException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
