package dev.fastjava;

/**
 * A step of the request lifecycle in callback style: done when {@code done} is called.
 *
 * <p>Reference: Hooks.
 */
@FunctionalInterface
public interface CallbackHook {
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
