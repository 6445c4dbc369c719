package dev.fastjava.internal.lifecycle;

import dev.fastjava.spi.RequestIdGenerator;

/**
 * Request ids that count, in base 36 as in the reference.
 *
 * <p>Reference: Server, genReqId.
 */
public final class RequestIds {
  /** Stands for the counter of the server: it needs no text until somebody asks for the id. */
  public static final RequestIdGenerator COUNTED =
      request -> {
        throw new IllegalStateException("Ids are counted by the server");
      };

  private RequestIds() {}

  static String text(long number) {
    return "req-" + Long.toString(number & Integer.MAX_VALUE, 36);
  }
}
