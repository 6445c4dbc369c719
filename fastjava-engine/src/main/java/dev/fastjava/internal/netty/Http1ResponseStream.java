package dev.fastjava.internal.netty;

import dev.fastjava.internal.exchange.ResponseHeaders;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.util.Map;

/** A response on HTTP/1 that is written in parts: in chunks, or as it is. */
final class Http1ResponseStream extends NettyResponseStream {
  private final Http1Exchange exchange;
  private final Http1Connection connection;
  private final int status;
  private final Framing framing;

  Http1ResponseStream(
      Http1Exchange exchange, Http1Connection connection, int status, ResponseHeaders headers) {
    super(exchange, status, headers);
    this.exchange = exchange;
    this.connection = connection;
    this.status = status;
    this.framing = exchange.framing(status, headers, false);
  }

  @Override
  ByteBuf encode(ByteBuffer part, int size) {
    if (framing != Framing.CHUNKED) {
      return exchange.channel().alloc().ioBuffer(size).writeBytes(part);
    }
    ByteBuf chunk = exchange.channel().alloc().ioBuffer(size + Chunks.FRAME_LENGTH);
    Chunks.start(chunk, size);
    chunk.writeBytes(part);
    Chunks.end(chunk);
    return chunk;
  }

  @Override
  void writeHead() {
    connection.output().write(exchange.writeHead(status, headers, framing, 0));
  }

  @Override
  void writeEnd(Map<String, String> trailers) {
    if (framing == Framing.CHUNKED) {
      ByteBuf end = exchange.channel().alloc().ioBuffer();
      Chunks.last(end, trailers);
      exchange.finish(end);
    } else {
      exchange.finish(Unpooled.EMPTY_BUFFER);
    }
  }

  @Override
  void writeEmpty(Map<String, String> trailers) {
    boolean announced = headers.isChunked() || headers.has("trailer");
    if (framing == Framing.CHUNKED && trailers.isEmpty() && !announced) {
      exchange.finish(exchange.writeHead(status, headers, Framing.EMPTY, 0));
    } else {
      writeHead();
      writeEnd(trailers);
    }
  }

  @Override
  void prepareAbort() {
    if (framing == Framing.UNTIL_CLOSE) {
      connection.makeCloseAbrupt();
    }
  }
}
