package dev.fastjava;

import org.jspecify.annotations.Nullable;

/**
 * Completes a step in callback style that has a result: a body parser, a trailer or a constraint.
 * The value of a stage that ends in {@code whenComplete(done)} is the result; {@link #done()} ends
 * the step without one.
 *
 * <p>Synchronous only: it is the end of a step, and nothing comes after it that could wait. Threads
 * and repeated calls as for {@link Done}.
 *
 * <p>Reference: ContentTypeParser; Reply, trailer; Server, addConstraintStrategy.
 */
@FunctionalInterface
public interface ResultDone extends Done {
  /**
   * Completes the step as a stage has completed.
   *
   * @param value the result; null for none
   * @param error the failure, or null
   */
  @Override
  void accept(@Nullable Object value, @Nullable Throwable error);

  /**
   * Completes the step with its result.
   *
   * @param result the result; null for none. A stage is awaited for parsers and trailers, and its
   *     value is the result
   */
  default void done(@Nullable Object result) {
    accept(result, null);
  }
}
