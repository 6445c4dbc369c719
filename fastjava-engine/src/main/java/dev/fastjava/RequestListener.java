package dev.fastjava;

import org.jspecify.annotations.Nullable;

/**
 * Watches handlers and responses, for tracing and metrics. Costs nothing when none is added. Called
 * on the thread of the step; must not block. An error it throws is logged and touches nothing else.
 *
 * <p>For each request that reaches its handler, or fails in a preHandler hook: {@code
 * handlerStart}, then {@code handlerError} if it fails, then {@code handlerEnd}. A handler that
 * returned a stage has completed with {@code asyncStart} and {@code asyncEnd}, around the reply,
 * and before them {@code handlerError} if the stage failed. Not-found handlers are not watched.
 * {@code responseEnd} comes once for every request that has a route or a not-found handler,
 * whatever happened to it.
 *
 * <p>Java Flight Recorder has the same as the events {@code dev.fastjava.Request} and {@code
 * dev.fastjava.Handler}.
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
   * A handler has returned or failed. A payload that it returned has been sent by now, unless it
   * was a stage.
   *
   * @param request the request
   * @param reply the reply
   */
  default void handlerEnd(Request request, Reply reply) {}

  /**
   * A preHandler hook, the handler itself or the stage it returned failed; the reply to the error
   * follows.
   *
   * @param request the request
   * @param reply the reply
   * @param error the error
   */
  default void handlerError(Request request, Reply reply, Throwable error) {}

  /**
   * The stage a handler returned has completed, its value or error is about to be sent. Not for
   * hijacked replies.
   *
   * @param request the request
   * @param reply the reply
   */
  default void asyncStart(Request request, Reply reply) {}

  /**
   * What the stage of a handler completed with has been sent.
   *
   * @param request the request
   * @param reply the reply
   */
  default void asyncEnd(Request request, Reply reply) {}

  /**
   * The request is over: its reply was sent, or its connection broke. Comes exactly once.
   *
   * @param request the request
   * @param reply the reply
   * @param error why the reply could not be sent; null when it was
   */
  default void responseEnd(Request request, Reply reply, @Nullable Throwable error) {}
}
