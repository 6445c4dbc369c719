package dev.fastjava.internal.lifecycle;

import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** What all steps do with what was thrown. */
final class Failures {
  private Failures() {}

  /** The error behind the wrappers that stages put around it. */
  static @Nullable Throwable unwrap(@Nullable Throwable error) {
    Throwable inner = error;
    while ((inner instanceof CompletionException || inner instanceof ExecutionException)
        && inner.getCause() != null) {
      inner = inner.getCause();
    }
    return inner;
  }

  /** Lets through what no application may catch. */
  static void rethrowFatal(Throwable error) {
    if (error instanceof VirtualMachineError fatal && !(error instanceof StackOverflowError)) {
      throw fatal;
    }
  }
}
