package dev.fastjava.internal.netty;

import io.netty.util.concurrent.EventExecutor;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Objects;
import java.util.concurrent.Flow;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A body that arrives, read by a thread that may wait for it. Locks instead of synchronized blocks:
 * they let a virtual thread go on every JDK that has them.
 */
final class BodyInputStream extends InputStream implements Flow.Subscriber<ByteBuffer> {
  /** How many pieces may be under way from the event loop. */
  private static final int AHEAD = 4;

  private final EventExecutor loop;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final ArrayDeque<ByteBuffer> pieces = new ArrayDeque<>();
  private Flow.@Nullable Subscription subscription;
  private boolean complete;
  private @Nullable Throwable failure;
  private boolean closed;
  private final BodyPatience.Left patience;

  /**
   * Makes a stream without bytes yet.
   *
   * @param patience how long a reader may wait for bytes
   */
  BodyInputStream(EventExecutor loop, BodyPatience patience) {
    this.loop = loop;
    this.patience = patience.new Left();
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    this.subscription = subscription;
    subscription.request(AHEAD);
  }

  @Override
  public void onNext(ByteBuffer piece) {
    change(
        () -> {
          pieces.add(piece);
          patience.received(piece.remaining());
        });
  }

  @Override
  public void onError(Throwable cause) {
    change(() -> failure = cause);
  }

  @Override
  public void onComplete() {
    change(() -> complete = true);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, target.length);
    if (length == 0) {
      return 0;
    }
    boolean used;
    int count;
    lock.lock();
    try {
      ByteBuffer piece = next();
      if (piece == null) {
        return -1;
      }
      count = Math.min(length, piece.remaining());
      piece.get(target, offset, count);
      used = !piece.hasRemaining();
      if (used) {
        pieces.remove();
      }
    } finally {
      lock.unlock();
    }
    if (used) {
      requestOne();
    }
    return count;
  }

  @Override
  public int available() throws IOException {
    lock.lock();
    try {
      failWhenClosed();
      ByteBuffer piece = pieces.peek();
      return piece == null ? 0 : piece.remaining();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      if (closed) {
        return;
      }
      closed = true;
      pieces.clear();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    if (subscription != null) {
      subscription.cancel();
    }
  }

  /** Waits for the next piece; null at the end. */
  private @Nullable ByteBuffer next() throws IOException {
    failWhenClosed();
    while (pieces.isEmpty()) {
      if (failure != null) {
        throw new IOException(failure.getMessage(), failure);
      }
      if (complete) {
        return null;
      }
      if (loop.inEventLoop()) {
        throw new IllegalStateException(
            "Reading the request body would block the event loop: subscribe to it, or let the"
                + " route run on worker threads");
      }
      try {
        long nanos = patience.nanos();
        if (nanos <= 0) {
          throw new BodyTimeoutException();
        }
        long start = System.nanoTime();
        var unused = changed.awaitNanos(nanos);
        patience.waited(System.nanoTime() - start);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException("Interrupted while waiting for the request body");
      }
      failWhenClosed();
    }
    return pieces.element();
  }

  private void failWhenClosed() throws IOException {
    if (closed) {
      throw new IOException("The stream of the request body is closed");
    }
  }

  private void requestOne() {
    if (subscription != null) {
      subscription.request(1);
    }
  }

  private void change(Runnable change) {
    lock.lock();
    try {
      change.run();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
