package dev.fastjava;

import org.jspecify.annotations.Nullable;

/**
 * Computes the value of a trailer when the payload has been sent.
 *
 * <p>Reference: Reply, trailer.
 */
@FunctionalInterface
public interface Trailer {
  /**
   * Computes the value.
   *
   * @param reply the reply
   * @param payload the text or bytes that were sent; null for a stream, publisher or file
   * @return the value, or a {@link java.util.concurrent.CompletionStage} of it; null, or a text
   *     that no header may have, leaves the trailer out
   * @throws Exception leaves the trailer out; logged at debug
   */
  @Nullable Object compute(Reply reply, @Nullable Object payload) throws Exception;

  /**
   * Computes the value of a trailer when the payload has been sent, and completes later.
   *
   * <p>Reference: Reply, trailer.
   */
  @FunctionalInterface
  interface Callback {
    /**
     * Computes the value.
     *
     * @param reply the reply
     * @param payload the text or bytes that were sent; null for a stream, publisher or file
     * @param done takes the value, from any thread, once; the response ends after it. An error
     *     leaves the trailer out and is logged at debug
     * @throws Exception leaves the trailer out; logged at debug
     */
    void compute(Reply reply, @Nullable Object payload, ResultDone done) throws Exception;
  }
}
