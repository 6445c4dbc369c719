package dev.fastjava;

/**
 * An onReady, onListen or preClose step in callback style.
 *
 * <p>Reference: Hooks, Application Hooks.
 */
@FunctionalInterface
public interface CallbackAppHook {
  /**
   * Runs the step.
   *
   * @param done completes the step, from any thread, once
   * @throws Exception fails the step
   */
  void run(Done done) throws Exception;
}
