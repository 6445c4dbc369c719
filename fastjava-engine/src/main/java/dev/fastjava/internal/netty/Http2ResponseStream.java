package dev.fastjava.internal.netty;

import dev.fastjava.internal.exchange.ResponseHeaders;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.util.Map;

/** A response on HTTP/2 that is written in parts. */
final class Http2ResponseStream extends NettyResponseStream {
  private final Http2Exchange exchange;
  private final int status;

  Http2ResponseStream(Http2Exchange exchange, int status, ResponseHeaders headers) {
    super(exchange, status, headers);
    this.exchange = exchange;
    this.status = status;
  }

  @Override
  ByteBuf encode(ByteBuffer part, int size) {
    return exchange.channel().alloc().ioBuffer(size).writeBytes(part);
  }

  @Override
  void writeHead() {
    exchange.write(exchange.head(status, headers, false));
  }

  @Override
  void writeEnd(Map<String, String> trailers) {
    if (trailers.isEmpty()) {
      exchange.writeLastPiece(Unpooled.EMPTY_BUFFER);
    } else {
      exchange.finish(Http2Exchange.trailers(trailers));
    }
  }

  @Override
  void writeEmpty(Map<String, String> trailers) {
    if (trailers.isEmpty()) {
      exchange.finish(exchange.head(status, headers, true));
    } else {
      writeHead();
      writeEnd(trailers);
    }
  }

  @Override
  void prepareAbort() {
    // The reset of the stream tells enough.
  }
}
