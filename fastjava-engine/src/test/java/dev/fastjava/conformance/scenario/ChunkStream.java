package dev.fastjava.conformance.scenario;

import dev.fastjava.testing.Eventually;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** A described stream: chunks about a millisecond apart, then its end or an error. */
final class ChunkStream {
  private static final long GAP_MILLIS = 1;

  private final List<String> chunks;
  private final @Nullable Object fail;
  private final Runnable onClose;
  private final AtomicBoolean closed = new AtomicBoolean();

  /**
   * Makes a stream.
   *
   * @param chunks texts
   * @param fail describes the error after the last chunk; null for none
   * @param onClose runs once, when the stream is over or given up
   */
  ChunkStream(List<String> chunks, @Nullable Object fail, Runnable onClose) {
    this.chunks = chunks;
    this.fail = fail;
    this.onClose = onClose;
  }

  private void closed() {
    if (closed.compareAndSet(false, true)) {
      onClose.run();
    }
  }

  /** The stream for readers that may block. */
  InputStream blocking() {
    return new Blocking();
  }

  /** The stream for readers that may not. */
  Flow.Publisher<ByteBuffer> publisher() {
    return subscriber -> subscriber.onSubscribe(new Delivery(subscriber));
  }

  private ByteBuffer chunk(int index) {
    return ByteBuffer.wrap(chunks.get(index).getBytes(StandardCharsets.UTF_8));
  }

  private final class Blocking extends InputStream {
    private ByteBuffer current = ByteBuffer.allocate(0);
    private int next;

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
      while (!current.hasRemaining()) {
        if (closed.get()) {
          throw new IOException("closed");
        }
        if (next == chunks.size()) {
          if (fail != null) {
            throw ScenarioError.of(fail);
          }
          return -1;
        }
        pause();
        current = chunk(next++);
      }
      int count = Math.min(length, current.remaining());
      current.get(target, offset, count);
      return count;
    }

    private void pause() throws IOException {
      try {
        Eventually.dawdle(GAP_MILLIS);
      } catch (AssertionError interrupted) {
        throw new IOException(interrupted);
      }
    }

    @Override
    public void close() {
      closed();
    }
  }

  /** Delivers one chunk after the other, each from a timer, as far as they are asked for. */
  private final class Delivery implements Flow.Subscription {
    private final Flow.Subscriber<? super ByteBuffer> subscriber;
    private long requested;
    private int next;
    private boolean scheduled;
    private boolean over;

    Delivery(Flow.Subscriber<? super ByteBuffer> subscriber) {
      this.subscriber = subscriber;
    }

    @Override
    public synchronized void request(long count) {
      requested += Math.min(count, Integer.MAX_VALUE);
      schedule();
    }

    private synchronized void schedule() {
      if (!scheduled && !over && (requested > 0 || next == chunks.size())) {
        scheduled = true;
        Timers.after(GAP_MILLIS, this::deliver);
      }
    }

    @Override
    public void cancel() {
      synchronized (this) {
        over = true;
      }
      closed();
    }

    private void deliver() {
      ByteBuffer part = null;
      synchronized (this) {
        scheduled = false;
        if (over) {
          return;
        }
        if (next < chunks.size()) {
          part = chunk(next++);
          requested--;
        } else {
          over = true;
        }
      }
      if (part == null) {
        finish();
      } else {
        subscriber.onNext(part);
        schedule();
      }
    }

    private void finish() {
      if (fail == null) {
        subscriber.onComplete();
      } else {
        subscriber.onError(ScenarioError.of(fail));
      }
      closed();
    }
  }

  /** Collects everything a publisher delivers. */
  static CompletableFuture<byte[]> collect(Flow.Publisher<ByteBuffer> publisher) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    CompletableFuture<byte[]> done = new CompletableFuture<>();
    publisher.subscribe(
        new Flow.Subscriber<ByteBuffer>() {
          @Override
          public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
          }

          @Override
          public void onNext(ByteBuffer part) {
            byte[] bytes = new byte[part.remaining()];
            part.get(bytes);
            all.writeBytes(bytes);
          }

          @Override
          public void onError(Throwable error) {
            done.completeExceptionally(error);
          }

          @Override
          public void onComplete() {
            done.complete(all.toByteArray());
          }
        });
    return done;
  }
}
