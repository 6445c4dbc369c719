package dev.fastjava.internal.boot;

import dev.fastjava.Done;
import dev.fastjava.internal.lifecycle.Thrown;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** A stage by which a plugin, a boot step or a hook of the application tells its end. */
final class AwaitedStage {
  private AwaitedStage() {}

  /** Tells the end of what a step in asynchronous form has returned. */
  static void end(@Nullable CompletionStage<?> stage, Done done) {
    if (stage == null) {
      throw new NullPointerException(
          "A plugin, step or hook of the application returned null for a stage");
    }
    stage.whenComplete((value, failure) -> done.accept(null, cause(failure)));
  }

  /** Completes a future with the end that is told. */
  static Done completing(CompletableFuture<Void> future) {
    return (value, failure) -> complete(future, failure);
  }

  /** Completes a future, with an error or without. */
  static void complete(CompletableFuture<Void> future, @Nullable Throwable failure) {
    if (failure == null) {
      future.complete(null);
    } else {
      future.completeExceptionally(failure);
    }
  }

  /** Takes a stage given to {@code done} for one whose end is meant. */
  static Done within(Done done) {
    return (value, failure) -> {
      if (failure == null && value instanceof CompletionStage<?> stage) {
        end(stage, done);
      } else {
        done.accept(null, cause(failure));
      }
    };
  }

  /** The error itself: a chained stage wraps it. */
  static @Nullable Throwable cause(@Nullable Throwable failure) {
    return failure == null ? null : Thrown.inner(failure);
  }
}
