package dev.fastjava.internal.inject;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * Reads a publisher as a blocking stream, one buffer at a time. Subscribes with the first read;
 * closing it cancels the subscription.
 */
final class PublisherInputStream extends InputStream implements Flow.Subscriber<ByteBuffer> {
  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

  private final Flow.Publisher<ByteBuffer> publisher;
  private boolean subscribed;

  // Guarded by this.
  private Flow.@Nullable Subscription subscription;
  private ByteBuffer current = NOTHING;
  private boolean asked;
  private boolean ended;
  private boolean closed;
  private @Nullable Throwable failure;

  PublisherInputStream(Flow.Publisher<ByteBuffer> publisher) {
    this.publisher = publisher;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!subscribed) {
      subscribed = true;
      publisher.subscribe(this);
    }
    while (true) {
      Flow.Subscription source = awaitSubscription();
      boolean ask;
      synchronized (this) {
        if (closed) {
          throw new IOException("The stream is closed");
        }
        if (current.hasRemaining()) {
          int count = Math.min(length, current.remaining());
          current.get(target, offset, count);
          return count;
        }
        if (failure != null) {
          throw new IOException(failure.getMessage(), failure);
        }
        if (ended) {
          return -1;
        }
        ask = !asked;
        asked = true;
      }
      if (ask && source != null) {
        // Outside of the lock: the publisher may deliver, and block, within this call.
        source.request(1);
      }
    }
  }

  /** Waits until there is something to read, to ask or to fail for. */
  private synchronized Flow.@Nullable Subscription awaitSubscription() throws IOException {
    try {
      while (!isOver() && (subscription == null || (asked && !current.hasRemaining()))) {
        wait();
      }
      return subscription;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while reading");
    }
  }

  private boolean isOver() {
    return closed || ended || failure != null;
  }

  @Override
  public void close() {
    Flow.Subscription cancelled;
    synchronized (this) {
      closed = true;
      cancelled = subscription;
      notifyAll();
    }
    if (cancelled != null) {
      cancelled.cancel();
    }
  }

  @Override
  public void onSubscribe(Flow.Subscription newSubscription) {
    boolean cancel;
    synchronized (this) {
      cancel = closed || subscription != null;
      if (!cancel) {
        subscription = newSubscription;
        notifyAll();
      }
    }
    if (cancel) {
      newSubscription.cancel();
    }
  }

  @Override
  public synchronized void onNext(ByteBuffer item) {
    current = item;
    asked = false;
    notifyAll();
  }

  @Override
  public synchronized void onError(Throwable throwable) {
    failure = throwable;
    notifyAll();
  }

  @Override
  public synchronized void onComplete() {
    ended = true;
    notifyAll();
  }
}
