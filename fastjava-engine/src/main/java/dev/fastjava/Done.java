package dev.fastjava;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Completes a step that was given in callback style. It may be called from any thread, once; later
 * calls are ignored and logged. As a {@link BiConsumer} it fits {@link
 * java.util.concurrent.CompletionStage#whenComplete}, of a stage of anything: only the end and the
 * error count.
 *
 * <p>A step that may replace a payload gets a {@link PayloadDone}, one that has to give something a
 * {@link ResultDone}.
 *
 * <p>Synchronous only: it is the end of a step, and nothing comes after it that could wait.
 *
 * <p>Reference: Hooks.
 */
@FunctionalInterface
public interface Done extends BiConsumer<@Nullable Object, @Nullable Throwable> {
  /**
   * Completes the step as a stage has completed.
   *
   * @param value what the stage gave: nothing counts but a stage, which is awaited; a {@link
   *     ResultDone} takes it
   * @param error the failure, or null
   */
  @Override
  void accept(@Nullable Object value, @Nullable Throwable error);

  /** Completes the step successfully. */
  default void done() {
    accept(null, null);
  }

  /**
   * Fails the step.
   *
   * @param error the failure; null, which is none, fails it with a {@link NullPointerException}
   */
  default void fail(Throwable error) {
    // Whoever says so means no success, least of all a guard that lets nobody through.
    accept(
        null,
        error == null ? new NullPointerException("A step has failed without an error") : error);
  }
}
