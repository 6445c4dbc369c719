package dev.fastjava.internal.lifecycle;

import dev.fastjava.internal.exchange.ResponseStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Sends an input stream, read where blocking is safe and only as fast as the client takes it. The
 * head goes out with the first bytes: an error before them still becomes an error reply.
 */
final class StreamPump implements Runnable {
  private static final int CHUNK = 16 * 1024;

  private final RequestCycle cycle;
  private final InputStream in;
  private final @Nullable ResponseHead head;
  private final @Nullable ReplyTrailers trailers;
  private final Executor executor;
  private final byte[] chunk = new byte[CHUNK];
  private @Nullable ResponseStream out;

  // Guarded by this.
  private @Nullable Thread reader;
  private boolean abandoned;

  private StreamPump(
      RequestCycle cycle,
      InputStream in,
      @Nullable ResponseHead head,
      @Nullable ReplyTrailers trailers) {
    this.cycle = cycle;
    this.in = in;
    this.head = head;
    this.trailers = trailers;
    this.executor = cycle.blockingExecutor();
  }

  /**
   * Starts to send a stream.
   *
   * @param head null when the response has no body: then the stream is closed as soon as it has
   *     shown that it can be read
   */
  static void start(
      RequestCycle cycle,
      InputStream in,
      @Nullable ResponseHead head,
      @Nullable ReplyTrailers trailers) {
    StreamPump pump = new StreamPump(cycle, in, head, trailers);
    cycle.request.signal().onAbort(pump::abandon);
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
    if (abandoned || !cycle.exchange.isOpen()) {
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
    cycle.inScope(this::pump);
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
        if (n != 0 && head == null) {
          PayloadWriter.close(in);
          cycle.inSegment(this::sendHead);
          return;
        }
        if (n < 0) {
          in.close();
          end();
          return;
        }
        if (n > 0 && !out().write(ByteBuffer.wrap(chunk, 0, n))) {
          out().onWritable(this::schedule);
          return;
        }
      }
      PayloadWriter.close(in);
    } catch (Throwable e) {
      Failures.rethrowFatal(e);
      failed(e);
    }
  }

  private void sendHead() {
    try {
      PayloadWriter.sendHead(cycle, trailers);
    } catch (RuntimeException e) {
      cycle.errorHooks(e);
    }
  }

  private ResponseStream out() {
    ResponseStream stream = out;
    if (stream == null) {
      stream = Objects.requireNonNull(head).start(cycle.exchange);
      out = stream;
    }
    return stream;
  }

  private void end() {
    ResponseStream stream = out();
    cycle.inSegment(
        () -> {
          cycle.state = ReplyPipeline.State.ENDED;
          if (trailers == null) {
            stream.end(Map.of());
          } else {
            trailers.finish(cycle, null, stream);
          }
        });
  }

  private void failed(Throwable error) {
    PayloadWriter.close(in);
    cycle.inSegment(
        () -> {
          if (out == null && cycle.exchange.isOpen()) {
            cycle.errorHooks(error);
            return;
          }
          cycle.log().streamFailed(cycle.reply, error);
          cycle.state = ReplyPipeline.State.ENDED;
          if (out != null) {
            out.abort(error);
          }
        });
  }
}
