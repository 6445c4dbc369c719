package dev.fastjava.internal.lifecycle;

import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Sends an input stream, read where blocking is safe and only as fast as the client takes it. The
 * head goes out with the first bytes: an error before them still becomes an error reply.
 */
final class StreamPump implements Runnable {
  private static final int CHUNK = 16 * 1024;

  private final Call call;
  private final InputStream in;
  private final StreamedReply reply;
  private final Executor executor;
  private final byte[] chunk = new byte[CHUNK];

  // Guarded by this.
  private @Nullable Thread reader;
  private boolean abandoned;

  private StreamPump(Call call, InputStream in, StreamedReply reply) {
    this.call = call;
    this.in = in;
    this.reply = reply;
    this.executor = call.blockingExecutor();
  }

  /** Starts to send a stream. Of one without a body to send it is tried whether it can be read. */
  static void start(Call call, InputStream in, StreamedReply reply) {
    StreamPump pump = new StreamPump(call, in, reply);
    call.request.signal().onAbort(pump::abandon);
    pump.schedule();
  }

  private void schedule() {
    try {
      executor.execute(this);
    } catch (RejectedExecutionException e) {
      failed(e);
    }
  }

  /** The client is gone: a read that waits for bytes nobody wants would hold its thread. */
  private synchronized void abandon() {
    abandoned = true;
    if (reader != null) {
      reader.interrupt();
    }
  }

  private synchronized boolean beginReading() {
    if (abandoned || !call.exchange.isOpen()) {
      return false;
    }
    reader = Thread.currentThread();
    return true;
  }

  private synchronized void endReading() {
    reader = null;
    if (abandoned) {
      // Not for whatever the thread does next.
      Thread.interrupted();
    }
  }

  @Override
  public void run() {
    call.inScope(this::pump);
  }

  private void pump() {
    try {
      while (beginReading()) {
        int n;
        try {
          n = in.read(chunk);
        } finally {
          endReading();
        }
        if (n != 0 && reply.isHeadOnly()) {
          PayloadWriter.close(in);
          reply.sendHead();
          return;
        }
        if (n < 0) {
          in.close();
          reply.end();
          return;
        }
        if (n > 0 && !reply.out().write(ByteBuffer.wrap(chunk, 0, n))) {
          reply.out().onWritable(this::schedule);
          return;
        }
      }
      PayloadWriter.close(in);
    } catch (Throwable e) {
      Thrown.rethrowFatal(e);
      failed(e);
    }
  }

  private void failed(Throwable error) {
    PayloadWriter.close(in);
    reply.failed(error);
  }
}
