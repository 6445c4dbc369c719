package dev.fastjava;

import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * A step that may replace the payload, in plain style. Used for preSerialization and onSend.
 *
 * <p>Reference: Hooks, preSerialization and onSend.
 */
@FunctionalInterface
public interface PayloadHook {
  /**
   * Runs the step.
   *
   * @param request the request
   * @param reply the reply
   * @param payload the payload so far
   * @return the payload from now on; null for an empty body
   * @throws Exception fails the step
   */
  @Nullable Object run(Request request, Reply reply, @Nullable Object payload) throws Exception;

  /**
   * A step that may replace the payload, in callback style.
   *
   * <p>Reference: Hooks, preSerialization and onSend.
   */
  @FunctionalInterface
  interface Callback {
    /**
     * Runs the step.
     *
     * @param request the request
     * @param reply the reply
     * @param payload the payload so far
     * @param done completes the step, from any thread, once
     * @throws Exception fails the step
     */
    void run(Request request, Reply reply, @Nullable Object payload, PayloadDone done)
        throws Exception;
  }

  /**
   * A step that may replace the payload and is done when the stage it returns completes; the value
   * of the stage is the payload. Used for preSerialization and onSend.
   *
   * <p>It must not block where its route is non-blocking. Null in place of a stage is an error:
   * {@link java.util.concurrent.CompletableFuture#completedFuture} is for what has nothing to wait
   * for.
   *
   * <p>Reference: Hooks, preSerialization and onSend.
   */
  @FunctionalInterface
  interface Async {
    /**
     * Runs the step.
     *
     * @param request the request
     * @param reply the reply
     * @param payload the payload so far
     * @return completes the step with the payload from now on; null for an empty body
     * @throws Exception fails the step
     */
    CompletionStage<?> run(Request request, Reply reply, @Nullable Object payload) throws Exception;
  }
}
