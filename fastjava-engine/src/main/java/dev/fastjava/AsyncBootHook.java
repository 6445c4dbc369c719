package dev.fastjava;

import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * A step of the boot that takes the error of the plugins before it, and is done when the stage it
 * returns completes.
 *
 * <p>Null in place of a stage is an error: {@link
 * java.util.concurrent.CompletableFuture#completedFuture} is for what has nothing to wait for.
 *
 * <p>Reference: Server, after and ready.
 */
@FunctionalInterface
public interface AsyncBootHook {
  /**
   * Runs the step.
   *
   * @param error the error, handled by taking it; null for none
   * @return completes the step, within the plugin timeout; its value is ignored, its error fails
   *     the step
   * @throws Throwable the error itself or another; fails the boot, until a later step takes it
   */
  CompletionStage<?> run(@Nullable Throwable error) throws Throwable;
}
