package dev.fastjava.internal.netty;

import dev.fastjava.http.ClientFault;
import dev.fastjava.internal.exchange.ResponseHeaders;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.ssl.SslCloseCompletionEvent;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection of HTTP/1. Its requests are answered one after the other: what the client sends
 * ahead waits, as bytes, until the response before it has been written.
 */
final class Http1Connection extends ChannelInboundHandlerAdapter
    implements ManagedConnection, BodySource {
  private static final Logger LOGGER = LoggerFactory.getLogger(Http1Connection.class);

  /** How many bytes of further requests are received ahead before the client is slowed down. */
  private static final int MOST_AHEAD = 65_536;

  /**
   * When the client has closed its side, a response that is ready within this time still goes out:
   * as it does when a handler answers on the event loop, where the response precedes the news.
   */
  private static final long GRACE_MILLIS = 20;

  private final Channel channel;
  private final ConnectionInfo info;
  private final ServerSettings settings;
  private final LoopState loop;
  private final StrictRequestDecoder decoder;
  private final ConnectionClock clock;
  private final LingeringClose lingeringClose;
  private final Http1Output output;
  private final Persistence persistence;
  private final RestOfBody rest;
  private @Nullable Http1Exchange current;

  private @Nullable Http2Upgrade upgrade;

  /** No more requests are served: what still comes is dropped. */
  private boolean finished;

  Http1Connection(
      Channel channel,
      boolean encrypted,
      ServerSettings settings,
      LoopState loop,
      ConnectionClock clock) {
    this.channel = channel;
    this.info = ConnectionInfo.of(channel, encrypted);
    this.settings = settings;
    this.loop = loop;
    this.decoder = new StrictRequestDecoder(settings.maxHeaderSize, this::canTakeRequest);
    this.output = new Http1Output(channel, loop.heads, clock);
    this.persistence = new Persistence(decoder, settings.maxRequestsPerSocket);
    this.rest = new RestOfBody(channel, this::dispatchAwaited);
    this.clock = clock;
    this.lingeringClose = new LingeringClose(channel);
  }

  Channel channel() {
    return channel;
  }

  /** What makes requests of bytes; it stands before the connection in the pipeline. */
  StrictRequestDecoder decoder() {
    return decoder;
  }

  ConnectionInfo info() {
    return info;
  }

  Http1Output output() {
    return output;
  }

  boolean isFinished() {
    return finished;
  }

  @Override
  public EventLoop eventLoop() {
    return channel.eventLoop();
  }

  // Reading.

  @Override
  public void handlerAdded(ChannelHandlerContext ctx) {
    loop.add(this);
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    if (finished) {
      ReferenceCountUtil.release(message);
      lingeringClose.received();
      return;
    }
    output.startBatch();
    clock.active();
    take((HttpObject) message);
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext ctx) {
    if (current == null && decoder.holdsRequest()) {
      decoder.resume();
    }
    endOfInput();
  }

  /** What was there to read has been read. */
  private void endOfInput() {
    if (current != null
        && !current.isDispatched()
        && (persistence.isInputClosed() || !rest.isWorthWaitingFor(current))) {
      dispatch(current);
    }
    output.endBatch();
    updateReading();
    if (persistence.isInputClosed()
        && current == null
        && decoder.hasPartOfRequest()
        && !decoder.holdsRequest()) {
      fail(ClientFault.MALFORMED, new AbortedBodyException());
    }
  }

  /** The moment is over, or no more will come. */
  private void dispatchAwaited(@Nullable Http1Exchange exchange) {
    if (exchange != null && exchange == current && !exchange.isDispatched() && !finished) {
      dispatch(exchange);
      demandChanged();
    }
  }

  /** Whether it is the turn of another request. */
  private boolean canTakeRequest() {
    if (current == null && !channel.isWritable()) {
      output.flushNow();
    }
    return current == null && channel.isWritable();
  }

  private void take(HttpObject object) {
    try {
      if (object.decoderResult().isFailure()) {
        rejected(object.decoderResult().cause());
        return;
      }
      if (object instanceof HttpRequest request) {
        begin(request);
      }
      if (object instanceof HttpContent content && current != null) {
        contentArrived(current, content);
      }
    } finally {
      ReferenceCountUtil.release(object);
    }
  }

  private void rejected(Throwable cause) {
    boolean overflow = cause instanceof OversizedRequestException;
    fail(overflow ? ClientFault.HEADER_OVERFLOW : ClientFault.MALFORMED, cause);
  }

  private void begin(HttpRequest request) {
    persistence.requestBegins();
    clock.requestBegins();
    current = new Http1Exchange(this, request);
    // RFC 9110 7.8: a request of HTTP/1.0 cannot ask for it.
    if (settings.http2 && !info.encrypted() && !current.isHttp10()) {
      upgrade = Http2Upgrade.of(request);
    }
  }

  private void contentArrived(Http1Exchange exchange, HttpContent content) {
    RequestBody body = exchange.body();
    body.add(content.content());
    if (content instanceof LastHttpContent) {
      clock.requestComplete();
      body.complete();
    }
    if (!exchange.isDispatched()) {
      if (body.isComplete() || body.isFull()) {
        dispatch(exchange);
      }
    } else if (exchange.isWritten()) {
      if (body.isComplete()) {
        next();
      } else if (body.discarded() > Persistence.LARGEST_DROP) {
        close(true);
      }
    }
  }

  private void dispatch(Http1Exchange exchange) {
    exchange.dispatch();
    if (persistence.isBeyondLimit()) {
      exchange.refuse(503);
    } else if (exchange.lacksHost()) {
      exchange.refuse(400);
    } else if (exchange.hasUnknownExpectation()) {
      exchange.refuse(417);
    } else if (exchange.method().equals(HttpMethod.CONNECT.name())) {
      // There is no tunnel to offer.
      close(false);
    } else if (upgrade != null && exchange.hasNoBody()) {
      upgrade.perform(channel, settings, loop, clock);
    } else {
      handOver(exchange);
    }
  }

  private void handOver(Http1Exchange exchange) {
    try {
      settings.dispatcher.dispatch(exchange);
    } catch (RuntimeException e) {
      LOGGER.error("A request could not be dispatched; its connection is closed", e);
      closeNow();
    }
  }

  /** Goes on with what the client has sent ahead. Called again from within, it just returns. */
  private void next() {
    current = null;
    if (!output.isBatching() && decoder.holdsRequest()) {
      output.startBatch();
      decoder.resume();
      endOfInput();
    }
  }

  private void updateReading() {
    boolean hasRoom = decoder.heldBytes() < MOST_AHEAD && (current == null || readsBody(current));
    boolean reading = finished || hasRoom;
    if (channel.config().isAutoRead() != reading) {
      channel.config().setAutoRead(reading);
    }
  }

  /** Behind the end of a body comes the next request, or the news that the client is gone. */
  private static boolean readsBody(Http1Exchange exchange) {
    return exchange.body().isComplete() || exchange.body().wantsBytes();
  }

  @Override
  public BodyPatience bodyPatience() {
    return settings.bodyPatience;
  }

  @Override
  public void bodyWanted() {
    if (current != null && current.waitsForContinue() && !current.isWritten()) {
      current.permitBody();
      output.writeContinue();
    }
  }

  @Override
  public void demandChanged() {
    if (!output.isBatching()) {
      updateReading();
    }
  }

  // Writing.

  /** Whether an exchange may write to the connection. */
  boolean serves(Http1Exchange exchange) {
    return exchange == current && !finished && channel.isActive();
  }

  /** Decides, when the head of a response is written, whether the connection can be kept. */
  boolean staysOpenAfter(Http1Exchange exchange, ResponseHeaders headers, Framing framing) {
    return persistence.staysOpenAfter(exchange, headers, framing);
  }

  /** Writes the last part of a response and goes on with the next request. */
  void writeLast(Http1Exchange exchange, Object last) {
    output.writeLast(last, exchange);
    boolean persistent = exchange.isPersistent() || persistence.isSpent();
    if (!persistent || persistence.isOverAfter(exchange)) {
      close(!exchange.body().isComplete() || exchange.keepAliveAsked());
    } else if (exchange.body().isComplete()) {
      next();
    } else {
      exchange.body().discard();
    }
    output.flush();
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext ctx) {
    if (channel.isWritable() && current == null && !finished) {
      next();
    }
  }

  // Faults and the end.

  /** Bytes that are no request, or come too slowly. */
  private void fail(ClientFault fault, Throwable cause) {
    Http1Exchange failed = current;
    boolean answerable = failed == null || !failed.headSent();
    finish(cause);
    FaultyConnection faulty = new FaultyConnection(channel, info, answerable);
    settings.dispatcher.clientError(fault, cause, faulty);
    if (failed != null) {
      failed.cutOff(cause);
    }
    lingeringClose.start(true);
  }

  /** Closes the connection when everything written so far has gone out. */
  private void close(boolean clientMayBeSending) {
    finish();
    lingeringClose.start(clientMayBeSending);
  }

  /** Serves no more requests. */
  private void finish() {
    finish(null);
  }

  /** Serves no more requests; the cause is for whoever reads the body of the current one. */
  private void finish(@Nullable Throwable cause) {
    decoder.stop();
    leave(cause);
  }

  private void leave(@Nullable Throwable cause) {
    finished = true;
    if (current != null) {
      current
          .body()
          .fail(
              cause == null ? new IOException("The connection closes after the response") : cause);
    }
    current = null;
    updateReading();
  }

  /** Breaks the connection off in the middle of a response. */
  void reset() {
    finish();
    ChannelOperations.close(channel);
  }

  /** For bodies that end with the connection: only a reset tells the client that bytes lack. */
  void makeCloseAbrupt() {
    channel.config().setOption(ChannelOption.SO_LINGER, 0);
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
    if (event instanceof ChannelInputShutdownEvent || event instanceof SslCloseCompletionEvent) {
      inputEnded();
    }
    ctx.fireUserEventTriggered(event);
  }

  private void inputEnded() {
    if (persistence.isInputClosed()) {
      return;
    }
    persistence.inputClosed();
    lingeringClose.inputEnded();
    if (finished) {
      return;
    }
    dispatchAwaited(current);
    if (current == null && decoder.hasPartOfRequest() && !decoder.holdsRequest()) {
      fail(ClientFault.MALFORMED, new AbortedBodyException());
    } else if (current == null && !decoder.holdsRequest()) {
      close(false);
    } else if (current != null && !current.body().isComplete()) {
      fail(ClientFault.MALFORMED, new AbortedBodyException());
    } else {
      ChannelOperations.later(channel, this::closeNow, GRACE_MILLIS);
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    loop.remove(this);
    dispatchAwaited(current);
    Http1Exchange cut = current;
    finish(new AbortedBodyException());
    if (cut != null) {
      cut.cutOff(Http1Exchange.connectionClosed());
    }
    ctx.fireChannelInactive();
  }

  /** The connection has changed to HTTP/2. */
  @Override
  public void handlerRemoved(ChannelHandlerContext ctx) {
    loop.remove(this);
    // The decoder still has what the client has sent in the new protocol.
    leave(null);
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    // The library wraps what TLS has to say.
    if (cause instanceof IOException || cause.getCause() instanceof IOException) {
      LOGGER.debug("A connection failed and is closed", cause);
    } else {
      LOGGER.warn("A connection failed and is closed", cause);
    }
    ChannelOperations.close(channel);
  }

  // What the event loop and the server ask for.

  @Override
  public void check(long now) {
    boolean stalled = clock.isStalledTooLong(now);
    boolean idle = isIdle() && persistence.hasBegun();
    if (stalled) {
      timedOut();
      ChannelOperations.cut(channel);
    } else if (finished) {
      lingeringClose.check(now);
    } else if (!idle || clock.hasUnwritten()) {
      checkRequest(now, !idle && current == null && !decoder.holdsRequest());
    } else if (clock.isIdleTooLong(now, persistence.isSpent())) {
      close(false);
    }
  }

  private void checkRequest(long now, boolean inHead) {
    boolean receiving =
        inHead
            || (current != null && !current.body().isComplete() && channel.config().isAutoRead());
    if (clock.isSilentTooLong(now)) {
      timedOut();
      closeNow();
    } else if (clock.isHeadTooLong(now, inHead) || clock.isReceivingTooLong(now, receiving)) {
      fail(ClientFault.TIMEOUT, new IOException("The request was not complete in time"));
    }
  }

  private void timedOut() {
    output.timedOut();
    if (current != null) {
      current.timedOut();
    }
  }

  @Override
  public void closeWhenIdle() {
    persistence.serverCloses();
    if (!finished && isIdle()) {
      close(false);
    }
  }

  private boolean isIdle() {
    return current == null && !decoder.hasPartOfRequest();
  }

  @Override
  public int requests() {
    return current == null ? 0 : 1;
  }

  @Override
  public void closeNow() {
    ChannelOperations.close(channel);
  }
}
