package dev.fastjava;

import org.jspecify.annotations.Nullable;

/**
 * A step of the boot that takes the error of the plugins before it. A lambda that ends with a stage
 * drops it; {@link AsyncBootHook} is for such.
 *
 * <p>Reference: Server, after and ready.
 */
@FunctionalInterface
@SuppressWarnings("FunctionalInterfaceMethodChanged") // the same step in its other forms
public interface BootHook extends CallbackBootHook {
  /**
   * Runs the step.
   *
   * @param error the error, handled by taking it; null for none
   * @throws Throwable the error itself or another; fails the boot, until a later step takes it
   */
  void run(@Nullable Throwable error) throws Throwable;

  @Override
  default void run(@Nullable Throwable error, Done done) throws Throwable {
    run(error);
    done.done();
  }
}
