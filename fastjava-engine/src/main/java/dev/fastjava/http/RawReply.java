package dev.fastjava.http;

import dev.fastjava.Reply;
import dev.fastjava.mark.ProvidedByEngine;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The response below the framework, at your own risk: what is written here skips hooks and
 * serialization. Use it after {@link Reply#hijack()}.
 *
 * <p>Reference: Reply, raw.
 */
@ProvidedByEngine
public interface RawReply {
  /**
   * Sets the status code.
   *
   * @param statusCode 100 to 599
   * @return this
   */
  RawReply statusCode(int statusCode);

  /**
   * Sets a header on the response itself.
   *
   * @param name the name
   * @param value a text or a list of texts
   * @return this
   */
  RawReply setHeader(String name, Object value);

  /**
   * Removes a header from the response itself.
   *
   * @param name the name
   * @return this
   */
  RawReply removeHeader(String name);

  /**
   * Returns a header set on the response itself.
   *
   * @param name the name, in any case
   * @return the value, several lines joined by commas; null when absent
   */
  @Nullable String getHeader(String name);

  /**
   * Sets the status code and headers of the response.
   *
   * @param statusCode 100 to 599
   * @param headers names and values
   * @return this
   */
  RawReply writeHead(int statusCode, Map<String, ?> headers);

  /**
   * Writes a part of the body; the head goes out with the first one.
   *
   * @param bytes the part
   * @return completes when the transport has taken it; exceptionally with an {@code
   *     IllegalStateException} when the response has been sent already
   */
  CompletionStage<Void> write(byte[] bytes);

  /**
   * Writes the last part of the body and completes the response.
   *
   * @param bytes the last part; may be empty
   * @return completes when the transport has taken it; exceptionally with an {@code
   *     IllegalStateException} when the response has been sent already
   */
  CompletionStage<Void> end(byte[] bytes);

  /**
   * Returns whether the head has been written.
   *
   * @return true from then on
   */
  boolean headersSent();

  /**
   * Returns whether the response is complete.
   *
   * @return true from then on
   */
  boolean ended();

  /**
   * Returns how much of the body the connection was given so far, without the chunks around it:
   * nothing for HEAD, for statuses without a body, and when the client was gone before. Exact when
   * the response is over.
   *
   * @return bytes
   */
  long bytesWritten();

  /** Closes the connection at once. */
  void destroy();
}
