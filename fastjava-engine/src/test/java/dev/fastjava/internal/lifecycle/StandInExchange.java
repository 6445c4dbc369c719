package dev.fastjava.internal.lifecycle;

import dev.fastjava.BodyStream;
import dev.fastjava.http.Headers;
import dev.fastjava.internal.exchange.BodyReceiver;
import dev.fastjava.internal.exchange.Exchange;
import dev.fastjava.internal.exchange.ExchangeListener;
import dev.fastjava.internal.exchange.ResponseHeaders;
import dev.fastjava.internal.exchange.ResponseStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * A transport whose events a test calls for one by one. It keeps what transports promise: an abort
 * comes once and before the end of the response, a response that was started has one end, and tasks
 * run when the test says so, in order.
 */
final class StandInExchange implements Exchange {
  private final Deque<Runnable> tasks = new ArrayDeque<>();
  private @Nullable ExchangeListener listener;
  private boolean open = true;
  private boolean aborted;
  private boolean headSent;
  private boolean endTold;
  private int responses;

  /** How many complete responses the lifecycle has given. */
  int responses() {
    return responses;
  }

  /** Runs the oldest task; returns false when there is none. */
  boolean runOne() {
    Runnable task;
    synchronized (tasks) {
      task = tasks.poll();
    }
    if (task != null) {
      task.run();
    }
    return task != null;
  }

  boolean hasTasks() {
    synchronized (tasks) {
      return !tasks.isEmpty();
    }
  }

  void runAll() {
    while (runOne()) {
      // Until nothing is left.
    }
  }

  /** Whether a response waits for its end. */
  boolean isWriting() {
    return headSent && !endTold;
  }

  /** All of the response was taken. */
  void written() {
    end(null);
  }

  /** The client goes away, and does not take the rest of the response. */
  void abort() {
    leave();
    if (headSent) {
      broken();
    }
  }

  /** The client goes away; what it has of the response by then is told later. */
  void leave() {
    open = false;
    aborted = true;
    told().clientAborted();
  }

  /** The rest of the response was lost. */
  void broken() {
    end(new IOException("The client closed the connection"));
  }

  void silent() {
    told().connectionTimedOut();
  }

  private void end(@Nullable Throwable failure) {
    if (!endTold) {
      endTold = true;
      told().responseFinished(failure);
    }
  }

  private ExchangeListener told() {
    return java.util.Objects.requireNonNull(listener);
  }

  @Override
  public void listener(ExchangeListener told) {
    listener = told;
  }

  @Override
  public void send(int status, ResponseHeaders headers, byte[] body, int offset, int length) {
    responses++;
    headSent = true;
    if (!open) {
      end(new IOException("The connection is closed"));
    }
  }

  @Override
  public void destroy(@Nullable Throwable cause) {
    if (open) {
      open = false;
      if (headSent) {
        end(new IOException("The connection was destroyed"));
      }
    }
  }

  @Override
  public Executor eventLoop() {
    return task -> {
      synchronized (tasks) {
        tasks.add(task);
      }
    };
  }

  @Override
  public long bytesWritten() {
    return 0;
  }

  @Override
  public boolean headSent() {
    return headSent;
  }

  @Override
  public boolean isOpen() {
    return open;
  }

  @Override
  public boolean aborted() {
    return aborted;
  }

  @Override
  public String method() {
    return "GET";
  }

  @Override
  public String url() {
    return "/";
  }

  @Override
  public String originalUrl() {
    return "/";
  }

  @Override
  public String httpVersion() {
    return "1.1";
  }

  @Override
  public boolean isHttp2() {
    return false;
  }

  @Override
  public @Nullable String header(String name) {
    return null;
  }

  @Override
  public Headers headers() {
    return Headers.of(Map.of());
  }

  @Override
  public List<String> rawHeaders() {
    return List.of();
  }

  @Override
  public @Nullable String remoteAddress() {
    return null;
  }

  @Override
  public int remotePort() {
    return 0;
  }

  @Override
  public boolean encrypted() {
    return false;
  }

  @Override
  public void rewriteUrl(String url) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void collectBody(long limit, BodyReceiver receiver) {
    throw new UnsupportedOperationException();
  }

  @Override
  public BodyStream bodyStream() {
    throw new UnsupportedOperationException();
  }

  @Override
  public CompletionStage<Void> sendInformational(int status, ResponseHeaders headers) {
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public void sendFile(
      int status, ResponseHeaders headers, FileChannel file, long position, long count) {
    throw new UnsupportedOperationException();
  }

  @Override
  public ResponseStream startStream(int status, ResponseHeaders headers) {
    throw new UnsupportedOperationException();
  }
}
