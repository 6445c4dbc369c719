package dev.fastjava.spring.boot.reply;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/** Publishes what a {@link StreamedBody} writes, no faster than it is asked for. */
final class StreamedBodyPublisher implements Flow.Publisher<ByteBuffer> {
  private static final int PIECE = 8192;

  private final StreamedBody body;
  private final Executor executor;

  StreamedBodyPublisher(StreamedBody body, Executor executor) {
    this.body = body;
    this.executor = executor;
  }

  @Override
  public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
    Writer writer = new Writer(subscriber);
    subscriber.onSubscribe(writer);
    if (!writer.cancelled) {
      executor.execute(writer);
    }
  }

  private final class Writer extends OutputStream implements Flow.Subscription, Runnable {
    private final Flow.Subscriber<? super ByteBuffer> subscriber;
    private final Semaphore demand = new Semaphore(0);
    private final AtomicBoolean unlimited = new AtomicBoolean();
    private volatile boolean cancelled;

    Writer(Flow.Subscriber<? super ByteBuffer> subscriber) {
      this.subscriber = subscriber;
    }

    @Override
    public void run() {
      try {
        OutputStream buffered = new BufferedOutputStream(this, PIECE);
        body.writeTo(buffered);
        buffered.flush();
      } catch (Throwable failure) {
        if (!cancelled) {
          subscriber.onError(failure);
        }
        return;
      }
      if (!cancelled) {
        subscriber.onComplete();
      }
    }

    @Override
    public void write(int single) throws IOException {
      write(new byte[] {(byte) single}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      if (length == 0) {
        return;
      }
      awaitDemand();
      byte[] piece = new byte[length];
      System.arraycopy(bytes, offset, piece, 0, length);
      subscriber.onNext(ByteBuffer.wrap(piece));
    }

    private void awaitDemand() throws IOException {
      try {
        if (!unlimited.get()) {
          demand.acquire();
        }
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        throw new IOException("Interrupted while the client was waited for", interrupted);
      }
      if (cancelled) {
        throw new IOException("The client takes no more of the body");
      }
    }

    @Override
    public void request(long pieces) {
      if (pieces >= Integer.MAX_VALUE / 2) {
        unlimited.set(true);
        demand.release();
      } else {
        demand.release((int) pieces);
      }
    }

    @Override
    public void cancel() {
      cancelled = true;
      unlimited.set(true);
      demand.release();
    }
  }
}
