package dev.fastjava;

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
}
