package dev.fastjava;

import java.util.concurrent.CompletionStage;

/**
 * A step of the request lifecycle in plain style: done when it returns. Used for onRequest,
 * preValidation, preHandler, onResponse and onTimeout.
 *
 * <p>Reference: Hooks.
 */
@FunctionalInterface
public interface Hook {
  /**
   * Runs the step.
   *
   * @param request the request
   * @param reply the reply
   * @throws Exception fails the step
   */
  void run(Request request, Reply reply) throws Exception;

  /**
   * A step of the request lifecycle in callback style: done when {@code done} is called.
   *
   * <p>Reference: Hooks.
   */
  @FunctionalInterface
  interface Callback {
    /**
     * Runs the step.
     *
     * @param request the request
     * @param reply the reply
     * @param done completes the step, from any thread, once
     * @throws Exception fails the step
     */
    void run(Request request, Reply reply, Done done) throws Exception;
  }

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
  interface Async {
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
}
