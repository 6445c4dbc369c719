package dev.fastjava;

import org.jspecify.annotations.Nullable;

/**
 * An onReady, onListen or preClose step in plain style, and a step of the boot that does not take
 * its error. As it is the forms with parameters too, the compiler prefers it for a reference to a
 * method that has other forms: {@code app.onReady(cache::warm)}.
 *
 * <p>Reference: Hooks, Application Hooks; Server, after and ready.
 */
@FunctionalInterface
@SuppressWarnings("FunctionalInterfaceMethodChanged") // the same step in its other forms
public interface AppHook extends CallbackAppHook, BootHook {
  /**
   * Runs the step.
   *
   * @throws Exception fails the step
   */
  void run() throws Exception;

  @Override
  default void run(Done done) throws Exception {
    run();
    done.done();
  }

  @Override
  default void run(@Nullable Throwable error) throws Throwable {
    if (error != null) {
      throw error;
    }
    run();
  }
}
