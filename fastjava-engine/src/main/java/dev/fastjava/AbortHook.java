package dev.fastjava;

import java.util.concurrent.CompletionStage;

/**
 * An onRequestAbort step in plain style: the client closed the connection before the reply.
 *
 * <p>Reference: Hooks, onRequestAbort.
 */
@FunctionalInterface
public interface AbortHook {
  /**
   * Runs the step.
   *
   * @param request the request
   * @throws Exception fails the step
   */
  void run(Request request) throws Exception;

  /**
   * An onRequestAbort step in callback style.
   *
   * <p>Reference: Hooks, onRequestAbort.
   */
  @FunctionalInterface
  interface Callback {
    /**
     * Runs the step.
     *
     * @param request the request
     * @param done completes the step, from any thread, once
     * @throws Exception fails the step
     */
    void run(Request request, Done done) throws Exception;
  }

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
  interface Async {
    /**
     * Runs the step.
     *
     * @param request the request
     * @return completes the step; its value is ignored, its error fails the step
     * @throws Exception fails the step
     */
    CompletionStage<?> run(Request request) throws Exception;
  }
}
