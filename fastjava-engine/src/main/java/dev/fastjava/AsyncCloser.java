package dev.fastjava;

import java.util.concurrent.CompletionStage;

/**
 * An onClose step without a parameter that is done when the stage it returns completes, such as
 * {@code client::closeAsync}.
 *
 * <p>Null in place of a stage is an error: {@link
 * java.util.concurrent.CompletableFuture#completedFuture} is for what has nothing to wait for.
 *
 * <p>Reference: Hooks, onClose.
 */
@FunctionalInterface
public interface AsyncCloser extends AsyncCloseHook {
  /**
   * Runs the step.
   *
   * @return completes the step; its value is ignored, its error fails the step
   * @throws Exception fails the step
   */
  CompletionStage<?> close() throws Exception;

  @Override
  default CompletionStage<?> run(Fastjava instance) throws Exception {
    return close();
  }
}
