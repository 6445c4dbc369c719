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
 * A response that is written in parts. The writer's thread copies a part into a buffer of Netty;
 * the event loop writes it.
 */
abstract class NettyResponseStream implements ResponseStream {
  final ResponseHeaders headers;

  private final NettyExchange exchange;
  private final boolean bodiless;
  private final WriteWindow window = new WriteWindow();

  /** How many bytes the headers allow; -1 when they do not say. */
  private final long announcedLength;

  // On the event loop only:
  private long length;
  private boolean headWritten;
  private boolean over;

  NettyResponseStream(NettyExchange exchange, int status, ResponseHeaders headers) {
    this.exchange = exchange;
    this.headers = headers;
    this.bodiless = exchange.isBodiless(status);
    this.announcedLength = exchange.keepsLength(headers) ? announcedLength(headers) : -1;
  }

  /** Copies a part into a buffer as it goes out; on the writer's thread. */
  abstract ByteBuf encode(ByteBuffer part, int size);

  /** Writes the head, which parts follow. */
  abstract void writeHead();

  /** Writes the end of a body of which parts have been written. */
  abstract void writeEnd(Map<String, String> trailers);

  /** Writes a response that has turned out to be empty: the head has not been written. */
  abstract void writeEmpty(Map<String, String> trailers);

  /** The response is about to be broken off. */
  abstract void prepareAbort();

  @Override
  public final boolean write(ByteBuffer part) {
    int size = part.remaining();
    if (size == 0) {
      return true;
    }
    exchange.markHeadSent();
    boolean more = window.add(size);
    ByteBuf encoded = bodiless ? Unpooled.EMPTY_BUFFER : encode(part, size);
    if (!exchange.onLoop(() -> write(encoded, size))) {
      encoded.release();
      window.close();
    }
    return more;
  }

  @Override
  public final void onWritable(Runnable action) {
    window.whenOpen(action);
  }

  @Override
  public final void end(Map<String, String> trailers) {
    exchange.markHeadSent();
    exchange.onLoop(() -> finish(trailers));
  }

  @Override
  public final void abort(Throwable cause) {
    exchange.onLoop(() -> breakOff(cause));
  }

  /** The connection is gone. On the event loop. */
  final void broken() {
    over = true;
    window.close();
  }

  private void write(ByteBuf part, int size) {
    length += size;
    if (!isOpen()) {
      part.release();
      broken();
    } else if (!bodiless && announcedLength >= 0 && length > announcedLength) {
      // One byte more, and the client would take it for the next response.
      part.release();
      breakOffByFault(new IOException("The body is longer than its content-length"));
    } else {
      if (!headWritten) {
        headWritten = true;
        writeHead();
      }
      if (!bodiless) {
        exchange.countBytes(size);
      }
      exchange.givePiece(part).addListener(written -> written(size, written.cause()));
    }
  }

  private void written(int size, @Nullable Throwable failure) {
    exchange.pieceGone();
    window.remove(size);
    if (failure != null) {
      broken();
      exchange.cutOff(failure);
    }
  }

  private void finish(Map<String, String> trailers) {
    if (!isOpen()) {
      broken();
    } else if (!bodiless && announcedLength > length) {
      breakOffByFault(new IOException("The body is shorter than its content-length"));
    } else {
      over = true;
      if (headWritten) {
        writeEnd(trailers);
      } else {
        writeEmpty(trailers);
      }
    }
  }

  /** The application has not said yet what is wrong, as it does when it aborts. */
  private void breakOffByFault(Throwable cause) {
    exchange.responseFailed(cause);
    breakOff(cause);
  }

  private void breakOff(Throwable cause) {
    if (isOpen()) {
      prepareAbort();
      exchange.breakOff(cause);
    }
    broken();
  }

  private boolean isOpen() {
    return !over && !exchange.isWritten() && exchange.isCurrent();
  }

  private static long announcedLength(ResponseHeaders headers) {
    String length = headers.text("content-length");
    if (length == null) {
      return -1;
    }
    try {
      return Long.parseLong(length);
    } catch (NumberFormatException e) {
      return -1;
    }
  }
}
