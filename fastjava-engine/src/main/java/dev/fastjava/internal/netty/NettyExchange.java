package dev.fastjava.internal.netty;

import dev.fastjava.BodyStream;
import dev.fastjava.http.Headers;
import dev.fastjava.internal.exchange.BodyReceiver;
import dev.fastjava.internal.exchange.Exchange;
import dev.fastjava.internal.exchange.ExchangeListener;
import dev.fastjava.internal.exchange.ResponseHeaders;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.HttpHeaders;
import java.nio.channels.ClosedChannelException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;

/**
 * What exchanges of all versions of HTTP have in common: the request, the way to the event loop,
 * and who is told about the end.
 */
abstract class NettyExchange implements Exchange, ChannelFutureListener {
  private final Channel channel;
  private final ConnectionInfo info;
  private final String method;
  private final String originalUrl;
  private final RequestHeaders headers;
  private final RequestBody body;
  private String url;

  /** Tasks that other threads have put into the queue of the loop and that have not run yet. */
  private final AtomicInteger queuedTasks = new AtomicInteger();

  private volatile @Nullable ExchangeListener listener;
  private volatile boolean headSent;
  private volatile boolean aborted;

  // On the event loop only:
  private boolean dispatched;
  private boolean started;
  private boolean written;
  private boolean destroyed;
  private boolean finishedTold;
  private boolean timeoutTold;

  /** Of the body; who reads it when the response is over has been told so by the event loop. */
  private long bytesWritten;

  /** How many parts of the body that others follow have not gone out. */
  private int unwrittenPieces;

  private @Nullable NettyResponseStream stream;

  NettyExchange(
      Channel channel,
      ConnectionInfo info,
      String method,
      String url,
      HttpHeaders headers,
      BodySource source) {
    this.channel = channel;
    this.info = info;
    this.method = method;
    this.originalUrl = url;
    this.url = url;
    this.headers = new RequestHeaders(headers);
    this.body = new RequestBody(source);
  }

  @Override
  public final String method() {
    return method;
  }

  @Override
  public final String url() {
    return url;
  }

  @Override
  public final String originalUrl() {
    return originalUrl;
  }

  @Override
  public final void rewriteUrl(String rewritten) {
    url = rewritten;
  }

  @Override
  public final @Nullable String header(String name) {
    return headers.get(name);
  }

  @Override
  public final Headers headers() {
    return headers;
  }

  @Override
  public final List<String> rawHeaders() {
    return headers.toList();
  }

  @Override
  public final @Nullable String remoteAddress() {
    return info.address();
  }

  @Override
  public final int remotePort() {
    return info.port();
  }

  @Override
  public final boolean encrypted() {
    return info.encrypted();
  }

  @Override
  public final @Nullable SSLSession tlsSession() {
    return info.tls();
  }

  @Override
  public final boolean aborted() {
    return aborted;
  }

  @Override
  public final Executor eventLoop() {
    return channel.eventLoop();
  }

  @Override
  public final void listener(ExchangeListener listener) {
    this.listener = listener;
  }

  @Override
  public final void collectBody(long limit, BodyReceiver receiver) {
    body.collect(limit, receiver);
  }

  @Override
  public final BodyStream bodyStream() {
    return body.stream();
  }

  @Override
  public final boolean bodyIsArriving() {
    return body.isArriving();
  }

  @Override
  public final boolean headSent() {
    return headSent;
  }

  @Override
  public final long bytesWritten() {
    return bytesWritten;
  }

  @Override
  public boolean isOpen() {
    return channel.isActive();
  }

  /** Where calls that may block are made for this exchange. */
  final Executor blocking() {
    ExchangeListener told = listener;
    return told == null ? Runnable::run : told.blockingExecutor();
  }

  /** An informational response that came too late would become a part of the response. */
  static IllegalStateException headAlreadySent() {
    return new IllegalStateException("The head of the response has been sent already");
  }

  final void markHeadSent() {
    headSent = true;
  }

  final Channel channel() {
    return channel;
  }

  final EventLoop loop() {
    return channel.eventLoop();
  }

  final RequestBody body() {
    return body;
  }

  /** Whether the calling thread may write at once without overtaking what others gave before. */
  final boolean writesDirectly() {
    return loop().inEventLoop() && queuedTasks.get() == 0;
  }

  /**
   * Runs a task of the response on the event loop: at once, or after the tasks that other threads
   * gave earlier.
   *
   * @return false when the loop runs no more tasks: the server has been closed
   */
  final boolean onLoop(Runnable task) {
    if (writesDirectly()) {
      task.run();
      return true;
    }
    queuedTasks.incrementAndGet();
    try {
      loop()
          .execute(
              () -> {
                queuedTasks.decrementAndGet();
                task.run();
              });
      return true;
    } catch (RejectedExecutionException e) {
      responseOver(new ClosedChannelException());
      return false;
    }
  }

  @Override
  public final CompletionStage<Void> sendInformational(int status, ResponseHeaders headers) {
    CompletableFuture<Void> sent = new CompletableFuture<>();
    boolean accepted =
        onLoop(
            () -> {
              if (headSent()) {
                sent.completeExceptionally(headAlreadySent());
              } else if (!takesInformational()) {
                sent.complete(null);
              } else if (!isCurrent()) {
                sent.completeExceptionally(new ClosedChannelException());
              } else {
                tellWritten(writeInformational(status, headers), sent);
              }
            });
    if (!accepted) {
      sent.completeExceptionally(new ClosedChannelException());
    }
    return sent;
  }

  private static void tellWritten(ChannelFuture write, CompletableFuture<Void> sent) {
    write.addListener(
        written -> {
          if (written.isSuccess()) {
            sent.complete(null);
          } else {
            sent.completeExceptionally(written.cause());
          }
        });
  }

  // The course of the exchange; on the event loop only.

  /** Whether the client knows responses that precede the final one. */
  boolean takesInformational() {
    return true;
  }

  /** Writes the head of a response that precedes the final one. */
  abstract ChannelFuture writeInformational(int status, ResponseHeaders headers);

  /** Why the file that was sent could not be; null when it could, or was not to blame. */
  @Nullable Throwable fileFault() {
    return null;
  }

  /** Whether the connection still serves this exchange. */
  abstract boolean isCurrent();

  /** Breaks the response off so that the client notices. */
  abstract void reset();

  /** Writes a part of the body that others follow. */
  abstract ChannelFuture writePiece(ByteBuf piece);

  /** A part of the response has gone out, or not. */
  abstract void outputMoved();

  /** Writes the last part of the body. */
  abstract void writeLastPiece(ByteBuf piece);

  /** Writes a part of the body that others follow; who gets the news of it passes it on. */
  final ChannelFuture givePiece(ByteBuf piece) {
    unwrittenPieces++;
    return writePiece(piece);
  }

  final void pieceGone() {
    unwrittenPieces--;
    outputMoved();
  }

  /** Whether a part of the response waits for the client to take it. */
  final boolean waitsForClient() {
    return unwrittenPieces > 0 || (written && !finishedTold);
  }

  final boolean isDispatched() {
    return dispatched;
  }

  /** To be called when the request is given to the dispatcher. */
  void dispatch() {
    dispatched = true;
    body.seal();
  }

  /** The application does nothing more for this exchange, or what it does leads nowhere. */
  void workOver() {}

  /** The client does not wait for the response any more. */
  void clientGone() {}

  /** Starts the response unless its connection is gone. */
  final boolean begin() {
    started = true;
    if (isCurrent()) {
      return true;
    }
    if (!destroyed && !channel.isActive()) {
      // The news that the client is gone is still on its way.
      abort();
    }
    responseOver(new ClosedChannelException());
    return false;
  }

  final void attach(NettyResponseStream attached) {
    stream = attached;
    if (!begin()) {
      attached.broken();
    }
  }

  /** A part of the body is handed to the connection. */
  final void countBytes(long length) {
    bytesWritten += length;
  }

  /** All of the response has been handed to the connection. */
  final void markWritten() {
    written = true;
  }

  final boolean isWritten() {
    return written;
  }

  /** Whether a response has no body, whatever its headers say. */
  final boolean isBodiless(int status) {
    return status == 204 || status == 304 || status < 200 || method.equals("HEAD");
  }

  /** Whether a {@code content-length} is sent, so that the body has to be as long. */
  boolean keepsLength(ResponseHeaders headers) {
    return true;
  }

  /** What happens next to the connection is the server's doing, not the client's. */
  final void markDestroyed() {
    destroyed = true;
  }

  /** The application's response cannot be sent to its end: the client is not to blame. */
  final void responseFailed(Throwable cause) {
    ExchangeListener told = listener;
    if (told != null) {
      told.responseFailed(cause);
    }
  }

  /** Gives up a response that was started. */
  final void breakOff(Throwable cause) {
    if (!written) {
      destroyed = true;
      responseOver(cause);
      reset();
    }
  }

  /** The connection has closed, or gives this exchange up. */
  final void cutOff(Throwable cause) {
    body.fail(cause);
    if (written) {
      return;
    }
    if (!destroyed) {
      abort();
    }
    if (started) {
      responseOver(cause);
    }
    if (stream != null) {
      stream.broken();
    }
  }

  /** The last part of the response has gone to the operating system, or not. */
  @Override
  public final void operationComplete(ChannelFuture lastWrite) {
    Throwable own = fileFault();
    if (!lastWrite.isSuccess() && !destroyed) {
      if (own == null) {
        abort();
      } else {
        destroyed = true;
        responseFailed(own);
      }
    }
    responseOver(lastWrite.cause());
    outputMoved();
  }

  /** The connection was silent for too long, or the client took nothing of the response. */
  final void timedOut() {
    ExchangeListener told = listener;
    if (told != null && !timeoutTold && !finishedTold) {
      timeoutTold = true;
      told.connectionTimedOut();
    }
  }

  /** Tells the lifecycle that the response is over; the first call counts. */
  private void responseOver(@Nullable Throwable failure) {
    ExchangeListener told = listener;
    if (!finishedTold) {
      finishedTold = true;
      workOver();
      if (told != null) {
        told.responseFinished(failure);
      }
    }
  }

  /** The client is gone and has not got the whole response. */
  private void abort() {
    ExchangeListener told = listener;
    if (!aborted) {
      aborted = true;
      clientGone();
      if (told != null) {
        told.clientAborted();
      }
    }
  }
}
