package dev.fastjava;

import org.jspecify.annotations.Nullable;

/**
 * A step that may replace the payload, in callback style.
 *
 * <p>Reference: Hooks, preSerialization and onSend.
 */
@FunctionalInterface
public interface CallbackPayloadHook {
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
