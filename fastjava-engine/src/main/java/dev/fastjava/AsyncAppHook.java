package dev.fastjava;

import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * An onReady, onListen or preClose step that is done when the stage it returns completes, and such
 * a step of the boot that does not take its error.
 *
 * <p>Null in place of a stage is an error: {@link
 * java.util.concurrent.CompletableFuture#completedFuture} is for what has nothing to wait for.
 *
 * <p>Reference: Hooks, Application Hooks; Server, after and ready.
 */
@FunctionalInterface
@SuppressWarnings("FunctionalInterfaceMethodChanged") // the same step in its other forms
public interface AsyncAppHook extends AsyncBootHook {
  /**
   * Runs the step.
   *
   * @return completes the step; its value is ignored, its error fails the step
   * @throws Exception fails the step
   */
  CompletionStage<?> run() throws Exception;

  @Override
  default CompletionStage<?> run(@Nullable Throwable error) throws Throwable {
    if (error != null) {
      throw error;
    }
    return run();
  }
}
