package dev.fastjava.internal.netty;

import dev.fastjava.error.HttpError;
import java.io.InterruptedIOException;
import java.io.Serial;

/** The client took too long to send a body that a thread waits for. */
final class BodyTimeoutException extends InterruptedIOException implements HttpError {
  @Serial private static final long serialVersionUID = 1L;

  BodyTimeoutException() {
    super("The request body did not arrive in time");
  }

  @Override
  public int statusCode() {
    return 408;
  }
}
