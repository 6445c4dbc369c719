package dev.fastjava.internal.exchange;

import dev.fastjava.BodyStream;
import dev.fastjava.http.RawRequest;
import java.nio.channels.FileChannel;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * One request and its response on some transport. The lifecycle is the only caller. Reading methods
 * are called by one thread at a time; writing methods may be called from any thread, in order.
 */
public interface Exchange extends RawRequest {
  /** Sets the target that routing and handlers see; {@link #originalUrl()} stays. */
  void rewriteUrl(String url);

  /** Whether the request is HTTP/2, where trailers need no chunked encoding. */
  boolean isHttp2();

  /** Runs tasks on the event loop of the connection, in order, later or at once when on it. */
  Executor eventLoop();

  /** Tells who is to be told what happens to the connection. Set once, before anything else. */
  void listener(ExchangeListener listener);

  // The request body: exactly one of the two readers may be used, once.

  /**
   * Collects the whole body. The receiver is called once, on the event loop or within this call.
   *
   * @param limit bytes; one more and the receiver gets {@link BodyReceiver#tooLarge()}
   */
  void collectBody(long limit, BodyReceiver receiver);

  /** The body as it arrives, with back-pressure to the client. */
  BodyStream bodyStream();

  /**
   * Whether the client has not sent all of the body yet, so that who reads it has to wait. From any
   * thread.
   */
  default boolean bodyIsArriving() {
    return false;
  }

  // The response. Status and headers are checked by the lifecycle and final when they get here.

  /** Sends an informational response such as 103. Completes when it is written. */
  CompletionStage<Void> sendInformational(int status, ResponseHeaders headers);

  /**
   * Sends a complete response. The transport leaves the body out for HEAD, 204 and 304, and adds
   * {@code date}, {@code connection} and {@code keep-alive}; other headers are as given, and
   * without a {@code content-length} the body goes in chunks.
   *
   * @param body holds the bytes; not touched by the caller afterwards
   */
  void send(int status, ResponseHeaders headers, byte[] body, int offset, int length);

  /** Sends a file without copying it through the heap; closes the channel. */
  void sendFile(int status, ResponseHeaders headers, FileChannel file, long position, long count);

  /** Starts a streamed response. The head goes out with the first bytes or at the end. */
  ResponseStream startStream(int status, ResponseHeaders headers);

  /** Whether the head of the response was handed to the connection. */
  boolean headSent();

  /** How many bytes of the body were given to the connection; exact once the response is over. */
  long bytesWritten();

  /** Whether the connection is still open, as far as known. */
  boolean isOpen();

  /**
   * Whether a request that is about to begin on a thread other than the event loop has to wait, as
   * the client takes nothing of what it gets already. Asked once at most.
   *
   * @param expected how large the response will be, as far as known; negative for not at all
   * @param begin is run then, once, on any thread and soon: it must not block
   */
  default boolean holdsBack(long expected, Runnable begin) {
    return false;
  }

  /**
   * Nothing runs for this exchange any more though it has no response yet: somebody may still give
   * one, or nobody will. From any thread.
   */
  default void left() {}

  /** Closes the connection at once, what was written before may be lost. */
  void destroy(@Nullable Throwable cause);
}
