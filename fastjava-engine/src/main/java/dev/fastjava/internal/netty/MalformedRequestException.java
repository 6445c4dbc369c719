package dev.fastjava.internal.netty;

import java.io.Serial;

/** Bytes that are no valid request. Without a stack trace: clients cause it as they like. */
class MalformedRequestException extends IllegalArgumentException {
  @Serial private static final long serialVersionUID = 1L;

  MalformedRequestException(String message) {
    super(message);
  }

  @Override
  public Throwable fillInStackTrace() {
    return this;
  }
}
