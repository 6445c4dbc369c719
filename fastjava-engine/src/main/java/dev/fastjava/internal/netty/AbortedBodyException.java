package dev.fastjava.internal.netty;

import dev.fastjava.error.HttpError;
import java.io.IOException;

/** A body ends before its end, as its client has gone; with what the reference says of it. */
final class AbortedBodyException extends IOException implements HttpError {
  private static final long serialVersionUID = 1L;

  AbortedBodyException() {
    super("aborted");
  }

  @Override
  public int statusCode() {
    return 400;
  }

  @Override
  public String code() {
    return "ECONNRESET";
  }
}
