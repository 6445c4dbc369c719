package dev.fastjava.internal.netty;

import dev.fastjava.BodyStream;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;

/** A body that has arrived completely: reading it never waits. */
final class WholeBody implements BodyStream {
  private final byte[] bytes;
  private final AtomicBoolean taken = new AtomicBoolean();

  WholeBody(byte[] bytes) {
    this.bytes = bytes;
  }

  @Override
  public InputStream inputStream() {
    if (!taken.compareAndSet(false, true)) {
      throw RefusedSubscription.readTwice();
    }
    return new ByteArrayInputStream(bytes);
  }

  @Override
  public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
    if (!taken.compareAndSet(false, true)) {
      RefusedSubscription.refuse(subscriber);
      return;
    }
    Delivery delivery = new Delivery(bytes, subscriber);
    subscriber.onSubscribe(delivery);
    if (bytes.length == 0) {
      delivery.finish();
    }
  }

  private static final class Delivery implements Flow.Subscription {
    private final byte[] bytes;
    private final Flow.Subscriber<? super ByteBuffer> subscriber;
    private final AtomicBoolean over = new AtomicBoolean();

    Delivery(byte[] bytes, Flow.Subscriber<? super ByteBuffer> subscriber) {
      this.bytes = bytes;
      this.subscriber = subscriber;
    }

    @Override
    public void request(long count) {
      if (!over.compareAndSet(false, true)) {
        return;
      }
      if (count <= 0) {
        subscriber.onError(new IllegalArgumentException("Requested " + count + " pieces"));
        return;
      }
      if (bytes.length > 0) {
        subscriber.onNext(ByteBuffer.wrap(bytes));
      }
      subscriber.onComplete();
    }

    @Override
    public void cancel() {
      over.set(true);
    }

    void finish() {
      if (over.compareAndSet(false, true)) {
        subscriber.onComplete();
      }
    }
  }
}
