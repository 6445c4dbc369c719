package dev.fastjava;

import java.util.concurrent.CompletionStage;

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

  /**
   * An onClose step in callback style.
   *
   * <p>Reference: Hooks, onClose.
   */
  @FunctionalInterface
  interface Callback {
    /**
     * Runs the step.
     *
     * @param instance the instance that is closing
     * @param done completes the step, from any thread, once
     * @throws Exception fails the step
     */
    void run(Fastjava instance, Done done) throws Exception;
  }

  /**
   * An onClose step that is done when the stage it returns completes.
   *
   * <p>Null in place of a stage is an error: {@link
   * java.util.concurrent.CompletableFuture#completedFuture} is for what has nothing to wait for.
   *
   * <p>Reference: Hooks, onClose.
   */
  @FunctionalInterface
  interface Async {
    /**
     * Runs the step.
     *
     * @param instance the instance that is closing
     * @return completes the step; its value is ignored, its error fails the step
     * @throws Exception fails the step
     */
    CompletionStage<?> run(Fastjava instance) throws Exception;
  }
}
