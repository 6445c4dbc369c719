package dev.fastjava;

/**
 * An onRequestAbort step in callback style.
 *
 * <p>Reference: Hooks, onRequestAbort.
 */
@FunctionalInterface
public interface CallbackAbortHook {
  /**
   * Runs the step.
   *
   * @param request the request
   * @param done completes the step, from any thread, once
   * @throws Exception fails the step
   */
  void run(Request request, Done done) throws Exception;
}
