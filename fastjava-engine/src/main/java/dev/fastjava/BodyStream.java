package dev.fastjava;

import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;
import java.util.function.LongSupplier;

/**
 * The bytes of a request body as they arrive. It can be consumed once, either as a publisher (never
 * blocks, at the subscriber's pace) or as an input stream (blocks; not on the event loop).
 *
 * <p>Reference: Hooks, preParsing; ContentTypeParser.
 */
public interface BodyStream extends Flow.Publisher<ByteBuffer> {
  /**
   * Returns the bytes as a blocking stream.
   *
   * @return the stream; reading it fails when the client goes away
   */
  InputStream inputStream();

  /**
   * Returns how many bytes came in before decoding, for a body that was decoded on the way. It is
   * compared with {@code content-length} and the body limit.
   *
   * @return the count so far; 0 when the body was not decoded
   */
  default long receivedEncodedLength() {
    return 0;
  }

  /**
   * Makes a body of a stream, for a preParsing hook that replaces it.
   *
   * @param in the new bytes; closed when consumed
   * @param receivedEncodedLength counts the bytes received before decoding
   * @return the body
   */
  static BodyStream of(InputStream in, LongSupplier receivedEncodedLength) {
    return new ReplacedBody(in, receivedEncodedLength);
  }

  /**
   * Makes a body of a stream, for a preParsing hook that replaces it.
   *
   * @param in the new bytes; closed when consumed
   * @return the body
   */
  static BodyStream of(InputStream in) {
    return new ReplacedBody(in, () -> 0);
  }
}
