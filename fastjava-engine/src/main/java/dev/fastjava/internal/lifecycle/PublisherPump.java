package dev.fastjava.internal.lifecycle;

import dev.fastjava.internal.exchange.ResponseStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Sends what a publisher publishes, asking for the next part when the client has taken the last
 * one. Parts are {@link ByteBuffer}, {@code byte[]} or texts. The head goes out with the first
 * part: an error before it still becomes an error reply.
 */
final class PublisherPump implements Flow.Subscriber<Object> {
  private final RequestCycle cycle;
  private final @Nullable ResponseHead head;
  private final @Nullable ReplyTrailers trailers;
  private final AtomicBoolean over = new AtomicBoolean();
  private volatile Flow.@Nullable Subscription subscription;
  private @Nullable ResponseStream out;

  private PublisherPump(
      RequestCycle cycle, @Nullable ResponseHead head, @Nullable ReplyTrailers trailers) {
    this.cycle = cycle;
    this.head = head;
    this.trailers = trailers;
  }

  /**
   * Starts to send what is published.
   *
   * @param head null when the response has no body: then the publisher is cancelled as soon as it
   *     has shown that it has something to publish
   */
  @SuppressWarnings("unchecked") // parts are checked one by one
  static void start(
      RequestCycle cycle,
      Flow.Publisher<?> publisher,
      @Nullable ResponseHead head,
      @Nullable ReplyTrailers trailers) {
    PublisherPump pump = new PublisherPump(cycle, head, trailers);
    cycle.request.signal().onAbort(pump::cancel);
    ((Flow.Publisher<Object>) publisher).subscribe(pump);
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    this.subscription = subscription;
    if (over.get()) {
      subscription.cancel();
    } else {
      subscription.request(1);
    }
  }

  @Override
  public void onNext(Object part) {
    if (over.get()) {
      return;
    }
    if (head == null) {
      if (end()) {
        cycle.inSegment(this::sendHead);
      }
      return;
    }
    ByteBuffer bytes;
    if (part instanceof ByteBuffer buffer) {
      bytes = buffer;
    } else if (part instanceof byte[] array) {
      bytes = ByteBuffer.wrap(array);
    } else if (part instanceof CharSequence text) {
      bytes = StandardCharsets.UTF_8.encode(text.toString());
    } else {
      if (end()) {
        failed(
            new IllegalArgumentException(
                "A published part must be a ByteBuffer, byte[] or text, not "
                    + part.getClass().getName()));
      }
      return;
    }
    ResponseStream stream;
    try {
      stream = out();
    } catch (RuntimeException e) {
      // The head is refused: no failure of the publisher, which would not know what to do with it.
      if (end()) {
        failed(e);
      }
      return;
    }
    if (stream.write(bytes)) {
      next();
    } else {
      stream.onWritable(() -> cycle.inScope(this::next));
    }
  }

  private void next() {
    Flow.Subscription current = subscription;
    if (current == null) {
      return;
    }
    if (cycle.exchange.isOpen()) {
      current.request(1);
    } else {
      cancel();
    }
  }

  private void cancel() {
    var unused = end();
  }

  /** Ends the publication from this side; returns false when it was over before. */
  private boolean end() {
    Flow.Subscription current = subscription;
    if (!over.compareAndSet(false, true)) {
      return false;
    }
    if (current != null) {
      current.cancel();
    }
    return true;
  }

  private void sendHead() {
    try {
      PayloadWriter.sendHead(cycle, trailers);
    } catch (RuntimeException e) {
      cycle.errorHooks(e);
    }
  }

  @Override
  public void onError(@Nullable Throwable error) {
    if (over.compareAndSet(false, true)) {
      failed(error == null ? new NullPointerException("onError was called with null") : error);
    }
  }

  /** The one end of the publication was an error. */
  private void failed(Throwable error) {
    cycle.inSegment(
        () -> {
          if (out == null && cycle.exchange.isOpen()) {
            cycle.errorHooks(error);
            return;
          }
          cycle.log().streamFailed(cycle.reply, error);
          // Without a response that has begun, the abort of the client is the end of the request.
          if (out != null) {
            cycle.state = ReplyPipeline.State.ENDED;
            out.abort(error);
          }
        });
  }

  @Override
  public void onComplete() {
    if (!over.compareAndSet(false, true)) {
      return;
    }
    if (head == null) {
      cycle.inSegment(this::sendHead);
      return;
    }
    ResponseStream stream;
    try {
      stream = out();
    } catch (RuntimeException e) {
      failed(e);
      return;
    }
    cycle.inSegment(
        () -> {
          cycle.state = ReplyPipeline.State.ENDED;
          if (trailers == null) {
            stream.end(Map.of());
          } else {
            trailers.finish(cycle, null, stream);
          }
        });
  }

  private ResponseStream out() {
    ResponseStream stream = out;
    if (stream == null) {
      stream = Objects.requireNonNull(head).start(cycle.exchange);
      out = stream;
    }
    return stream;
  }
}
