package dev.fastjava;

import java.util.concurrent.CompletionStage;

/**
 * An onClose step without a parameter. {@code app.onClose(producer::close)} is one, whatever other
 * methods of that name the producer has: as it is a {@link CloseHook} and a {@link
 * CloseHook.Callback} too, the compiler prefers it.
 *
 * <p>A stage its lambda ends with is dropped; {@link Closer.Async} waits for it.
 *
 * <p>Reference: Hooks, onClose.
 */
@FunctionalInterface
@SuppressWarnings({
  "try", // what may be interrupted is up to the application
  "FunctionalInterfaceMethodChanged" // the same step in its other forms
})
public interface Closer extends AutoCloseable, CloseHook, CloseHook.Callback {
  /**
   * Runs the step.
   *
   * @throws Exception fails the step
   */
  @Override
  void close() throws Exception;

  @Override
  default void run(Fastjava instance) throws Exception {
    close();
  }

  @Override
  default void run(Fastjava instance, Done done) throws Exception {
    close();
    done.done();
  }

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
  interface Async extends CloseHook.Async {
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
}
