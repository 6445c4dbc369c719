package dev.fastjava;

import dev.fastjava.mark.ProvidedByEngine;
import java.io.IOException;
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
@ProvidedByEngine
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

  /** Turns received bytes into those that a parser gets. */
  @FunctionalInterface
  interface Decoder {
    /**
     * Starts to decode.
     *
     * @param received the bytes as received
     * @return the decoded bytes, such as {@code new GZIPInputStream(received)}
     * @throws IOException if the beginning is not understood
     */
    InputStream decode(InputStream received) throws IOException;
  }

  /**
   * Makes the body that a preParsing hook returns to have this one decoded. The decoder is made
   * when the body is read; what it does not understand is answered with 400. Bytes are counted
   * before decoding, so that {@code content-length} is right, and limited after it.
   *
   * @param decoder decodes the bytes, such as {@code GZIPInputStream::new}
   * @return the decoded body, to be read as an input stream
   */
  default BodyStream decode(Decoder decoder) {
    return new DecodedBody(this, decoder);
  }

  /**
   * Makes a body of a stream, for a preParsing hook that replaces it. What the count says at the
   * end is compared with {@code content-length}; {@link #decode} counts by itself.
   *
   * @param in the new bytes; closed when consumed
   * @param receivedEncodedLength counts the bytes received before decoding
   * @return the body
   */
  static BodyStream of(InputStream in, LongSupplier receivedEncodedLength) {
    return new ReplacedBody(in, receivedEncodedLength);
  }

  /**
   * Makes a body of a stream, for a preParsing hook that replaces it by one that is as long as the
   * {@code content-length} says.
   *
   * @param in the new bytes; closed when consumed
   * @return the body
   */
  static BodyStream of(InputStream in) {
    return new ReplacedBody(in, () -> 0);
  }
}
