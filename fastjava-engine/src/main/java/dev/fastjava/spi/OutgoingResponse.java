package dev.fastjava.spi;

import dev.fastjava.Fastjava;
import dev.fastjava.http.Headers;
import dev.fastjava.mark.ForImplementation;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Where the response to an {@link IncomingRequest} goes: the side of the other server, for {@link
 * Fastjava#routing}.
 *
 * <p>Called by one thread at a time, but not always the same one: {@link #head}, then {@link
 * #write} for each part, then {@link #end}; or {@link #abort} at any time, after which nothing
 * follows. No method may block, as the event loop calls them, too: what has to wait completes the
 * stage of {@link #write} later. An exception, or a stage that fails, means that the client has
 * gone.
 *
 * <p>Headers are those of the application. What belongs to the connection ({@code date}, {@code
 * connection}, {@code transfer-encoding} for a body whose length is not known) is for the other
 * server to add. There is no body for HEAD, and with the status 204 or 304.
 *
 * <p>Reference: Server, routing.
 */
@ForImplementation
public interface OutgoingResponse {
  /**
   * Sends an informational response, before the head. Drops it unless it is overridden.
   *
   * @param status such as 103
   * @param headers its headers
   */
  default void informational(int status, Headers headers) {}

  /**
   * Sends status and headers.
   *
   * @param status the status code
   * @param headers the headers
   */
  void head(int status, Headers headers);

  /**
   * Sends a part of the body.
   *
   * @param part the bytes; read-only, and not changed by anybody later
   * @return completes when the next part may come
   */
  CompletionStage<?> write(ByteBuffer part);

  /**
   * Completes the response.
   *
   * @param trailers what comes after the body; mostly none
   */
  void end(Headers trailers);

  /**
   * Breaks the response off: the other server closes the connection, or resets the stream, so that
   * the client notices.
   *
   * @param cause why; such as the error of {@code rewriteUrl}, or that of a stream of the
   *     application
   */
  void abort(Throwable cause);

  /**
   * Returns what {@link #write} returns when the next part may come at once.
   *
   * @return a completed stage
   */
  static CompletionStage<@Nullable Void> written() {
    return CompletableFuture.completedFuture(null);
  }
}
