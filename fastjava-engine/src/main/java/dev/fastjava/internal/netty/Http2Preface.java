package dev.fastjava.internal.netty;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.handler.codec.http2.Http2CodecUtil;
import java.util.List;

/**
 * Looks at the first bytes of a connection without TLS: a client may speak HTTP/2 without asking.
 */
final class Http2Preface extends ByteToMessageDecoder {
  private final Runnable switchToHttp2;

  Http2Preface(Runnable switchToHttp2) {
    this.switchToHttp2 = switchToHttp2;
  }

  @Override
  protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) {
    ByteBuf preface = Http2CodecUtil.connectionPrefaceBuf();
    try {
      int known = Math.min(in.readableBytes(), preface.readableBytes());
      boolean matches =
          ByteBufUtil.equals(in, in.readerIndex(), preface, preface.readerIndex(), known);
      if (matches && known < preface.readableBytes()) {
        return;
      }
      if (matches) {
        switchToHttp2.run();
      }
    } finally {
      preface.release();
    }
    // What has been read goes to the handlers that are there now.
    ctx.pipeline().remove(this);
  }
}
