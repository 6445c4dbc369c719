package dev.fastjava;

import org.jspecify.annotations.Nullable;

/**
 * Watches handlers, for tracing and metrics. Costs nothing when none is added. Called on the thread
 * of the step; must not block.
 *
 * <p>Reference: Hooks, Diagnostics Channel Hooks.
 */
public interface RequestListener {
  /**
   * A handler is about to run.
   *
   * @param request the request
   * @param reply the reply
   */
  default void handlerStart(Request request, Reply reply) {}

  /**
   * A handler has returned; the payload may follow later.
   *
   * @param request the request
   * @param reply the reply
   */
  default void handlerEnd(Request request, Reply reply) {}

  /**
   * A step before the handler or the handler itself failed.
   *
   * @param request the request
   * @param reply the reply
   * @param error the error
   */
  default void handlerError(Request request, Reply reply, Throwable error) {}

  /**
   * The stage a handler returned has completed.
   *
   * @param request the request
   * @param reply the reply
   */
  default void asyncEnd(Request request, Reply reply) {}

  /**
   * The reply was sent or its connection broke.
   *
   * @param request the request
   * @param reply the reply
   * @param error why it could not be sent; null when it was
   */
  default void responseEnd(Request request, Reply reply, @Nullable Throwable error) {}
}
