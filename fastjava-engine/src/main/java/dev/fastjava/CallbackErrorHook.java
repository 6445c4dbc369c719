package dev.fastjava;

/**
 * An onError step in callback style.
 *
 * <p>Reference: Hooks, onError.
 */
@FunctionalInterface
public interface CallbackErrorHook {
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
