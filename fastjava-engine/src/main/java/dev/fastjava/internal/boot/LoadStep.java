package dev.fastjava.internal.boot;

import dev.fastjava.Done;
import org.jspecify.annotations.Nullable;

/** User code that the loader runs: a plugin, a boot step, a hook of the application. */
@FunctionalInterface
interface LoadStep {
  /**
   * Runs the step.
   *
   * @param error the error of what ran before, for steps that take it
   * @param done completes the step
   */
  void run(@Nullable Throwable error, Done done) throws Throwable;
}
