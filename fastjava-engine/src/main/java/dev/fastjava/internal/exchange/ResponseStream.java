package dev.fastjava.internal.exchange;

import java.nio.ByteBuffer;
import java.util.Map;

/**
 * The body of a response that is written in parts, by one thread at a time. After {@link
 * ExchangeListener#responseFinished} everything written is dropped.
 */
public interface ResponseStream {
  /**
   * Writes a part.
   *
   * @param part the bytes; copied or consumed before this returns
   * @return false when the client is slow: stop until {@link #onWritable} runs its action
   */
  boolean write(ByteBuffer part);

  /**
   * Runs an action once, when more can be written: at once, or on the event loop later. It also
   * runs when the connection has broken.
   */
  void onWritable(Runnable action);

  /**
   * Completes the response.
   *
   * @param trailers names and values; empty for none
   */
  void end(Map<String, String> trailers);

  /** Breaks the response off so that the client notices. */
  void abort(Throwable cause);
}
