package dev.fastjava.internal.netty;

import dev.fastjava.internal.exchange.ResponseHeaders;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelPromise;
import org.jspecify.annotations.Nullable;

/**
 * What a connection of HTTP/1 writes. While requests are being taken in a batch, all that is
 * written goes to the operating system together, at the end of the batch.
 */
final class Http1Output {
  private final Channel channel;
  private final HeadWriter heads;
  private final ConnectionClock clock;

  /** The last one whose response has been written, until all of that has gone out. */
  private @Nullable Http1Exchange leaving;

  private boolean batching;
  private boolean flushNeeded;

  Http1Output(Channel channel, HeadWriter heads, ConnectionClock clock) {
    this.channel = channel;
    this.heads = heads;
    this.clock = clock;
  }

  HeadWriter heads() {
    return heads;
  }

  boolean isBatching() {
    return batching;
  }

  void startBatch() {
    batching = true;
  }

  void endBatch() {
    batching = false;
    if (flushNeeded) {
      flushNow();
    }
  }

  void flush() {
    if (batching) {
      flushNeeded = true;
    } else {
      flushNow();
    }
  }

  void flushNow() {
    flushNeeded = false;
    channel.flush();
  }

  /** Writes a part that others follow. */
  void write(Object part) {
    ChannelOperations.write(channel, part);
  }

  ChannelFuture writeAndFlush(Object part) {
    ChannelFuture written = channel.write(part);
    flush();
    return written;
  }

  /**
   * Writes the last part of a response; the caller flushes, after it has gone on to the next
   * request.
   */
  void writeLast(Object part, Http1Exchange exchange) {
    leaving = exchange;
    ChannelPromise promise = channel.newPromise();
    promise.addListener(exchange);
    ChannelOperations.write(channel, part, promise);
  }

  /** A part of a response, or its end, has gone out. */
  void moved(Http1Exchange exchange) {
    clock.wrote();
    if (exchange == leaving && !exchange.waitsForClient()) {
      leaving = null;
    }
  }

  /** The connection ends for what the client did not do in time. */
  void timedOut() {
    if (leaving != null) {
      leaving.timedOut();
    }
  }

  /** Lets the client send the body of its request. */
  void writeContinue() {
    write(informational(100, new ResponseHeaders()));
    flush();
  }

  ChannelFuture writeInformational(int status, ResponseHeaders headers) {
    return writeAndFlush(informational(status, headers));
  }

  private ByteBuf informational(int status, ResponseHeaders headers) {
    return heads.writeInformational(channel.alloc(), status, headers);
  }
}
