package dev.fastjava;

import dev.fastjava.mark.ProvidedByEngine;
import org.jspecify.annotations.Nullable;

/**
 * Completes a hook in callback style that may replace the payload: with {@link #done()} the payload
 * stays as it was, with {@link #done(Object)} there is another one. The value of a stage that ends
 * in {@code whenComplete(done)} is no payload, so that {@code audit(request).whenComplete(done)}
 * leaves it alone.
 *
 * <p>Made by the framework, not by applications. Threads and repeated calls as for {@link Done}.
 *
 * <p>Reference: Hooks, preParsing, preSerialization and onSend.
 */
@ProvidedByEngine
public interface PayloadDone extends Done {
  /**
   * Completes the step with a new payload.
   *
   * @param payload the payload from now on; null for an empty body, in {@code preParsing} for the
   *     one so far; a stage is awaited, and its value is the payload
   */
  void done(@Nullable Object payload);
}
