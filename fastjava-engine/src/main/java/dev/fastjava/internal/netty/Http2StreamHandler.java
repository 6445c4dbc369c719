package dev.fastjava.internal.netty;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http2.DefaultHttp2ResetFrame;
import io.netty.handler.codec.http2.Http2DataFrame;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2HeadersFrame;
import io.netty.handler.codec.http2.Http2ResetFrame;
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
  private long receivingSince = NOT_RUNNING;

  Http2StreamHandler(Channel stream, Http2Session session, ServerSettings settings) {
    this.stream = stream;
    this.session = session;
    this.settings = settings;
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
      try {
        begun =
            new Http2Exchange(
                stream, session.peer(), Http2RequestHead.of(frame.headers()), session.date(), this);
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
    if (!receiving.isDispatched() && (end || body.isFull())) {
      dispatch(receiving);
    }
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext ctx) {
    if (exchange != null && !exchange.isDispatched()) {
      dispatch(exchange);
    }
    demandChanged();
    ctx.fireChannelReadComplete();
  }

  private void dispatch(Http2Exchange complete) {
    complete.dispatch();
    if (complete.method().equals("CONNECT")) {
      // There is no tunnel to offer.
      reset(Http2Error.REFUSED_STREAM);
      return;
    }
    try {
      settings.dispatcher.dispatch(complete);
    } catch (RuntimeException e) {
      LOGGER.error("A request could not be dispatched; its stream is reset", e);
      reset(Http2Error.INTERNAL_ERROR);
    }
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
    if (event instanceof Http2ResetFrame) {
      cutOff(new IOException("The client reset the stream"));
    }
    ctx.fireUserEventTriggered(event);
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    session.closed(this);
    cutOff(Http1Exchange.connectionClosed());
    ctx.fireChannelInactive();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    LOGGER.debug("A stream failed and is closed", cause);
    Fire.close(stream);
  }

  /** Resets a stream whose body does not come to its end. */
  void check(long now) {
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

  private void cutOff(IOException cause) {
    if (exchange != null) {
      exchange.cutOff(cause);
    }
  }

  private void reset(Http2Error error) {
    Fire.write(stream, new DefaultHttp2ResetFrame(error), stream.newPromise());
    stream.flush();
    Fire.close(stream);
  }
}
