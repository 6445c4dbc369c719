package dev.fastjava.internal.netty;

import dev.fastjava.BodyStream;
import dev.fastjava.internal.exchange.BodyInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Condition;

/** A body that has not arrived completely, for one reader. */
final class ArrivingBody implements BodyStream {
  /** How many pieces may be under way from the event loop to a thread that reads. */
  private static final int AHEAD = 4;

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
    BodyInputStream stream = new BodyInputStream(AHEAD, new Waiting(source));
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

  /** How a thread waits for the body: not on the event loop, and not for ever. */
  private static final class Waiting implements BodyInputStream.Patience {
    private final BodySource source;
    private final BodyPatience.Left patience;

    Waiting(BodySource source) {
      this.source = source;
      this.patience = source.bodyPatience().new Left();
    }

    @Override
    @SuppressWarnings("WaitNotInLoop") // the stream looks for pieces in one
    public void await(Condition changed) throws IOException, InterruptedException {
      if (source.eventLoop().inEventLoop()) {
        throw new IllegalStateException(
            "Reading the request body would block the event loop: subscribe to it, or let the"
                + " route run on worker threads");
      }
      long nanos = patience.nanos();
      if (nanos <= 0) {
        throw new BodyTimeoutException();
      }
      long start = System.nanoTime();
      var unused = changed.awaitNanos(nanos);
      patience.waited(System.nanoTime() - start);
    }

    @Override
    public void received(int bytes) {
      patience.received(bytes);
    }
  }
}
