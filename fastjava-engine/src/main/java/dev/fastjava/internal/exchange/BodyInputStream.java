package dev.fastjava.internal.exchange;

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
public final class BodyInputStream extends InputStream implements Flow.Subscriber<ByteBuffer> {
  /** How a reader waits. */
  @FunctionalInterface
  public interface Patience {
    /** Waits until something may have come; throws when the reader must not, or no longer. */
    void await(Condition changed) throws IOException, InterruptedException;

    /** So many bytes have come. */
    default void received(int bytes) {}
  }

  private final int ahead;
  private final Patience patience;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final ArrayDeque<ByteBuffer> pieces = new ArrayDeque<>();

  /** What the first read subscribes to; null when that is done, or somebody else does it. */
  private Flow.@Nullable Publisher<ByteBuffer> source;

  private volatile Flow.@Nullable Subscription subscription;
  private boolean complete;
  private @Nullable Throwable failure;
  private boolean closed;

  /**
   * Makes a stream without bytes yet.
   *
   * @param ahead how many pieces may be under way
   */
  public BodyInputStream(int ahead, Patience patience) {
    this.ahead = ahead;
    this.patience = patience;
  }

  /** A stream of what is published; subscribes with the first read, and waits as long as it is. */
  public static BodyInputStream of(Flow.Publisher<ByteBuffer> publisher) {
    BodyInputStream stream = new BodyInputStream(1, Condition::await);
    stream.source = publisher;
    return stream;
  }

  @Override
  public void onSubscribe(Flow.Subscription given) {
    boolean refused;
    lock.lock();
    try {
      refused = closed || subscription != null;
      subscription = refused ? subscription : given;
    } finally {
      lock.unlock();
    }
    if (refused) {
      given.cancel();
    } else {
      given.request(ahead);
    }
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
    subscribe();
    int count = 0;
    while (count == 0) { // a piece may be empty
      boolean used;
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
      Flow.Subscription given = subscription;
      if (used && given != null) {
        given.request(1);
      }
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
    Flow.Subscription given = subscription;
    if (given != null) {
      given.cancel();
    }
  }

  /** Outside of the lock: a publisher may deliver within the call. */
  private void subscribe() {
    Flow.Publisher<ByteBuffer> publisher = source;
    if (publisher != null) {
      source = null;
      publisher.subscribe(this);
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
      try {
        patience.await(changed);
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
