package dev.fastjava.internal.netty;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http2.DecoratingHttp2FrameWriter;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2FrameWriter;
import io.netty.handler.codec.http2.Http2Headers;

/**
 * Counts what goes out. Every reset passes here, also those that the library makes by itself and
 * those of streams that it does not know.
 */
final class Http2FrameCounter extends DecoratingHttp2FrameWriter {
  private final Http2Limits limits;
  private final SentData sent;
  private long dataBytes;

  Http2FrameCounter(Http2FrameWriter writer, Http2Limits limits, SentData sent) {
    super(writer);
    this.limits = limits;
    this.sent = sent;
  }

  /** How many bytes of bodies the client has taken. */
  long dataBytes() {
    return dataBytes;
  }

  /** How many bytes of a body have gone out on a stream. */
  long bytesSent(int streamId) {
    return sent.on(streamId);
  }

  @Override
  public ChannelFuture writeRstStream(
      ChannelHandlerContext ctx, int streamId, long errorCode, ChannelPromise promise) {
    if (isCausedByClient(errorCode)) {
      limits.resetByServer();
    }
    return super.writeRstStream(ctx, streamId, errorCode, promise);
  }

  /** The others end uploads that nobody reads and responses that the application breaks off. */
  private static boolean isCausedByClient(long errorCode) {
    return errorCode != Http2Error.NO_ERROR.code() && errorCode != Http2Error.INTERNAL_ERROR.code();
  }

  @Override
  public ChannelFuture writeData(
      ChannelHandlerContext ctx,
      int streamId,
      ByteBuf data,
      int padding,
      boolean endStream,
      ChannelPromise promise) {
    dataBytes += data.readableBytes();
    sent.count(streamId, data.readableBytes());
    if (endStream) {
      limits.responded();
    }
    return super.writeData(ctx, streamId, data, padding, endStream, promise);
  }

  @Override
  public ChannelFuture writeHeaders(
      ChannelHandlerContext ctx,
      int streamId,
      Http2Headers headers,
      int padding,
      boolean endStream,
      ChannelPromise promise) {
    if (endStream) {
      limits.responded();
    }
    return super.writeHeaders(ctx, streamId, headers, padding, endStream, promise);
  }
}
