package dev.fastjava.internal.inject;

import dev.fastjava.http.Headers;
import dev.fastjava.inject.InjectException;
import dev.fastjava.inject.InjectResponse;
import dev.fastjava.inject.InjectResponse.Informational;
import dev.fastjava.internal.exchange.ExchangeListener;
import dev.fastjava.internal.exchange.ResponseHeaders;
import dev.fastjava.internal.exchange.ResponseStream;
import io.netty.handler.codec.DateFormatter;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * The response of an exchange, from the first header to its end or failure. Parts may be written by
 * any thread; the listener is called on the event loop, once.
 */
final class InMemoryResponse implements ResponseStream {
  private enum State {
    /** Nothing was sent. */
    IDLE,
    /** The head is known, and waits for the first part of the body. */
    STARTED,
    /** The head was sent, the body follows. */
    HEAD_SENT,
    /** All was sent. */
    ENDED,
    /** The connection is closed. */
    BROKEN
  }

  private final String method;
  private final Executor eventLoop;
  private final ResponseBody body;
  private final ResponseJson json;
  private final CompletableFuture<InjectResponse> result = new CompletableFuture<>();
  private volatile @Nullable ExchangeListener listener;
  private volatile State state = State.IDLE;

  // Guarded by this.
  private boolean finishedTold;
  private int status;
  private Map<String, Object> headers = Map.of();
  private boolean hasBody;
  private long bytesWritten;
  private @Nullable Throwable failure;
  private final List<Informational> informational = new ArrayList<>();
  private volatile Map<String, String> trailers = Map.of();

  InMemoryResponse(String method, Executor eventLoop, ResponseBody body, ResponseJson json) {
    this.method = method;
    this.eventLoop = eventLoop;
    this.body = body;
    this.json = json;
  }

  /** Completes with the response, on the event loop. */
  CompletableFuture<InjectResponse> result() {
    return result;
  }

  void listener(ExchangeListener newListener) {
    listener = newListener;
  }

  /** Where calls that may block are made for the response. */
  Executor blocking() {
    ExchangeListener told = listener;
    return told == null ? Runnable::run : told.blockingExecutor();
  }

  void addInformational(int code, ResponseHeaders lines) {
    Headers headersSent = Headers.of(copyOf(lines));
    synchronized (this) {
      informational.add(new Informational(code, headersSent));
    }
    body.informational(code, headersSent);
  }

  boolean headSent() {
    return state == State.HEAD_SENT || state == State.ENDED;
  }

  synchronized long bytesWritten() {
    return bytesWritten;
  }

  boolean isComplete() {
    return state == State.ENDED;
  }

  boolean isOpen() {
    return state != State.BROKEN;
  }

  /** Takes the head; false when nobody is there to read the response. */
  boolean start(int code, ResponseHeaders lines) {
    synchronized (this) {
      if (state == State.IDLE) {
        state = State.STARTED;
        status = code;
        headers = copyOf(lines);
        hasBody = !method.equals("HEAD") && code != 204 && code != 304;
        return true;
      }
      if (state != State.BROKEN) {
        throw new IllegalStateException("The response was already started");
      }
    }
    tellFinished(failure);
    return false;
  }

  /** Whether parts of the body are dropped, as HEAD, 204 and 304 ask for. */
  synchronized boolean dropsBody() {
    return !hasBody || state == State.BROKEN;
  }

  private static Map<String, Object> copyOf(ResponseHeaders lines) {
    Map<String, Object> copy = new LinkedHashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      Object value = lines.value(i);
      if (lines.name(i).equals("transfer-encoding") && !ResponseHeaders.isChunked(value)) {
        continue;
      }
      copy.put(lines.name(i), value instanceof List<?> list ? List.copyOf(list) : value);
    }
    return copy;
  }

  boolean write(byte[] bytes, int offset, int length) {
    boolean first;
    boolean kept;
    synchronized (this) {
      first = state == State.STARTED && length > 0;
      if (first) {
        completeHead(hasBody && !headers.containsKey("content-length"));
      }
      kept = state == State.HEAD_SENT && hasBody;
      if (kept) {
        bytesWritten += length;
      }
    }
    if (first) {
      headSentNow();
    }
    return !kept || body.write(bytes, offset, length);
  }

  @Override
  public boolean write(ByteBuffer part) {
    byte[] bytes = new byte[part.remaining()];
    part.get(bytes);
    return write(bytes, 0, bytes.length);
  }

  @Override
  public void onWritable(Runnable action) {
    body.onWritable(() -> eventLoop.execute(action));
  }

  @Override
  public void end(Map<String, String> lines) {
    boolean bodyless;
    synchronized (this) {
      bodyless = state == State.STARTED;
      if (bodyless) {
        completeHead(false);
      }
      if (state != State.HEAD_SENT) {
        return;
      }
      if (!lines.isEmpty()) {
        Map<String, String> stripped = new LinkedHashMap<>();
        lines.forEach(
            (name, value) -> stripped.put(name.strip().toLowerCase(Locale.ROOT), value.strip()));
        trailers = Collections.unmodifiableMap(stripped);
      }
      state = State.ENDED;
    }
    if (bodyless) {
      headSentNow();
    }
    body.end(trailers);
    body.onWritable(this::over);
  }

  /** All was sent, and taken unless the reader has gone meanwhile. */
  private void over() {
    Throwable lost = body.lost();
    if (lost == null) {
      tellFinished(null);
      return;
    }
    state = State.BROKEN;
    body.fail(lost);
    tellFinished(lost);
    eventLoop.execute(() -> result.completeExceptionally(lost));
  }

  /** Adds what the connection adds, in the order in which the reference shows it. */
  private void completeHead(boolean chunked) {
    if (body.belongsToConnection()) {
      headers.computeIfAbsent("date", name -> DateFormatter.format(Date.from(Instant.now())));
      headers.putIfAbsent("connection", "keep-alive");
      if (chunked) {
        headers.putIfAbsent("transfer-encoding", "chunked");
      }
    }
    headers = Collections.unmodifiableMap(headers);
    state = State.HEAD_SENT;
  }

  /** Who reads a stream gets the response as soon as its head was sent. */
  private void headSentNow() {
    body.head(status, headers);
    if (body instanceof StreamedResponseBody) {
      eventLoop.execute(() -> result.complete(response()));
    }
  }

  private synchronized InjectResponse response() {
    return new InjectedResponse(
        json, status, Headers.of(headers), List.copyOf(informational), body, () -> trailers);
  }

  @Override
  public void abort(Throwable cause) {
    breakOff(cause, false);
  }

  /**
   * Closes the connection, unless the response is complete.
   *
   * @param cause why; null when the application gave no reason
   * @param byClient whether it is the client who closes it
   */
  void breakOff(@Nullable Throwable cause, boolean byClient) {
    InjectException error;
    boolean started;
    synchronized (this) {
      if (state == State.ENDED || state == State.BROKEN) {
        return;
      }
      error = new InjectException(description(byClient), cause);
      started = state != State.IDLE;
      state = State.BROKEN;
      failure = cause == null ? error : cause;
    }
    body.fail(error);
    ExchangeListener told = listener;
    if (byClient && told != null) {
      eventLoop.execute(told::clientAborted);
    }
    if (started) {
      tellFinished(failure);
    }
    eventLoop.execute(() -> result.completeExceptionally(error));
  }

  private String description(boolean byClient) {
    String what =
        byClient ? "request aborted by the client" : "response destroyed before completion";
    return state == State.HEAD_SENT ? what + ", after its head with status " + status : what;
  }

  private void tellFinished(@Nullable Throwable cause) {
    synchronized (this) {
      if (finishedTold) {
        return;
      }
      finishedTold = true;
    }
    eventLoop.execute(
        () -> {
          try {
            ExchangeListener told = listener;
            if (told != null) {
              told.responseFinished(cause);
            }
          } finally {
            if (cause == null) {
              result.complete(response());
            }
          }
        });
  }
}
