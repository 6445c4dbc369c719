package dev.fastjava;

import java.util.concurrent.CompletionStage;

/**
 * An onError step in plain style: sees the error before the error handler, may not reply.
 *
 * <p>Reference: Hooks, onError.
 */
@FunctionalInterface
public interface ErrorHook {
  /**
   * Runs the step.
   *
   * @param request the request
   * @param reply the reply
   * @param error the error
   * @throws Throwable fails the step
   */
  void run(Request request, Reply reply, Throwable error) throws Throwable;

  /**
   * An onError step in callback style.
   *
   * <p>Reference: Hooks, onError.
   */
  @FunctionalInterface
  interface Callback {
    /**
     * Runs the step.
     *
     * @param request the request
     * @param reply the reply
     * @param error the error
     * @param done completes the step, from any thread, once
     * @throws Throwable fails the step
     */
    void run(Request request, Reply reply, Throwable error, Done done) throws Throwable;
  }

  /**
   * An onError step that is done when the stage it returns completes: sees the error before the
   * error handler, may not reply.
   *
   * <p>It must not block where its route is non-blocking. Null in place of a stage is an error:
   * {@link java.util.concurrent.CompletableFuture#completedFuture} is for what has nothing to wait
   * for.
   *
   * <p>Reference: Hooks, onError.
   */
  @FunctionalInterface
  interface Async {
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
}
