package dev.fastjava;

import org.jspecify.annotations.Nullable;

/**
 * Computes the value of a trailer when the payload has been sent.
 *
 * <p>Reference: Reply, trailer.
 */
public interface Trailer {
  /**
   * Computes the value.
   *
   * @param reply the reply
   * @param payload the payload; null for a stream
   * @param done takes the value; an error leaves the trailer out
   * @throws Exception leaves the trailer out
   */
  void compute(Reply reply, @Nullable Object payload, Done done) throws Exception;
}
