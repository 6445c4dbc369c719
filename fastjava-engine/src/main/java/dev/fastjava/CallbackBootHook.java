package dev.fastjava;

import org.jspecify.annotations.Nullable;

/**
 * A step of the boot in callback style that takes the error of the plugins before it.
 *
 * <p>Reference: Server, after and ready.
 */
@FunctionalInterface
public interface CallbackBootHook {
  /**
   * Runs the step.
   *
   * @param error the error, handled by taking it; null for none
   * @param done completes the step, from any thread, once
   * @throws Throwable the error itself or another; fails the boot, until a later step takes it
   */
  void run(@Nullable Throwable error, Done done) throws Throwable;
}
