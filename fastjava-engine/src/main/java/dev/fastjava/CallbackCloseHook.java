package dev.fastjava;

/**
 * An onClose step in callback style.
 *
 * <p>Reference: Hooks, onClose.
 */
@FunctionalInterface
public interface CallbackCloseHook {
  /**
   * Runs the step.
   *
   * @param instance the instance that is closing
   * @param done completes the step, from any thread, once
   * @throws Exception fails the step
   */
  void run(Fastjava instance, Done done) throws Exception;
}
