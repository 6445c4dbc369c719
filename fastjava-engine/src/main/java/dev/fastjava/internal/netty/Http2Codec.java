package dev.fastjava.internal.netty;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http2.DefaultHttp2Connection;
import io.netty.handler.codec.http2.DefaultHttp2ConnectionDecoder;
import io.netty.handler.codec.http2.DefaultHttp2ConnectionEncoder;
import io.netty.handler.codec.http2.DefaultHttp2FrameReader;
import io.netty.handler.codec.http2.DefaultHttp2FrameWriter;
import io.netty.handler.codec.http2.DefaultHttp2HeadersDecoder;
import io.netty.handler.codec.http2.DefaultHttp2RemoteFlowController;
import io.netty.handler.codec.http2.Http2Connection;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2FrameCodec;
import io.netty.handler.codec.http2.Http2HeadersEncoder;
import io.netty.handler.codec.http2.Http2Settings;
import io.netty.handler.codec.http2.UniformStreamByteDistributor;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The library's codec with limits of our own, which tells a client why its connection ends: after
 * GOAWAY it drops what the client still sends, so that the client gets to read it.
 */
final class Http2Codec extends Http2FrameCodec {
  /** CONTINUATION frames with next to nothing in them. */
  private static final int MOST_SMALL_CONTINUATIONS = 16;

  private final Http2Session session;
  private final Http2FrameCounter counter;
  private final Http2HeadWatch heads;
  private boolean failed;

  private Http2Codec(
      Http2Session session,
      Http2FrameCounter counter,
      Http2HeadWatch heads,
      DefaultHttp2ConnectionEncoder encoder,
      DefaultHttp2ConnectionDecoder decoder,
      Http2Settings settings) {
    super(encoder, decoder, settings, false, true);
    this.session = session;
    this.counter = counter;
    this.heads = heads;
    // The session itself waits for its streams when it has to.
    gracefulShutdownTimeoutMillis(0);
  }

  static Http2Codec of(Http2Session session, int maxHeaderSize) {
    Http2Connection connection = new DefaultHttp2Connection(true, 0);
    // At once, not only when the client has acknowledged the settings.
    connection.remote().maxActiveStreams(Http2Limits.MOST_STREAMS);
    connection
        .remote()
        .flowController(
            new DefaultHttp2RemoteFlowController(
                connection, new UniformStreamByteDistributor(connection)));
    Http2Limits limits = new Http2Limits(connection);
    Http2HeadWatch heads = new Http2HeadWatch();
    Http2FrameRules reader =
        new Http2FrameRules(
            new DefaultHttp2FrameReader(
                new DefaultHttp2HeadersDecoder(true, false, maxHeaderSize),
                MOST_SMALL_CONTINUATIONS),
            limits,
            heads);
    // The client's limit on fields is advice (RFC 9113, 10.5.1): a response goes out in any case.
    Http2FrameCounter writer =
        new Http2FrameCounter(
            new DefaultHttp2FrameWriter(Http2HeadersEncoder.NEVER_SENSITIVE, true),
            limits,
            new SentData(connection));
    DefaultHttp2ConnectionEncoder encoder = new DefaultHttp2ConnectionEncoder(connection, writer);
    DefaultHttp2ConnectionDecoder decoder =
        new DefaultHttp2ConnectionDecoder(connection, encoder, reader);
    Http2Settings settings =
        Http2Settings.defaultSettings()
            .maxConcurrentStreams(Http2Limits.MOST_STREAMS)
            .initialWindowSize(Http2Limits.STREAM_WINDOW)
            .maxHeaderListSize(maxHeaderSize);
    return new Http2Codec(session, writer, heads, encoder, decoder, settings);
  }

  /** What the client has sent of header blocks. */
  Http2HeadWatch heads() {
    return heads;
  }

  /** How many bytes of bodies the client has taken. */
  long dataBytes() {
    return counter.dataBytes();
  }

  /** How many bytes of a body have gone out on a stream. */
  long bytesSent(int streamId) {
    return counter.bytesSent(streamId);
  }

  /** Ends the connection because of what the client does, and says so. */
  void fail(ChannelHandlerContext ctx, Http2Error error, String reason) {
    onError(ctx, false, Http2Exception.connectionError(error, reason));
  }

  @Override
  protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) throws Exception {
    if (failed) {
      in.skipBytes(in.readableBytes());
      session.inputDropped();
    } else {
      super.decode(ctx, in, out);
    }
  }

  @Override
  protected void onConnectionError(
      ChannelHandlerContext ctx,
      boolean outbound,
      Throwable cause,
      @Nullable Http2Exception http2Cause) {
    if (failed) {
      return;
    }
    failed = true;
    Http2Error error = http2Cause == null ? Http2Error.INTERNAL_ERROR : http2Cause.error();
    String message = String.valueOf(cause.getMessage());
    ByteBuf reason =
        http2Cause == null
            ? Unpooled.EMPTY_BUFFER
            : Unpooled.wrappedBuffer(message.getBytes(StandardCharsets.UTF_8));
    var unused =
        goAway(
            ctx, connection().remote().lastStreamCreated(), error.code(), reason, ctx.newPromise());
    session.failed(cause);
  }
}
