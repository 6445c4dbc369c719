package dev.fastjava.internal.inject;

import dev.fastjava.BodyStream;
import dev.fastjava.internal.exchange.BodyInputStream;
import dev.fastjava.internal.exchange.BodyReceiver;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** The payload of an injected request as the application reads it. */
final class InjectedBody implements BodyStream {
  private final InjectedRequest request;
  private final Executor eventLoop;
  private final Runnable closeConnection;
  private final AtomicBoolean taken = new AtomicBoolean();
  private volatile @Nullable InjectedBodySubscription subscription;
  private volatile boolean aborted;

  InjectedBody(InjectedRequest request, Executor eventLoop, Runnable closeConnection) {
    this.request = request;
    this.eventLoop = eventLoop;
    this.closeConnection = closeConnection;
  }

  /** Collects the payload; one that is there as a whole is received within this call. */
  void collect(long limit, BodyReceiver receiver) {
    if (request.payload() instanceof byte[] bytes && request.simulations().isEmpty()) {
      take();
      if (bytes.length > limit) {
        receiver.tooLarge();
      } else {
        receiver.received(bytes.clone());
      }
      return;
    }
    subscribe(new Collector(limit, receiver, eventLoop));
  }

  @Override
  public InputStream inputStream() {
    if (request.payload() instanceof byte[] bytes && request.simulations().isEmpty()) {
      take();
      return new ByteArrayInputStream(bytes);
    }
    return BodyInputStream.of(this);
  }

  @Override
  public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
    take();
    InjectedBodySubscription created =
        new InjectedBodySubscription(request, subscriber, closeConnection);
    subscription = created;
    subscriber.onSubscribe(created);
    if (aborted) {
      abort();
    }
    created.start();
  }

  private void take() {
    if (taken.getAndSet(true)) {
      throw new IllegalStateException("The body of the request is already consumed");
    }
  }

  /** Tells a reader that the client has gone. */
  void abort() {
    aborted = true;
    InjectedBodySubscription current = subscription;
    if (current != null) {
      current.fail(new IOException("aborted"));
    }
  }

  private static final class Collector implements Flow.Subscriber<ByteBuffer> {
    private final long limit;
    private final BodyReceiver receiver;
    private final Executor eventLoop;
    private final ByteArrayOutputStream collected = new ByteArrayOutputStream();
    private Flow.@Nullable Subscription subscription;
    private boolean done;

    Collector(long limit, BodyReceiver receiver, Executor eventLoop) {
      this.limit = limit;
      this.receiver = receiver;
      this.eventLoop = eventLoop;
    }

    @Override
    public void onSubscribe(Flow.Subscription newSubscription) {
      subscription = newSubscription;
      newSubscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(ByteBuffer item) {
      if (done) {
        return;
      }
      if (collected.size() + (long) item.remaining() > limit) {
        done = true;
        collected.reset();
        if (subscription != null) {
          subscription.cancel();
        }
        eventLoop.execute(receiver::tooLarge);
        return;
      }
      byte[] bytes = new byte[item.remaining()];
      item.get(bytes);
      collected.writeBytes(bytes);
    }

    @Override
    public void onError(Throwable throwable) {
      if (!done) {
        done = true;
        eventLoop.execute(() -> receiver.failed(throwable));
      }
    }

    @Override
    public void onComplete() {
      if (!done) {
        done = true;
        eventLoop.execute(() -> receiver.received(collected.toByteArray()));
      }
    }
  }
}
