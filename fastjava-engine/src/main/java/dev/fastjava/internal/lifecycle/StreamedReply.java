package dev.fastjava.internal.lifecycle;

import dev.fastjava.internal.exchange.ResponseStream;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The response to a payload that comes in parts. Its head goes out with the first part: an error
 * before that still becomes an error reply. The parts are given by one thread at a time, which need
 * not be in a segment.
 */
final class StreamedReply {
  private final Call call;
  private final @Nullable ResponseHead head;
  private final @Nullable ReplyTrailers trailers;
  private @Nullable ResponseStream out;

  /**
   * Makes a response that has not begun.
   *
   * @param head null when the response has no body, so that nothing but {@link #sendHead} is left
   */
  StreamedReply(Call call, @Nullable ResponseHead head, @Nullable ReplyTrailers trailers) {
    this.call = call;
    this.head = head;
    this.trailers = trailers;
  }

  boolean isHeadOnly() {
    return head == null;
  }

  /** Where the parts go. */
  ResponseStream out() {
    ResponseStream stream = out;
    if (stream == null) {
      stream = Objects.requireNonNull(head).start(call.exchange);
      out = stream;
    }
    return stream;
  }

  /** The payload has shown that it can be read: that is all that was wanted of it. */
  void sendHead() {
    call.inSegment(
        () -> {
          try {
            PayloadWriter.sendHead(call, trailers);
          } catch (RuntimeException e) {
            call.replying.errors().take(e);
          }
        });
  }

  /** The payload has come to its end. */
  void end() {
    ResponseStream stream = out();
    call.inSegment(
        () -> {
          call.end.sent();
          if (trailers == null) {
            stream.end(Map.of());
          } else {
            trailers.finish(call, null, stream);
          }
        });
  }

  /** The payload cannot be read to its end. */
  void failed(Throwable error) {
    call.inSegment(
        () -> {
          ResponseStream begun = out;
          if (begun == null && call.exchange.isOpen()) {
            call.replying.errors().take(error);
            return;
          }
          call.log().streamFailed(call.reply, error);
          // Without a response that has begun, the abort of the client is the end of the request.
          if (begun != null) {
            call.end.sent();
            begun.abort(error);
          }
        });
  }
}
