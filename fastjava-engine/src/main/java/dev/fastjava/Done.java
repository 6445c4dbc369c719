package dev.fastjava;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Completes a step that was given in callback style. It may be called from any thread, once; later
 * calls are ignored and logged. As a {@link BiConsumer} it fits {@link
 * java.util.concurrent.CompletionStage#whenComplete}.
 *
 * <p>The value of such a stage is the result of a body parser or a trailer. For hooks it means
 * nothing: only {@link #done(Object)} changes a payload, so that {@code
 * audit(request).whenComplete(done)} leaves it alone.
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
   * @param value the result of a body parser or trailer; ignored by hooks and other steps
   * @param error the failure, or null
   */
  @Override
  void accept(@Nullable Object value, @Nullable Throwable error);

  /** Completes the step successfully; a payload stays as it was. */
  default void done() {
    accept(UNCHANGED, null);
  }

  /**
   * Completes the step with a new payload.
   *
   * @param payload the payload from now on; null for an empty body; a stage is awaited, and its
   *     value is the payload
   */
  default void done(@Nullable Object payload) {
    accept(payload, null);
  }

  /**
   * Fails the step.
   *
   * @param error the failure
   */
  default void fail(Throwable error) {
    accept(null, error);
  }

  /** The value that stands for a payload that stays as it was. */
  Object UNCHANGED =
      new Object() {
        @Override
        public String toString() {
          return "unchanged";
        }
      };
}
