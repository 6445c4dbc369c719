package dev.fastjava.internal.netty;

import dev.fastjava.BodyStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;

/** A body that has not arrived completely, for one reader. */
final class ArrivingBody implements BodyStream {
  private final RequestBody body;
  private final BodySource source;
  private final AtomicBoolean taken = new AtomicBoolean();

  ArrivingBody(RequestBody body, BodySource source) {
    this.body = body;
    this.source = source;
  }

  @Override
  public InputStream inputStream() {
    if (!taken.compareAndSet(false, true)) {
      throw RefusedSubscription.readTwice();
    }
    BodyInputStream stream = new BodyInputStream(source.eventLoop(), source.bodyPatience());
    deliverTo(stream);
    return stream;
  }

  @Override
  public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
    if (taken.compareAndSet(false, true)) {
      deliverTo(subscriber);
    } else {
      RefusedSubscription.refuse(subscriber);
    }
  }

  private void deliverTo(Flow.Subscriber<? super ByteBuffer> subscriber) {
    BodyDelivery delivery = new BodyDelivery(subscriber, source);
    subscriber.onSubscribe(delivery);
    body.read(delivery);
  }
}
