package dev.fastjava;

import org.jspecify.annotations.Nullable;

/**
 * Answers the requests of a route.
 *
 * <p>What it returns is the payload: any value, a {@link java.util.concurrent.CompletionStage} of
 * one, null for an empty body, or the {@link Reply} when the handler has replied or will reply by
 * itself. It runs where blocking is safe unless its route is non-blocking, see {@link Execution}.
 *
 * <p>Reference: Routes, Async Await.
 */
@FunctionalInterface
public interface Handler {
  /**
   * Handles one request.
   *
   * @param request the request
   * @param reply the reply
   * @return the payload, a stage of it, or {@code reply}
   * @throws Exception any error; it goes to the error handler
   */
  @Nullable Object handle(Request request, Reply reply) throws Exception;
}
