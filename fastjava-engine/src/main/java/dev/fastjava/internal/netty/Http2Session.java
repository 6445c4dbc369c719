package dev.fastjava.internal.netty;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.handler.codec.http2.DefaultHttp2GoAwayFrame;
import io.netty.handler.codec.http2.DefaultHttp2WindowUpdateFrame;
import io.netty.handler.codec.http2.Http2CodecUtil;
import io.netty.handler.codec.http2.Http2Connection;
import io.netty.handler.codec.http2.Http2ConnectionAdapter;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2MultiplexHandler;
import io.netty.handler.codec.http2.Http2SettingsFrame;
import io.netty.handler.codec.http2.Http2Stream;
import io.netty.handler.ssl.SslCloseCompletionEvent;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection of HTTP/2, with its streams. */
final class Http2Session extends ChannelInboundHandlerAdapter implements ManagedConnection {
  private static final Logger LOGGER = LoggerFactory.getLogger(Http2Session.class);

  /** How long a client may keep the most of responses waiting that it can, and take nothing. */
  private static final long STUFFED_TIMEOUT = 5_000;

  /** How long a client that did wrong has to read why its connection ends. */
  private static final long FAILED_TIMEOUT = 2_000;

  private static final long NOT_RUNNING = -1;

  private final Channel channel;
  private final ConnectionInfo info;
  private final ServerSettings settings;
  private final LoopState loop;
  private final ConnectionClock clock;
  private final Http2Codec codec;
  private final Http2Work work = new Http2Work(this::goesOn);
  private final ReadGate reads = new ReadGate();
  private final LingeringClose lingeringClose;
  private final Set<Http2StreamHandler> streams = new LinkedHashSet<>();
  private final Http2Connection.PropertyKey handler;
  private final ProgressLimit head;
  private long heads;
  private boolean failed;
  private long failedSince = NOT_RUNNING;
  private long stuffedSince = NOT_RUNNING;
  private long dataBytes;

  /** The client has sent all that precedes its first request: its preface and settings. */
  private boolean settled;

  private boolean hadRequest;
  private boolean closing;
  private long idleSince = NOT_RUNNING;

  private Http2Session(
      Channel channel,
      boolean encrypted,
      ServerSettings settings,
      LoopState loop,
      ConnectionClock clock) {
    this.channel = channel;
    this.info = ConnectionInfo.of(channel, encrypted);
    this.settings = settings;
    this.loop = loop;
    this.clock = clock;
    this.lingeringClose = new LingeringClose(channel);
    this.head = new ProgressLimit(settings.headersTimeout);
    this.codec = Http2Codec.of(this, settings.maxHeaderSize);
    this.handler = codec.connection().newKey();
    // After that of the codec, by which the channel of the stream knows it is closed.
    codec.connection().addListener(new ClosedStreamReader());
  }

  /** Makes a connection one of HTTP/2, and sends the server's preface. */
  static Http2Codec start(
      Channel channel,
      boolean encrypted,
      ServerSettings settings,
      LoopState loop,
      ConnectionClock clock) {
    Http2Session session = new Http2Session(channel, encrypted, settings, loop, clock);
    channel
        .pipeline()
        .addLast(
            session.reads,
            session.codec,
            new Http2MultiplexHandler(new StreamInitializer(session)),
            session);
    // The window of streams goes with the settings, that of the connection takes a frame.
    ChannelOperations.write(
        channel,
        new DefaultHttp2WindowUpdateFrame(
            Http2Limits.CONNECTION_WINDOW - Http2Limits.STREAM_WINDOW),
        channel.newPromise());
    channel.flush();
    return session.codec;
  }

  ConnectionInfo info() {
    return info;
  }

  DateLine date() {
    return loop.date;
  }

  private boolean goesOn() {
    return !failed && channel.isActive();
  }

  Http2Work work() {
    return work;
  }

  /** Whether the client lets through anything of a response. */
  boolean isWindowOpen(int streamId) {
    Http2Stream stream = codec.connection().stream(streamId);
    return stream != null
        && codec.encoder().flowController().windowSize(stream) > 0
        && codec.encoder().flowController().windowSize(codec.connection().connectionStream()) > 0;
  }

  /** How many bytes of body have gone out on a stream. */
  long bytesSent(int streamId) {
    return codec.bytesSent(streamId);
  }

  void opened(Http2StreamHandler stream) {
    hadRequest = true;
    streams.add(stream);
    Http2Stream opened = codec.connection().stream(stream.streamId());
    if (opened != null) {
      opened.setProperty(handler, stream);
    }
    idleSince = NOT_RUNNING;
  }

  void closed(Http2StreamHandler stream) {
    streams.remove(stream);
    work.forget(stream);
    work.resume();
    if (closing && streams.isEmpty()) {
      ChannelOperations.close(channel);
    }
  }

  @Override
  public void handlerAdded(ChannelHandlerContext ctx) {
    loop.add(this);
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object frame) {
    // Frames that concern the connection: the library has acted on them.
    settled |= frame instanceof Http2SettingsFrame;
    ReferenceCountUtil.release(frame);
  }

  /** The client takes what is written, or does not: then nothing more is read from it. */
  @Override
  public void channelWritabilityChanged(ChannelHandlerContext ctx) {
    reads.set(channel, failed || channel.isWritable());
    ctx.fireChannelWritabilityChanged();
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext ctx) {
    clock.active();
    // A window may have been opened.
    work.resume();
    ctx.fireChannelReadComplete();
  }

  /** The client has been told that its connection ends, and why. */
  void failed(Throwable cause) {
    LOGGER.debug("A client of HTTP/2 is sent away", cause);
    failed = true;
    closing = true;
    IOException end = new IOException("The connection was closed: " + cause.getMessage(), cause);
    streams().forEach(stream -> stream.cutOff(end));
    lingeringClose.start(true);
    reads.set(channel, true);
  }

  /** Something came from a client that has been sent away. */
  void inputDropped() {
    lingeringClose.received();
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
    if (event instanceof ChannelInputShutdownEvent || event instanceof SslCloseCompletionEvent) {
      ChannelOperations.close(channel);
    }
    ctx.fireUserEventTriggered(event);
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    closing = true;
    loop.remove(this);
    ctx.fireChannelInactive();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    if (Http2CodecUtil.getEmbeddedHttp2Exception(cause) == null) {
      LOGGER.debug("A connection failed and is closed", cause);
      ChannelOperations.close(channel);
    } else {
      codec.onError(channel.pipeline().context(codec), false, cause);
    }
  }

  @Override
  public void check(long now) {
    if (clock.isStalledTooLong(now)) {
      streams().forEach(Http2StreamHandler::timedOut);
      ChannelOperations.cut(channel);
      return;
    }
    if (failed) {
      failedSince = failedSince == NOT_RUNNING ? now : failedSince;
      lingeringClose.check(now);
      if (now - failedSince >= FAILED_TIMEOUT) {
        ChannelOperations.close(channel);
      }
      return;
    }
    if (isStuffedTooLong(now)) {
      codec.fail(
          channel.pipeline().context(codec),
          Http2Error.ENHANCE_YOUR_CALM,
          "Too much waits for a client that takes nothing");
      return;
    }
    boolean begun = settled && hadRequest;
    if ((!begun || !streams.isEmpty()) && clock.isSilentTooLong(now)) {
      streams().forEach(Http2StreamHandler::timedOut);
      closeNow();
      return;
    }
    if (clock.isHeadTooLong(now, !begun)) {
      closeWhenIdle();
      closeNow();
      return;
    }
    if (isHeadTooLong(now)) {
      codec.fail(
          channel.pipeline().context(codec),
          Http2Error.ENHANCE_YOUR_CALM,
          "The head of a request takes too long");
      return;
    }
    work.check(now);
    streams().forEach(stream -> stream.check(now));
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

  /** Whatever else is open: nothing can come on the connection until the head is complete. */
  private boolean isHeadTooLong(long now) {
    boolean another = codec.heads().blocks() != heads;
    heads = codec.heads().blocks();
    return head.isExceeded(now, codec.heads().inBlock(), another);
  }

  private boolean isStuffedTooLong(long now) {
    long bytes = codec.dataBytes();
    if (!work.isStuffed() || bytes != dataBytes || stuffedSince == NOT_RUNNING) {
      dataBytes = bytes;
      stuffedSince = now;
      return false;
    }
    return now - stuffedSince >= STUFFED_TIMEOUT;
  }

  @Override
  public void closeWhenIdle() {
    if (closing) {
      return;
    }
    closing = true;
    ChannelOperations.write(
        channel, new DefaultHttp2GoAwayFrame(Http2Error.NO_ERROR), channel.newPromise());
    channel.flush();
    if (streams.isEmpty()) {
      ChannelOperations.close(channel);
    }
  }

  @Override
  public int requests() {
    return streams.size();
  }

  @Override
  public void closeNow() {
    ChannelOperations.close(channel);
  }

  /** What happens to a stream takes it out of the set. */
  private List<Http2StreamHandler> streams() {
    return new ArrayList<>(streams);
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

  private final class ClosedStreamReader extends Http2ConnectionAdapter {
    @Override
    public void onStreamClosed(Http2Stream closed) {
      Http2StreamHandler told = closed.getProperty(handler);
      if (told != null) {
        told.streamClosed();
      }
    }
  }
}
