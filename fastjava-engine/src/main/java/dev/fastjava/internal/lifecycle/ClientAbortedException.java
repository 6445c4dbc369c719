package dev.fastjava.internal.lifecycle;

import java.io.IOException;

/** Why a reply reached nobody: the client closed its connection before there was one. */
final class ClientAbortedException extends IOException {
  private static final long serialVersionUID = 1L;

  ClientAbortedException() {
    super("The client closed the connection before the reply");
  }

  /** It says all there is to say, and there may be many of them. */
  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }
}
