package dev.fastjava;

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
}
