package dev.fastjava.internal.lifecycle;

import dev.fastjava.ErrorHandler;
import org.jspecify.annotations.Nullable;

/**
 * A chain of error handlers: that of the route or its context, then those of the contexts above, at
 * the end the default one. An error of a handler goes to the next. Compared by identity.
 */
public final class ErrorHandlers {
  /** Behind the default handler: the error is serialized as it is. */
  static final ErrorHandlers WRITE = new ErrorHandlers(null, null);

  /** Behind that: nothing but writing is left, hooks are not run any more. */
  static final ErrorHandlers EXHAUSTED = new ErrorHandlers(null, null);

  /** The chain of a server without error handlers. */
  public static final ErrorHandlers DEFAULT =
      new ErrorHandlers(DefaultErrorHandler.INSTANCE, WRITE);

  private final @Nullable ErrorHandler handler;
  private final @Nullable ErrorHandlers parent;

  private ErrorHandlers(@Nullable ErrorHandler handler, @Nullable ErrorHandlers parent) {
    this.handler = handler;
    this.parent = parent;
  }

  /** Puts a handler before this chain. */
  public ErrorHandlers with(ErrorHandler first) {
    return new ErrorHandlers(first, this);
  }

  /** The handler; null at the end of the chain, which writes the error itself. */
  public @Nullable ErrorHandler handler() {
    return handler;
  }

  /** The next handler; null at the end of the chain. */
  @Nullable ErrorHandlers parent() {
    return parent;
  }
}
