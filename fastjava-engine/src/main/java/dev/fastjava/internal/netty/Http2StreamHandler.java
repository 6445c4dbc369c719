package dev.fastjava.internal.netty;

import dev.fastjava.internal.exchange.ResponseHeaders;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http2.DefaultHttp2ResetFrame;
import io.netty.handler.codec.http2.Http2CodecUtil;
import io.netty.handler.codec.http2.Http2DataFrame;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2HeadersFrame;
import io.netty.handler.codec.http2.Http2ResetFrame;
import io.netty.handler.codec.http2.Http2StreamChannel;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One stream of HTTP/2: a request, and its response. */
final class Http2StreamHandler extends ChannelInboundHandlerAdapter implements BodySource {
  private static final Logger LOGGER = LoggerFactory.getLogger(Http2StreamHandler.class);
  private static final long NOT_RUNNING = -1;

  private final Channel stream;
  private final Http2Session session;
  private final ServerSettings settings;
  private @Nullable Http2Exchange exchange;
  private boolean waiting;
  private long receivingSince = NOT_RUNNING;
  private final ProgressLimit stall;
  private long bytesSent;

  Http2StreamHandler(Channel stream, Http2Session session, ServerSettings settings) {
    this.stream = stream;
    this.session = session;
    this.settings = settings;
    this.stall = new ProgressLimit(settings.writeTimeout);
  }

  @Override
  public EventLoop eventLoop() {
    return stream.eventLoop();
  }

  @Override
  public void handlerAdded(ChannelHandlerContext ctx) {
    session.opened(this);
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object frame) {
    try {
      if (frame instanceof Http2HeadersFrame head) {
        headArrived(head);
      } else if (frame instanceof Http2DataFrame data && exchange != null) {
        exchange.body().add(data.content());
        bodyArrived(exchange, data.isEndStream());
      }
    } finally {
      ReferenceCountUtil.release(frame);
    }
  }

  private void headArrived(Http2HeadersFrame frame) {
    Http2Exchange begun = exchange;
    if (begun == null) {
      if (session.work().isFull()) {
        // Counts requests whose streams are gone: resetting them makes no room.
        reset(Http2Error.REFUSED_STREAM);
        return;
      }
      try {
        begun =
            new Http2Exchange(
                stream,
                session.info(),
                Http2RequestHead.of(frame.headers()),
                session.date(),
                session.work(),
                this);
      } catch (IllegalArgumentException e) {
        LOGGER.debug("A malformed request is reset", e);
        reset(Http2Error.PROTOCOL_ERROR);
        return;
      }
      exchange = begun;
    }
    // Otherwise these are trailers, which only end the body.
    bodyArrived(begun, frame.isEndStream());
  }

  private void bodyArrived(Http2Exchange receiving, boolean end) {
    RequestBody body = receiving.body();
    if (end) {
      body.complete();
    }
    if (end || body.isFull()) {
      arrived(receiving);
    }
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext ctx) {
    if (exchange != null) {
      arrived(exchange);
    }
    demandChanged();
    ctx.fireChannelReadComplete();
  }

  /** As much of the request is there as the application waits for. */
  private void arrived(Http2Exchange arrived) {
    if (arrived.isDispatched() || waiting) {
      return;
    }
    if (session.work().admits(isWindowOpen())) {
      dispatch(arrived);
    } else {
      waiting = true;
      session.work().await(this);
    }
  }

  boolean isWindowOpen() {
    return session.isWindowOpen(streamId());
  }

  int streamId() {
    return ((Http2StreamChannel) stream).stream().id();
  }

  /** Begins a request that had to wait. */
  void start() {
    waiting = false;
    if (exchange != null && stream.isActive()) {
      dispatch(exchange);
      demandChanged();
    }
  }

  private void dispatch(Http2Exchange complete) {
    complete.dispatch();
    if (complete.method().equals("CONNECT")) {
      // There is no tunnel to offer, nor anything else at an authority.
      refuse(complete, 405, "allow", "");
      return;
    }
    if (complete.hasUnknownExpectation()) {
      refuse(complete, 417, "content-length", "0");
      return;
    }
    try {
      settings.dispatcher.dispatch(complete);
    } catch (RuntimeException e) {
      LOGGER.error("A request could not be dispatched; its stream is reset", e);
      reset(Http2Error.INTERNAL_ERROR);
    }
  }

  /** Answers what must not reach the application. */
  private static void refuse(Http2Exchange exchange, int status, String name, String value) {
    ResponseHeaders headers = new ResponseHeaders();
    headers.set(name, value);
    exchange.send(status, headers, new byte[0], 0, 0);
  }

  @Override
  public BodyPatience bodyPatience() {
    return settings.bodyPatience;
  }

  @Override
  public void bodyWanted() {
    if (exchange != null) {
      exchange.permitBody();
    }
  }

  @Override
  public void demandChanged() {
    boolean reading = exchange == null || exchange.body().wantsBytes();
    if (stream.config().isAutoRead() != reading) {
      stream.config().setAutoRead(reading);
    }
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
    if (event instanceof Http2ResetFrame && exchange != null) {
      exchange.resetByClient(new IOException("The client reset the stream"));
    }
    ctx.fireUserEventTriggered(event);
  }

  /**
   * No frame comes any more, and none goes out: the client has reset the stream, its connection is
   * gone, or all has been said. The library closes the channel of a stream only when what waits in
   * it has been read, which may be never while the application takes no more of the body.
   */
  void streamClosed() {
    stream.read();
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    session.closed(this);
    cutOff(Http1Exchange.connectionClosed());
    ctx.fireChannelInactive();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    LOGGER.debug("A stream failed and is reset", cause);
    // The client is told what it did wrong, and the reset counts as its doing.
    Http2Exception error = Http2CodecUtil.getEmbeddedHttp2Exception(cause);
    reset(error == null ? Http2Error.INTERNAL_ERROR : error.error());
  }

  /** Resets a stream whose client does not send its body, or takes nothing of the response. */
  void check(long now) {
    if (isStalledTooLong(now)) {
      timedOut();
      reset(Http2Error.CANCEL);
      cutOff(new IOException("The client took nothing of the response"));
      return;
    }
    boolean receiving =
        exchange != null && !exchange.body().isComplete() && stream.config().isAutoRead();
    if (!receiving) {
      receivingSince = NOT_RUNNING;
    } else if (receivingSince == NOT_RUNNING) {
      receivingSince = now;
    } else if (settings.requestTimeout > 0 && now - receivingSince >= settings.requestTimeout) {
      reset(Http2Error.CANCEL);
      cutOff(new IOException("The request was not complete in time"));
    }
  }

  private boolean isStalledTooLong(long now) {
    long before = bytesSent;
    bytesSent = session.bytesSent(streamId());
    boolean unsent = exchange != null && exchange.waitsForClient();
    return stall.isExceeded(now, unsent, bytesSent != before);
  }

  /** The request, if it is not over, ends for what the client did not do in time. */
  void timedOut() {
    if (exchange != null) {
      exchange.timedOut();
    }
  }

  void cutOff(IOException cause) {
    if (exchange != null) {
      exchange.cutOff(cause);
    }
  }

  private void reset(Http2Error error) {
    ChannelOperations.write(stream, new DefaultHttp2ResetFrame(error), stream.newPromise());
    stream.flush();
    ChannelOperations.close(stream);
  }
}
