package dev.fastjava;

import java.util.concurrent.CompletionStage;

/**
 * An onError step that is done when the stage it returns completes: sees the error before the error
 * handler, may not reply.
 *
 * <p>It must not block where its route is non-blocking. Null in place of a stage is an error:
 * {@link java.util.concurrent.CompletableFuture#completedFuture} is for what has nothing to wait
 * for.
 *
 * <p>Reference: Hooks, onError.
 */
@FunctionalInterface
public interface AsyncErrorHook {
  /**
   * Runs the step.
   *
   * @param request the request
   * @param reply the reply
   * @param error the error
   * @return completes the step; its value is ignored, its error fails the step
   * @throws Throwable fails the step
   */
  CompletionStage<?> run(Request request, Reply reply, Throwable error) throws Throwable;
}
