package dev.fastjava;

/**
 * An onReady, onListen or preClose step in plain style.
 *
 * <p>Reference: Hooks, Application Hooks.
 */
@FunctionalInterface
public interface AppHook {
  /**
   * Runs the step.
   *
   * @throws Exception fails the step
   */
  void run() throws Exception;
}
