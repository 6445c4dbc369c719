package dev.fastjava.internal.lifecycle;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * What is done with anything that user code throws: looked into, let through, or thrown on as it
 * is.
 */
public final class Thrown {
  private Thrown() {}

  /** The error of a stage without the wrappers around it; null when there is none. */
  static @Nullable Throwable unwrap(@Nullable Throwable error) {
    return error == null ? null : inner(error);
  }

  /** The error behind the wrappers that stages, and {@code join} and {@code get}, put around it. */
  public static Throwable inner(Throwable error) {
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

  /** Calls and lets every exception through unchanged. */
  public static <T extends @Nullable Object> T call(Callable<T> action) {
    try {
      return action.call();
    } catch (Exception e) {
      throw sneaky(e);
    }
  }

  /** Throws any throwable unchanged. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // the cast is erased on purpose
  public static <E extends Throwable> RuntimeException sneaky(Throwable error) throws E {
    throw (E) error;
  }
}
