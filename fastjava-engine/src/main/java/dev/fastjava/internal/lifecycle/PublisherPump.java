package dev.fastjava.internal.lifecycle;

import dev.fastjava.internal.exchange.ResponseStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
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
  private final ResponseHead head;
  private final @Nullable ReplyTrailers trailers;
  private final AtomicBoolean over = new AtomicBoolean();
  private volatile Flow.@Nullable Subscription subscription;
  private @Nullable ResponseStream out;

  private PublisherPump(RequestCycle cycle, ResponseHead head, @Nullable ReplyTrailers trailers) {
    this.cycle = cycle;
    this.head = head;
    this.trailers = trailers;
  }

  @SuppressWarnings("unchecked") // parts are checked one by one
  static void start(
      RequestCycle cycle,
      Flow.Publisher<?> publisher,
      ResponseHead head,
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
    ByteBuffer bytes;
    if (part instanceof ByteBuffer buffer) {
      bytes = buffer;
    } else if (part instanceof byte[] array) {
      bytes = ByteBuffer.wrap(array);
    } else if (part instanceof CharSequence text) {
      bytes = StandardCharsets.UTF_8.encode(text.toString());
    } else {
      cancel();
      over.set(false);
      onError(
          new IllegalArgumentException(
              "A published part must be a ByteBuffer, byte[] or text, not "
                  + part.getClass().getName()));
      return;
    }
    ResponseStream stream = out();
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
    Flow.Subscription current = subscription;
    if (over.compareAndSet(false, true) && current != null) {
      current.cancel();
    }
  }

  @Override
  public void onError(Throwable error) {
    if (!over.compareAndSet(false, true)) {
      return;
    }
    cycle.inSegment(
        () -> {
          if (out == null && cycle.exchange.isOpen()) {
            cycle.errorHooks(error);
            return;
          }
          cycle.log().streamFailed(cycle.reply, error);
          cycle.state = ReplyPipeline.State.ENDED;
          if (out != null) {
            out.abort(error);
          }
        });
  }

  @Override
  public void onComplete() {
    if (!over.compareAndSet(false, true)) {
      return;
    }
    ResponseStream stream = out();
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
      stream = head.start(cycle.exchange);
      out = stream;
    }
    return stream;
  }
}
