package dev.fastjava.internal.netty;

import static io.netty.handler.codec.http2.Http2Exception.connectionError;
import static io.netty.handler.codec.http2.Http2Exception.streamError;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2Flags;
import io.netty.handler.codec.http2.Http2FrameListener;
import io.netty.handler.codec.http2.Http2FrameListenerDecorator;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.codec.http2.Http2Settings;
import io.netty.handler.codec.http2.Http2Stream;
import org.jspecify.annotations.Nullable;

/**
 * What has to be decided about a frame before the library acts on it: whether it may be dropped,
 * which error it is on a stream that is over, and whether there are too many of its kind.
 */
final class Http2FrameCheck extends Http2FrameListenerDecorator {
  /** Clients give the window back in larger parts; smaller ones make frames that are all head. */
  private static final int SMALL_INCREMENT = 1_024;

  /** What the server remembers of its own response fields, whatever the client would allow. */
  private static final long LARGEST_HEADER_TABLE = 4_096;

  private final Http2Limits limits;

  Http2FrameCheck(Http2FrameListener listener, Http2Limits limits) {
    super(listener);
    this.limits = limits;
  }

  @Override
  public int onDataRead(
      ChannelHandlerContext ctx, int streamId, ByteBuf data, int padding, boolean endOfStream)
      throws Http2Exception {
    if (data.isReadable() || endOfStream) {
      limits.usefulFrame();
    } else {
      limits.idleFrame();
    }
    Http2Stream stream = limits.stream(streamId);
    if (stream == null) {
      ClosedStreams.End end = limits.closed().of(streamId);
      if (end != null) {
        // The window of the connection gets the bytes back at once.
        int bytes = data.readableBytes() + padding;
        limits.flowController().receiveFlowControlledFrame(null, data, padding, endOfStream);
        dataAfterEnd(streamId, end, bytes);
        return bytes;
      }
    }
    if (limits.isIgnored(streamId)) {
      // The library would do the same, and log a line for each frame that clients choose to send.
      int bytes = data.readableBytes() + padding;
      limits.flowController().receiveFlowControlledFrame(stream, data, padding, endOfStream);
      limits.flowController().consumeBytes(stream, bytes);
      return bytes;
    }
    return super.onDataRead(ctx, streamId, data, padding, endOfStream);
  }

  private void dataAfterEnd(int streamId, ClosedStreams.End end, int bytes) throws Http2Exception {
    if (end != ClosedStreams.End.RESET_BY_SERVER) {
      throw afterEnd(streamId, end, "DATA");
    }
    // Until it hears of the reset, a client can send no more than the window it had.
    if (limits.closed().ignore(streamId, bytes) > Http2Limits.STREAM_WINDOW) {
      throw connectionError(
          Http2Error.FLOW_CONTROL_ERROR, "Stream %d goes on after its reset", streamId);
    }
  }

  @Override
  public void onHeadersRead(
      ChannelHandlerContext ctx, int streamId, Http2Headers headers, int padding, boolean end)
      throws Http2Exception {
    if (takesHeaders(streamId)) {
      super.onHeadersRead(ctx, streamId, headers, padding, end);
    }
  }

  @Override
  public void onHeadersRead(
      ChannelHandlerContext ctx,
      int streamId,
      Http2Headers headers,
      int dependency,
      short weight,
      boolean exclusive,
      int padding,
      boolean end)
      throws Http2Exception {
    if (takesHeaders(streamId)) {
      // Priorities are a thing of the past (RFC 9113, 5.3.2): no tree of them is kept.
      super.onHeadersRead(ctx, streamId, headers, padding, end);
    }
  }

  /** Whether HEADERS begin a stream, or belong to one that is open. */
  private boolean takesHeaders(int streamId) throws Http2Exception {
    limits.usefulFrame();
    if (limits.isIgnored(streamId)) {
      return false;
    }
    Http2Stream stream = limits.stream(streamId);
    if (stream != null) {
      if (stream.state() == Http2Stream.State.HALF_CLOSED_REMOTE) {
        throw streamError(
            streamId, Http2Error.STREAM_CLOSED, "HEADERS after the end of stream %d", streamId);
      }
      return true;
    }
    ClosedStreams.End end = limits.closed().of(streamId);
    if (end == ClosedStreams.End.RESET_BY_SERVER) {
      limits.idleFrame();
      return false;
    }
    if (end != null) {
      throw afterEnd(streamId, end, "HEADERS");
    }
    if (limits.mayHaveExisted(streamId)) {
      throw connectionError(
          Http2Error.PROTOCOL_ERROR, "Stream %d is opened after a later one", streamId);
    }
    return true;
  }

  private static Http2Exception afterEnd(int streamId, ClosedStreams.End end, String frame) {
    return end == ClosedStreams.End.RESET_BY_CLIENT
        ? streamError(
            streamId, Http2Error.STREAM_CLOSED, "%s after the reset of stream %d", frame, streamId)
        : connectionError(
            Http2Error.STREAM_CLOSED, "%s after the end of stream %d", frame, streamId);
  }

  @Override
  public void onRstStreamRead(ChannelHandlerContext ctx, int streamId, long errorCode)
      throws Http2Exception {
    Http2Stream stream = limits.stream(streamId);
    if (isWorkedOn(stream)) {
      limits.resetByClient(streamId);
    } else {
      limits.idleFrame();
      if (isOver(streamId)) {
        return;
      }
    }
    super.onRstStreamRead(ctx, streamId, errorCode);
  }

  /** Frames may cross with the one that ends a stream (RFC 9113, 5.1). */
  private boolean isOver(int streamId) {
    return streamId != 0 && limits.stream(streamId) == null && limits.closed().of(streamId) != null;
  }

  /** A reset of what has its whole response already takes no work back. */
  private static boolean isWorkedOn(@Nullable Http2Stream stream) {
    return stream != null
        && !stream.isResetSent()
        && (stream.state() == Http2Stream.State.OPEN
            || stream.state() == Http2Stream.State.HALF_CLOSED_REMOTE);
  }

  @Override
  public void onPriorityRead(
      ChannelHandlerContext ctx, int streamId, int dependency, short weight, boolean exclusive)
      throws Http2Exception {
    limits.idleFrame();
  }

  @Override
  public void onSettingsRead(ChannelHandlerContext ctx, Http2Settings settings)
      throws Http2Exception {
    limits.idleFrame();
    Long table = settings.headerTableSize();
    if (table != null && table > LARGEST_HEADER_TABLE) {
      settings.headerTableSize(LARGEST_HEADER_TABLE);
    }
    Integer window = settings.initialWindowSize();
    if (window != null) {
      limits.requireWindowsFit(window);
    }
    super.onSettingsRead(ctx, settings);
  }

  @Override
  public void onSettingsAckRead(ChannelHandlerContext ctx) throws Http2Exception {
    limits.idleFrame();
    super.onSettingsAckRead(ctx);
  }

  @Override
  public void onPingRead(ChannelHandlerContext ctx, long data) throws Http2Exception {
    limits.idleFrame();
    super.onPingRead(ctx, data);
  }

  @Override
  public void onPingAckRead(ChannelHandlerContext ctx, long data) throws Http2Exception {
    limits.idleFrame();
    super.onPingAckRead(ctx, data);
  }

  @Override
  public void onGoAwayRead(
      ChannelHandlerContext ctx, int lastStreamId, long errorCode, ByteBuf debugData)
      throws Http2Exception {
    limits.idleFrame();
    super.onGoAwayRead(ctx, lastStreamId, errorCode, debugData);
  }

  @Override
  public void onWindowUpdateRead(ChannelHandlerContext ctx, int streamId, int increment)
      throws Http2Exception {
    if (increment < SMALL_INCREMENT || limits.stream(streamId) == null) {
      limits.idleFrame();
    }
    if (isOver(streamId)) {
      return;
    }
    super.onWindowUpdateRead(ctx, streamId, increment);
  }

  @Override
  public void onUnknownFrame(
      ChannelHandlerContext ctx, byte type, int streamId, Http2Flags flags, ByteBuf payload)
      throws Http2Exception {
    // Nobody asks for it: dropped here, where it costs least (RFC 9113, 5.5).
    limits.idleFrame();
  }
}
