package dev.fastjava.internal.netty;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2FrameListener;
import io.netty.handler.codec.http2.Http2FrameReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads the frames of one connection and looks at each before the library acts on it ({@link
 * Http2FrameCheck}).
 */
final class Http2FrameRules implements Http2FrameReader {
  private final Http2FrameReader reader;
  private final Http2Limits limits;
  private final Http2HeadWatch heads;
  private @Nullable Http2FrameListener receiver;
  private @Nullable Http2FrameCheck check;

  Http2FrameRules(Http2FrameReader reader, Http2Limits limits, Http2HeadWatch heads) {
    this.reader = reader;
    this.limits = limits;
    this.heads = heads;
  }

  @Override
  public void readFrame(ChannelHandlerContext ctx, ByteBuf input, Http2FrameListener listener)
      throws Http2Exception {
    Http2FrameListener checked = check;
    // The library starts with a listener of its own that waits for the client's settings.
    if (checked == null || receiver != listener) {
      receiver = listener;
      checked = check = new Http2FrameCheck(listener, limits);
    }
    int from = input.readerIndex();
    try {
      reader.readFrame(ctx, input, checked);
    } catch (Http2Exception e) {
      if (Http2Exception.isStreamError(e)) {
        limits.rejected(Http2Exception.streamId(e));
      }
      throw e;
    } finally {
      heads.read(input, from, input.readerIndex());
    }
  }

  @Override
  public Configuration configuration() {
    return reader.configuration();
  }

  @Override
  public void close() {
    reader.close();
  }
}
