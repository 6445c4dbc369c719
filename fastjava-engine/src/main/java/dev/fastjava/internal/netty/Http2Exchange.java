package dev.fastjava.internal.netty;

import dev.fastjava.internal.exchange.ResponseHeaders;
import dev.fastjava.internal.exchange.ResponseStream;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http2.DefaultHttp2DataFrame;
import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.DefaultHttp2HeadersFrame;
import io.netty.handler.codec.http2.DefaultHttp2ResetFrame;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.codec.http2.Http2StreamFrame;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLongFieldUpdater;
import org.jspecify.annotations.Nullable;

/** A request on a stream of HTTP/2, and its response. */
final class Http2Exchange extends NettyExchange {
  private final DateLine date;
  private final boolean waitsForContinue;
  private final Http2Work work;
  private boolean continueSent;
  private boolean resetByClient;

  private static final AtomicLongFieldUpdater<Http2Exchange> COUNTS =
      AtomicLongFieldUpdater.newUpdater(Http2Exchange.class, "counts");

  /** What the response that is expected counts for. */
  private volatile long counts;

  /** Counted as work under way; on the event loop only. */
  private boolean counted;

  /** The application has ended what it did, or leaves the response to somebody who may come. */
  private volatile boolean left;

  Http2Exchange(
      Channel stream,
      ConnectionInfo info,
      Http2RequestHead head,
      DateLine date,
      Http2Work work,
      BodySource source) {
    super(stream, info, head.method(), head.target(), head.headers(), source);
    this.date = date;
    this.work = work;
    this.waitsForContinue = "100-continue".equalsIgnoreCase(header("expect"));
  }

  @Override
  public String httpVersion() {
    return "2";
  }

  @Override
  public boolean isHttp2() {
    return true;
  }

  boolean hasUnknownExpectation() {
    return !waitsForContinue && header("expect") != null;
  }

  @Override
  void dispatch() {
    super.dispatch();
    counted = true;
    work.begun();
  }

  @Override
  void workOver() {
    expectNoMore();
    if (counted) {
      counted = false;
      work.ended(this);
      work.resume();
    }
  }

  // What the lifecycle calls.

  @Override
  public boolean holdsBack(long expected, Runnable begin) {
    UnsentReplies unsent = work.unsent();
    long size = UnsentReplies.counted(expected);
    if (unsent.expect(size)) {
      counts = size;
      return false;
    }
    unsent.hold(
        size,
        () -> {
          counts = size;
          begin.run();
        });
    return true;
  }

  /**
   * The streams of a connection that is gone are closed one after the other, so it is asked too.
   */
  @Override
  public boolean isOpen() {
    return channel().isActive() && channel().parent().isActive();
  }

  /** The response is there, or nobody knows when it will be. */
  private void expectNoMore() {
    if (counts > 0) {
      work.unsent().arrived(COUNTS.getAndSet(this, 0));
    }
  }

  @Override
  public void left() {
    left = true;
    expectNoMore();
    if (aborted()) {
      onLoop(this::clientGone);
    }
  }

  @Override
  void clientGone() {
    if (left && counted) {
      work.leave(this);
    }
  }

  @Override
  public void send(int status, ResponseHeaders headers, byte[] body, int offset, int length) {
    markHeadSent();
    boolean bodiless = length == 0 || isBodiless(status);
    if (!bodiless) {
      // Counted as soon as it is made: the loop may learn of it late.
      work.unsent().written(length);
    }
    expectNoMore();
    if (!onLoop(() -> writeWhole(status, headers, body, offset, bodiless ? 0 : length))
        && !bodiless) {
      work.unsent().sent(length);
    }
  }

  @Override
  public void sendFile(
      int status, ResponseHeaders headers, FileChannel file, long position, long count) {
    markHeadSent();
    expectNoMore();
    if (!onLoop(() -> writeFile(status, headers, file, position, count))) {
      FilePieces.close(file);
    }
  }

  @Override
  public ResponseStream startStream(int status, ResponseHeaders headers) {
    expectNoMore();
    Http2ResponseStream started = new Http2ResponseStream(this, status, headers);
    onLoop(() -> attach(started));
    return started;
  }

  @Override
  public void destroy(@Nullable Throwable cause) {
    onLoop(
        () -> {
          markDestroyed();
          expectNoMore();
          reset();
          workOver();
        });
  }

  /** The client has reset the stream. */
  void resetByClient(IOException cause) {
    resetByClient = true;
    cutOff(cause);
    // By then the library knows the reset; parts of the body that nobody reads are let go.
    loop().execute(() -> ChannelOperations.close(channel()));
  }

  // Writing; on the event loop.

  /** Lets the client send its body, if it waits for that. */
  void permitBody() {
    if (waitsForContinue && !continueSent && !isWritten() && isCurrent()) {
      continueSent = true;
      write(new DefaultHttp2HeadersFrame(new DefaultHttp2Headers().status("100")));
      channel().flush();
    }
  }

  @Override
  ChannelFuture writeInformational(int status, ResponseHeaders headers) {
    Http2Headers head = new DefaultHttp2Headers(false).status(Integer.toString(status));
    addFields(head, headers);
    return channel().writeAndFlush(new DefaultHttp2HeadersFrame(head));
  }

  private void writeWhole(
      int status, ResponseHeaders headers, byte[] body, int offset, int length) {
    if (!begin()) {
      work.unsent().sent(length);
      work.resume();
      return;
    }
    if (length == 0) {
      finish(head(status, headers, true));
    } else {
      countBytes(length);
      write(head(status, headers, false));
      // The array is ours now: the bytes go out from where they are.
      ChannelPromise sent = channel().newPromise();
      sent.addListener(
          done -> {
            work.unsent().sent(length);
            work.resume();
          });
      finish(new DefaultHttp2DataFrame(Unpooled.wrappedBuffer(body, offset, length), true), sent);
    }
  }

  private void writeFile(
      int status, ResponseHeaders headers, FileChannel file, long position, long count) {
    if (!begin()) {
      FilePieces.close(file);
    } else if (count == 0 || isBodiless(status)) {
      FilePieces.close(file);
      finish(head(status, headers, true));
    } else {
      write(head(status, headers, false));
      new PieceWriter(this, new FilePieces(file, position, count, blocking()), false).writeNext();
    }
  }

  DefaultHttp2HeadersFrame head(int status, ResponseHeaders headers, boolean end) {
    Http2Headers head = new DefaultHttp2Headers(false).status(Integer.toString(status));
    addFields(head, headers);
    if (!headers.has("date")) {
      head.add("date", date.value());
    }
    return new DefaultHttp2HeadersFrame(head, end);
  }

  private static void addFields(Http2Headers head, ResponseHeaders headers) {
    for (int i = 0; i < headers.size(); i++) {
      String name = headers.name(i);
      switch (name) {
        case "connection", "keep-alive", "proxy-connection", "transfer-encoding", "upgrade" -> {
          // These speak of a connection, which HTTP/2 manages by itself.
        }
        default -> {
          if (headers.value(i) instanceof List<?> lines) {
            lines.forEach(line -> head.add(name, String.valueOf(line)));
          } else {
            head.add(name, headers.value(i).toString());
          }
        }
      }
    }
  }

  static DefaultHttp2HeadersFrame trailers(Map<String, String> trailers) {
    Http2Headers fields = new DefaultHttp2Headers(false);
    trailers.forEach(fields::add);
    return new DefaultHttp2HeadersFrame(fields, true);
  }

  void write(Http2StreamFrame frame) {
    ChannelOperations.write(channel(), frame, channel().newPromise());
  }

  /** Writes the last frame of the response. */
  void finish(Http2StreamFrame last) {
    finish(last, channel().newPromise());
  }

  private void finish(Http2StreamFrame last, ChannelPromise promise) {
    markWritten();
    promise.addListener(this);
    ChannelOperations.write(channel(), last, promise);
    promise.addListener(written -> stopBody());
    channel().flush();
  }

  /** Nobody reads the rest of the body: the client may save itself the trouble. */
  private void stopBody() {
    if (!body().isComplete() && channel().isActive()) {
      write(new DefaultHttp2ResetFrame(Http2Error.NO_ERROR));
      channel().flush();
    }
  }

  @Override
  ChannelFuture writePiece(ByteBuf piece) {
    return channel().writeAndFlush(new DefaultHttp2DataFrame(piece, false));
  }

  @Override
  void outputMoved() {
    // Each frame that goes out is counted: a part may consist of very many.
  }

  @Override
  void writeLastPiece(ByteBuf piece) {
    finish(new DefaultHttp2DataFrame(piece, true));
  }

  @Override
  boolean isCurrent() {
    return channel().isActive();
  }

  @Override
  void reset() {
    if (resetByClient) {
      // RFC 9113, 5.4.2: a reset is not answered by another one, and closing would send one.
      return;
    }
    if (channel().isActive()) {
      write(new DefaultHttp2ResetFrame(Http2Error.INTERNAL_ERROR));
      channel().flush();
    }
    ChannelOperations.close(channel());
  }
}
