package dev.fastjava.internal.netty;

import dev.fastjava.internal.exchange.ResponseHeaders;
import dev.fastjava.internal.exchange.ResponseStream;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A response on HTTP/1 that is written in parts. The writer's thread copies a part into a buffer of
 * Netty; the event loop writes it.
 */
final class Http1ResponseStream implements ResponseStream {
  private final Http1Exchange exchange;
  private final Http1Connection connection;
  private final int status;
  private final ResponseHeaders headers;
  private final Framing framing;
  private final boolean bodiless;
  private final WriteWindow window = new WriteWindow();

  /** How many bytes the headers allow; -1 when they do not say. */
  private final long announcedLength;

  // On the event loop only:
  private long length;
  private boolean headWritten;
  private boolean over;

  Http1ResponseStream(
      Http1Exchange exchange, Http1Connection connection, int status, ResponseHeaders headers) {
    this.exchange = exchange;
    this.connection = connection;
    this.status = status;
    this.headers = headers;
    this.bodiless = exchange.isBodiless(status);
    this.framing = exchange.framing(status, headers, false);
    this.announcedLength = framing == Framing.AS_GIVEN ? announcedLength(headers) : -1;
  }

  @Override
  public boolean write(ByteBuffer part) {
    int size = part.remaining();
    if (size == 0) {
      return true;
    }
    exchange.markHeadSent();
    boolean more = window.add(size);
    ByteBuf copy = bodiless ? Unpooled.EMPTY_BUFFER : copy(part, size);
    if (!exchange.onLoop(() -> write(copy, size))) {
      copy.release();
      window.close();
    }
    return more;
  }

  @Override
  public void onWritable(Runnable action) {
    window.whenOpen(action);
  }

  @Override
  public void end(Map<String, String> trailers) {
    exchange.markHeadSent();
    exchange.onLoop(() -> finish(trailers));
  }

  @Override
  public void abort(Throwable cause) {
    exchange.onLoop(
        () -> {
          if (isOpen()) {
            over = true;
            if (framing == Framing.UNTIL_CLOSE) {
              connection.makeCloseAbrupt();
            }
            exchange.breakOff(cause);
          }
          window.close();
        });
  }

  /** The connection is gone, or the response has been replaced by another. On the event loop. */
  void broken() {
    over = true;
    window.close();
  }

  private void write(ByteBuf part, int size) {
    if (!isOpen()) {
      part.release();
      broken();
      return;
    }
    writeHead();
    length += size;
    if (announcedLength >= 0 && length > announcedLength && !bodiless) {
      // One byte more, and the client would take it for the next response.
      part.release();
      over = true;
      exchange.breakOff(new IOException("The body is longer than its content-length"));
      window.close();
      return;
    }
    connection.output().writeAndFlush(part).addListener(written -> written(size, written.cause()));
  }

  private void written(int size, @Nullable Throwable failure) {
    window.remove(size);
    if (failure != null) {
      over = true;
      exchange.cutOff(failure);
    }
  }

  private void finish(Map<String, String> trailers) {
    if (!isOpen()) {
      broken();
      return;
    }
    over = true;
    if (announcedLength > length && !bodiless) {
      exchange.breakOff(new IOException("The body is shorter than its content-length"));
      window.close();
      return;
    }
    if (!headWritten) {
      boolean empty = framing == Framing.CHUNKED && trailers.isEmpty();
      boolean chunkedAnyway = headers.has("transfer-encoding") || headers.has("trailer");
      if (empty && !chunkedAnyway) {
        exchange.finish(exchange.writeHead(status, headers, Framing.EMPTY, 0));
        return;
      }
      connection.output().write(exchange.writeHead(status, headers, framing, 0));
    }
    if (framing == Framing.CHUNKED) {
      ByteBuf end = exchange.channel().alloc().ioBuffer();
      Chunks.last(end, trailers);
      exchange.finish(end);
    } else {
      exchange.finish(Unpooled.EMPTY_BUFFER);
    }
  }

  private void writeHead() {
    if (!headWritten) {
      headWritten = true;
      connection.output().write(exchange.writeHead(status, headers, framing, 0));
    }
  }

  private boolean isOpen() {
    return !over && !exchange.isWritten() && exchange.isCurrent();
  }

  private ByteBuf copy(ByteBuffer part, int size) {
    if (framing != Framing.CHUNKED) {
      return exchange.channel().alloc().ioBuffer(size).writeBytes(part);
    }
    ByteBuf chunk = exchange.channel().alloc().ioBuffer(size + Chunks.FRAME_LENGTH);
    Chunks.start(chunk, size);
    chunk.writeBytes(part);
    Chunks.end(chunk);
    return chunk;
  }

  private static long announcedLength(ResponseHeaders headers) {
    String length = headers.text("content-length");
    try {
      return length == null ? -1 : Long.parseLong(length);
    } catch (NumberFormatException e) {
      return -1;
    }
  }
}
