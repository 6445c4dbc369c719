package dev.fastjava.internal.lifecycle;

import dev.fastjava.internal.exchange.ResponseStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Map;
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
  private final @Nullable ReplyTrailers trailers;
  private final Executor executor;
  private final byte[] chunk = new byte[CHUNK];
  private @Nullable ResponseStream out;

  private StreamPump(RequestCycle cycle, InputStream in, @Nullable ReplyTrailers trailers) {
    this.cycle = cycle;
    this.in = in;
    this.trailers = trailers;
    this.executor = cycle.blockingExecutor();
  }

  static void start(RequestCycle cycle, InputStream in, @Nullable ReplyTrailers trailers) {
    StreamPump pump = new StreamPump(cycle, in, trailers);
    pump.schedule();
  }

  private void schedule() {
    try {
      executor.execute(this);
    } catch (RejectedExecutionException e) {
      failed(e);
    }
  }

  @Override
  public void run() {
    try {
      for (; ; ) {
        if (!cycle.exchange.isOpen()) {
          PayloadWriter.close(in);
          return;
        }
        int n = in.read(chunk);
        if (n < 0) {
          in.close();
          end();
          return;
        }
        if (n == 0) {
          continue;
        }
        if (!out().write(ByteBuffer.wrap(chunk, 0, n))) {
          out().onWritable(this::schedule);
          return;
        }
      }
    } catch (Throwable e) {
      Failures.rethrowFatal(e);
      failed(e);
    }
  }

  private ResponseStream out() {
    ResponseStream stream = out;
    if (stream == null) {
      stream =
          cycle.exchange.startStream(cycle.reply.statusCode(), PayloadWriter.headers(cycle.reply));
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
