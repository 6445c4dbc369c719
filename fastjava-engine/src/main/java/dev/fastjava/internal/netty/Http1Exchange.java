package dev.fastjava.internal.netty;

import dev.fastjava.internal.exchange.ResponseHeaders;
import dev.fastjava.internal.exchange.ResponseStream;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFuture;
import io.netty.channel.DefaultFileRegion;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import org.jspecify.annotations.Nullable;

/** A request on a connection of HTTP/1.1 or 1.0, and its response. */
final class Http1Exchange extends NettyExchange {
  /** Longer bodies are not copied into one buffer with the head, but written piece by piece. */
  private static final int LARGE_BODY = 1 << 20;

  private final Http1Connection connection;
  private final boolean http10;
  private final boolean keepAliveAsked;
  private final boolean unknownExpectation;
  private boolean waitsForContinue;
  private final long announcedLength;

  /** A file that the system copies to the connection. */
  private @Nullable DefaultFileRegion sentRegion;

  private @Nullable FileChannel sentFile;

  private boolean persistent;

  Http1Exchange(Http1Connection connection, HttpRequest request) {
    super(
        connection.channel(),
        connection.info(),
        request.method().name(),
        request.uri(),
        request.headers(),
        connection);
    this.connection = connection;
    this.http10 = !request.protocolVersion().equals(HttpVersion.HTTP_1_1);
    this.keepAliveAsked = HttpUtil.isKeepAlive(request);
    String expectation = header(HttpHeaderNames.EXPECT.toString());
    // RFC 9110 10.1.1: a client of HTTP/1.0 has none.
    if (expectation == null || http10) {
      this.unknownExpectation = false;
    } else {
      this.waitsForContinue = isContinue(expectation);
      this.unknownExpectation = !waitsForContinue;
    }
    this.announcedLength = HttpUtil.getContentLength(request, -1L);
  }

  // What the connection asks and tells; on the event loop.

  boolean isHttp10() {
    return http10;
  }

  /** Whether the client wants to go on using the connection. */
  boolean keepAliveAsked() {
    return keepAliveAsked;
  }

  /** Whether the client may be waiting for permission to send its body. */
  boolean waitsForContinue() {
    return waitsForContinue && !body().isComplete();
  }

  /** The client is told to send its body. */
  void permitBody() {
    waitsForContinue = false;
  }

  /** The value of {@code content-length}; -1 without one. */
  long announcedLength() {
    return announcedLength;
  }

  boolean hasUnknownExpectation() {
    return unknownExpectation;
  }

  /** RFC 9110 10.1.1: a list, of which each member must be known. */
  private static boolean isContinue(String expectation) {
    for (String member : expectation.split(",", -1)) {
      if (!HttpHeaderValues.CONTINUE.contentEqualsIgnoreCase(member.strip())) {
        return false;
      }
    }
    return true;
  }

  boolean lacksHost() {
    return !http10 && header(HttpHeaderNames.HOST.toString()) == null;
  }

  /** Whether the connection can serve further requests after this one. */
  boolean isPersistent() {
    return persistent;
  }

  /** Whether the request is complete and brought no body. */
  boolean hasNoBody() {
    return body().isComplete() && body().isEmpty();
  }

  /** Answers what must not reach the application. */
  void refuse(int status) {
    ResponseHeaders headers = new ResponseHeaders();
    headers.set("connection", "close");
    headers.set("content-length", "0");
    send(status, headers, new byte[0], 0, 0);
  }

  // What the lifecycle calls.

  @Override
  public String httpVersion() {
    return http10 ? "1.0" : "1.1";
  }

  @Override
  public boolean isHttp2() {
    return false;
  }

  @Override
  boolean takesInformational() {
    // A client of HTTP/1.0 would take it for the response.
    return !http10;
  }

  @Override
  ChannelFuture writeInformational(int status, ResponseHeaders headers) {
    return connection.output().writeInformational(status, headers);
  }

  @Override
  public void send(int status, ResponseHeaders headers, byte[] body, int offset, int length) {
    markHeadSent();
    if (writesDirectly()) {
      writeWhole(status, headers, body, offset, length);
    } else {
      onLoop(() -> writeWhole(status, headers, body, offset, length));
    }
  }

  @Override
  public void sendFile(
      int status, ResponseHeaders headers, FileChannel file, long position, long count) {
    markHeadSent();
    if (!onLoop(() -> writeFile(status, headers, file, position, count))) {
      FilePieces.close(file);
    }
  }

  @Override
  public ResponseStream startStream(int status, ResponseHeaders headers) {
    Http1ResponseStream started = new Http1ResponseStream(this, connection, status, headers);
    onLoop(() -> attach(started));
    return started;
  }

  @Override
  public void destroy(@Nullable Throwable cause) {
    onLoop(
        () -> {
          markDestroyed();
          ChannelOperations.close(channel());
        });
  }

  // Writing; on the event loop.

  private void writeWhole(
      int status, ResponseHeaders headers, byte[] body, int offset, int length) {
    if (!begin()) {
      return;
    }
    Framing framing = framing(status, headers, length == 0);
    int sent = isBodiless(status) ? 0 : length;
    if (sent > LARGE_BODY) {
      writePieces(status, headers, framing, new ArrayPieces(body, offset, length));
      return;
    }
    countBytes(sent);
    boolean chunked = framing == Framing.CHUNKED;
    ByteBuf response =
        writeHead(status, headers, framing, chunked ? sent + Chunks.FRAME_LENGTH : sent);
    if (chunked && sent > 0) {
      Chunks.start(response, sent);
      response.writeBytes(body, offset, sent);
      Chunks.end(response);
    } else {
      response.writeBytes(body, offset, sent);
    }
    if (chunked) {
      Chunks.last(response);
    }
    finish(response);
  }

  private void writeFile(
      int status, ResponseHeaders headers, FileChannel file, long position, long count) {
    if (!begin()) {
      FilePieces.close(file);
      return;
    }
    Framing framing = framing(status, headers, count == 0);
    if (isBodiless(status) || count == 0) {
      FilePieces.close(file);
      ByteBuf response = writeHead(status, headers, framing, Chunks.FRAME_LENGTH);
      if (framing == Framing.CHUNKED) {
        Chunks.last(response);
      }
      finish(response);
    } else if (encrypted()) {
      writePieces(status, headers, framing, new FilePieces(file, position, count, blocking()));
    } else {
      ByteBuf head = writeHead(status, headers, framing, Chunks.FRAME_LENGTH);
      DefaultFileRegion region = new DefaultFileRegion(file, position, count);
      // Open until the response is over: whether it has shrunk can be told only then.
      region.retain();
      sentRegion = region;
      sentFile = file;
      if (framing == Framing.CHUNKED) {
        Chunks.start(head, count);
        connection.output().write(head);
        connection.output().write(region);
        ByteBuf end = channel().alloc().ioBuffer(Chunks.FRAME_LENGTH);
        Chunks.end(end);
        Chunks.last(end);
        finish(end);
      } else {
        connection.output().write(head);
        finish(region);
      }
    }
  }

  @Override
  @Nullable Throwable fileFault() {
    DefaultFileRegion region = sentRegion;
    FileChannel file = sentFile;
    if (region == null || file == null) {
      return null;
    }
    sentRegion = null;
    sentFile = null;
    countBytes(region.transferred());
    try {
      return file.size() < region.position() + region.count()
          ? new EOFException("The file is shorter than the response announced")
          : null;
    } catch (IOException e) {
      return e;
    } finally {
      region.release();
    }
  }

  private void writePieces(int status, ResponseHeaders headers, Framing framing, Pieces pieces) {
    ByteBuf head = writeHead(status, headers, framing, Chunks.FRAME_LENGTH);
    boolean chunked = framing == Framing.CHUNKED;
    if (chunked) {
      Chunks.start(head, pieces.remaining());
    }
    connection.output().write(head);
    new PieceWriter(this, pieces, chunked).writeNext();
  }

  @Override
  boolean isCurrent() {
    return connection.serves(this);
  }

  @Override
  void reset() {
    connection.reset();
  }

  @Override
  ChannelFuture writePiece(ByteBuf piece) {
    return connection.output().writeAndFlush(piece);
  }

  @Override
  void outputMoved() {
    connection.output().moved(this);
  }

  @Override
  void writeLastPiece(ByteBuf piece) {
    finish(piece);
  }

  /** Encodes the head; from here on it is decided whether the connection stays open. */
  ByteBuf writeHead(int status, ResponseHeaders headers, Framing framing, int more) {
    persistent = connection.staysOpenAfter(this, headers, framing);
    return connection
        .output()
        .heads()
        .write(channel().alloc(), status, headers, framing, persistent, more);
  }

  /** Writes the last part of the response. */
  void finish(Object last) {
    markWritten();
    connection.writeLast(this, last);
  }

  @Override
  boolean keepsLength(ResponseHeaders headers) {
    return http10 || !headers.isChunked();
  }

  Framing framing(int status, ResponseHeaders headers, boolean empty) {
    if (isBodiless(status)) {
      return Framing.AS_GIVEN;
    }
    if (!http10 && headers.isChunked()) {
      return Framing.CHUNKED;
    }
    if (headers.has("content-length")) {
      return Framing.AS_GIVEN;
    }
    if (http10) {
      return Framing.UNTIL_CLOSE;
    }
    return empty ? Framing.EMPTY : Framing.CHUNKED;
  }

  static IOException connectionClosed() {
    return new IOException("The client closed the connection");
  }
}
