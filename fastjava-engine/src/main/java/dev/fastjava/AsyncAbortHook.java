package dev.fastjava;

import java.util.concurrent.CompletionStage;

/**
 * An onRequestAbort step that is done when the stage it returns completes: the client closed the
 * connection before the reply.
 *
 * <p>It must not block where its route is non-blocking. Null in place of a stage is an error:
 * {@link java.util.concurrent.CompletableFuture#completedFuture} is for what has nothing to wait
 * for.
 *
 * <p>Reference: Hooks, onRequestAbort.
 */
@FunctionalInterface
public interface AsyncAbortHook {
  /**
   * Runs the step.
   *
   * @param request the request
   * @return completes the step; its value is ignored, its error fails the step
   * @throws Exception fails the step
   */
  CompletionStage<?> run(Request request) throws Exception;
}
