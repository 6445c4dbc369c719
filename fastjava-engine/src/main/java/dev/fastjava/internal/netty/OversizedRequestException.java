package dev.fastjava.internal.netty;

import java.io.Serial;

/** A head, or what follows a body, that is larger than a server takes. */
final class OversizedRequestException extends MalformedRequestException {
  @Serial private static final long serialVersionUID = 1L;

  OversizedRequestException(String message) {
    super(message);
  }
}
