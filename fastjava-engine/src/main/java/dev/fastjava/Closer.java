package dev.fastjava;

/**
 * An onClose step without a parameter. {@code app.onClose(producer::close)} is one, whatever other
 * methods of that name the producer has: as it is a {@link CloseHook} and a {@link
 * CallbackCloseHook} too, the compiler prefers it.
 *
 * <p>A stage its lambda ends with is dropped; {@link AsyncCloser} waits for it.
 *
 * <p>Reference: Hooks, onClose.
 */
@FunctionalInterface
@SuppressWarnings({
  "try", // what may be interrupted is up to the application
  "FunctionalInterfaceMethodChanged" // the same step in its other forms
})
public interface Closer extends AutoCloseable, CloseHook, CallbackCloseHook {
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
}
