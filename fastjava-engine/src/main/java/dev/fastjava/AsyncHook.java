package dev.fastjava;

import java.util.concurrent.CompletionStage;

/**
 * A step of the request lifecycle that is done when the stage it returns completes. Used for
 * onRequest, preValidation, preHandler, onResponse and onTimeout.
 *
 * <p>It must not block where its route is non-blocking. Null in place of a stage is an error:
 * {@link java.util.concurrent.CompletableFuture#completedFuture} is for what has nothing to wait
 * for.
 *
 * <p>Reference: Hooks.
 */
@FunctionalInterface
public interface AsyncHook {
  /**
   * Runs the step.
   *
   * @param request the request
   * @param reply the reply
   * @return completes the step; its value is ignored, its error fails the step
   * @throws Exception fails the step
   */
  CompletionStage<?> run(Request request, Reply reply) throws Exception;
}
