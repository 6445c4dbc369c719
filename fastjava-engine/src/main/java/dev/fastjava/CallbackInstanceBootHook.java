package dev.fastjava;

import org.jspecify.annotations.Nullable;

/**
 * A step of the boot in callback style that takes the error of the plugins before it, and the
 * instance it was given to: for steps that are no lambda beside the instance.
 *
 * <p>Reference: Server, after and ready.
 */
@FunctionalInterface
public interface CallbackInstanceBootHook {
  /**
   * Runs the step.
   *
   * @param error the error, handled by taking it; null for none
   * @param instance the instance that the step was given to
   * @param done completes the step, from any thread, once
   * @throws Throwable the error itself or another; fails the boot, until a later step takes it
   */
  void run(@Nullable Throwable error, Fastjava instance, Done done) throws Throwable;
}
