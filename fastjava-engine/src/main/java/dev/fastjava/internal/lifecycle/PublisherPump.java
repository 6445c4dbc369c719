package dev.fastjava.internal.lifecycle;

import dev.fastjava.internal.exchange.ResponseStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Sends what a publisher publishes, asking for the next part when the client has taken the last
 * one. Parts are {@link ByteBuffer}, {@code byte[]} or texts. The head goes out with the first
 * part: an error before it still becomes an error reply.
 */
final class PublisherPump implements Flow.Subscriber<Object> {
  private final Call call;
  private final StreamedReply reply;
  private final AtomicBoolean over = new AtomicBoolean();
  private volatile Flow.@Nullable Subscription subscription;

  private PublisherPump(Call call, StreamedReply reply) {
    this.call = call;
    this.reply = reply;
  }

  /** Starts to send what is published. Without a body to send, the first part is waited for. */
  @SuppressWarnings("unchecked") // parts are checked one by one
  static void start(Call call, Flow.Publisher<?> publisher, StreamedReply reply) {
    PublisherPump pump = new PublisherPump(call, reply);
    call.request.signal().onAbort(pump::cancel);
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
    if (reply.isHeadOnly()) {
      if (end()) {
        reply.sendHead();
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
        reply.failed(
            new IllegalArgumentException(
                "A published part must be a ByteBuffer, byte[] or text",
                new ClassCastException(part.getClass().getName())));
      }
      return;
    }
    ResponseStream stream;
    try {
      stream = reply.out();
    } catch (RuntimeException e) {
      // The head is refused: no failure of the publisher, which would not know what to do with it.
      if (end()) {
        reply.failed(e);
      }
      return;
    }
    if (stream.write(bytes)) {
      next();
    } else {
      stream.onWritable(() -> call.inScope(this::next));
    }
  }

  private void next() {
    Flow.Subscription current = subscription;
    if (current == null) {
      return;
    }
    if (call.exchange.isOpen()) {
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

  @Override
  public void onError(@Nullable Throwable error) {
    if (over.compareAndSet(false, true)) {
      reply.failed(
          error == null ? new NullPointerException("onError was called with null") : error);
    }
  }

  @Override
  public void onComplete() {
    if (!over.compareAndSet(false, true)) {
      return;
    }
    if (reply.isHeadOnly()) {
      reply.sendHead();
      return;
    }
    try {
      reply.out();
    } catch (RuntimeException e) {
      reply.failed(e);
      return;
    }
    reply.end();
  }
}
