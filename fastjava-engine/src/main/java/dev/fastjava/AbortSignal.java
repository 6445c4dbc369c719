package dev.fastjava;

import dev.fastjava.mark.ProvidedByEngine;
import org.jspecify.annotations.Nullable;

/**
 * Tells that nobody waits for the reply any more: the client has gone or the handler's time is up.
 * Thread-safe.
 *
 * <p>Actions run on the thread that notices the abort, mostly an event loop, in every execution
 * mode: they must not block.
 *
 * <p>Reference: Request, signal.
 */
@ProvidedByEngine
public interface AbortSignal {
  /**
   * Returns whether the request is aborted.
   *
   * @return true from then on
   */
  boolean aborted();

  /**
   * Returns why.
   *
   * @return the error of a timeout; null for a client that has gone or while not aborted
   */
  @Nullable Throwable reason();

  /**
   * Runs an action when the request is aborted, or at once when it already is. The action must not
   * block.
   *
   * @param action what to do
   */
  void onAbort(Runnable action);
}
