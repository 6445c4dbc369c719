package dev.fastjava.internal.lifecycle;

import dev.fastjava.ErrorHandler;
import org.jspecify.annotations.Nullable;

/**
 * A chain of error handlers: that of the route or its context, then those of the contexts above, at
 * the end the default one. An error of a handler goes to the next.
 *
 * @param handler the handler; null for the end of the chain, which writes the error itself
 * @param parent the next handler; null at the end of the chain
 */
public record ErrorHandlers(@Nullable ErrorHandler handler, @Nullable ErrorHandlers parent) {
  /** Behind the default handler: the error is serialized as it is. */
  static final ErrorHandlers WRITE = new ErrorHandlers(null, null);

  /** Behind that: nothing but writing is left, hooks are not run any more. */
  static final ErrorHandlers EXHAUSTED = new ErrorHandlers(null, null);

  /** The chain of a server without error handlers. */
  public static final ErrorHandlers DEFAULT =
      new ErrorHandlers(DefaultErrorHandler.INSTANCE, WRITE);

  /** Puts a handler before this chain. */
  public ErrorHandlers with(ErrorHandler first) {
    return new ErrorHandlers(first, this);
  }
}
