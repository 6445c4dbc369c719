package dev.fastjava.internal.netty;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.handler.codec.http2.DefaultHttp2GoAwayFrame;
import io.netty.handler.codec.http2.Http2CodecUtil;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2FrameCodec;
import io.netty.handler.codec.http2.Http2FrameCodecBuilder;
import io.netty.handler.codec.http2.Http2MultiplexHandler;
import io.netty.handler.codec.http2.Http2Settings;
import io.netty.handler.ssl.SslCloseCompletionEvent;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection of HTTP/2, with its streams. */
final class Http2Session extends ChannelInboundHandlerAdapter implements ManagedConnection {
  private static final Logger LOGGER = LoggerFactory.getLogger(Http2Session.class);
  private static final long MOST_STREAMS = 128;
  private static final long NOT_RUNNING = -1;

  private final Channel channel;
  private final Peer peer;
  private final ServerSettings settings;
  private final LoopState loop;
  private final Set<Http2StreamHandler> streams = new LinkedHashSet<>();
  private boolean closing;
  private long idleSince = NOT_RUNNING;

  private Http2Session(
      Channel channel, boolean encrypted, ServerSettings settings, LoopState loop) {
    this.channel = channel;
    this.peer = Peer.of(channel, encrypted);
    this.settings = settings;
    this.loop = loop;
  }

  /** Makes a connection one of HTTP/2, and sends the server's preface. */
  static Http2FrameCodec start(
      Channel channel, boolean encrypted, ServerSettings settings, LoopState loop) {
    Http2Session session = new Http2Session(channel, encrypted, settings, loop);
    Http2FrameCodec codec =
        Http2FrameCodecBuilder.forServer()
            .initialSettings(
                Http2Settings.defaultSettings()
                    .maxConcurrentStreams(MOST_STREAMS)
                    .maxHeaderListSize(settings.maxHeaderSize))
            .validateHeaders(true)
            // The session itself waits for its streams when it has to.
            .gracefulShutdownTimeoutMillis(0)
            .build();
    channel
        .pipeline()
        .addLast(codec, new Http2MultiplexHandler(new StreamInitializer(session)), session);
    return codec;
  }

  Peer peer() {
    return peer;
  }

  DateLine date() {
    return loop.date;
  }

  void opened(Http2StreamHandler stream) {
    streams.add(stream);
    idleSince = NOT_RUNNING;
  }

  void closed(Http2StreamHandler stream) {
    streams.remove(stream);
    if (closing && streams.isEmpty()) {
      Fire.close(channel);
    }
  }

  @Override
  public void handlerAdded(ChannelHandlerContext ctx) {
    loop.add(this);
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object frame) {
    // Frames that concern the connection: the library has acted on them.
    ReferenceCountUtil.release(frame);
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
    if (event instanceof ChannelInputShutdownEvent || event instanceof SslCloseCompletionEvent) {
      Fire.close(channel);
    }
    ctx.fireUserEventTriggered(event);
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    loop.remove(this);
    ctx.fireChannelInactive();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    LOGGER.debug("A connection failed and is closed", cause);
    if (Http2CodecUtil.getEmbeddedHttp2Exception(cause) == null) {
      Fire.close(channel);
    }
    // Otherwise the codec, which passes on its errors first, tells the client and closes.
  }

  @Override
  public void check(long now) {
    new ArrayList<>(streams).forEach(stream -> stream.check(now));
    if (!streams.isEmpty()) {
      return;
    }
    if (idleSince == NOT_RUNNING) {
      idleSince = now;
    } else if (settings.http2SessionTimeout > 0
        && now - idleSince >= settings.http2SessionTimeout) {
      closeWhenIdle();
    }
  }

  @Override
  public void closeWhenIdle() {
    if (closing) {
      return;
    }
    closing = true;
    Fire.write(channel, new DefaultHttp2GoAwayFrame(Http2Error.NO_ERROR), channel.newPromise());
    channel.flush();
    if (streams.isEmpty()) {
      Fire.close(channel);
    }
  }

  @Override
  public void closeNow() {
    Fire.close(channel);
  }

  private static final class StreamInitializer extends ChannelInitializer<Channel> {
    private final Http2Session session;

    StreamInitializer(Http2Session session) {
      this.session = session;
    }

    @Override
    protected void initChannel(Channel stream) {
      stream.pipeline().addLast(new Http2StreamHandler(stream, session, session.settings));
    }
  }
}
