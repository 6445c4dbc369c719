package dev.fastjava;

/**
 * An onClose step in plain style.
 *
 * <p>Reference: Hooks, onClose.
 */
@FunctionalInterface
public interface CloseHook {
  /**
   * Runs the step.
   *
   * @param instance the instance that is closing
   * @throws Exception fails the step
   */
  void run(Fastjava instance) throws Exception;
}
