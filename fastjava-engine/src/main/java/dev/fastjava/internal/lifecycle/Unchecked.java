package dev.fastjava.internal.lifecycle;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Lets checked exceptions of user code through API methods that declare none, as they are. */
public final class Unchecked {
  private Unchecked() {}

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
