package dev.fastjava.internal.lifecycle;

import dev.fastjava.http.RawReply;
import dev.fastjava.internal.exchange.ResponseHeaders;
import dev.fastjava.internal.exchange.ResponseStream;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The response below the framework. */
final class LiveRawReply implements RawReply {
  private final LiveReply reply;
  private @Nullable ResponseStream stream;
  private boolean headWritten;
  private boolean ended;

  LiveRawReply(LiveReply reply) {
    this.reply = reply;
  }

  @Override
  public RawReply statusCode(int statusCode) {
    reply.rawStatus(statusCode);
    return this;
  }

  @Override
  public RawReply setHeader(String name, Object value) {
    reply.openRawHeaders().set(HeaderText.lowerCase(name), HeaderText.headerValue(value));
    return this;
  }

  @Override
  public RawReply removeHeader(String name) {
    reply.openRawHeaders().remove(HeaderText.lowerCase(name));
    return this;
  }

  @Override
  public @Nullable String getHeader(String name) {
    return HeaderText.joined(reply.openRawHeaders().get(HeaderText.lowerCase(name)));
  }

  @Override
  public RawReply writeHead(int statusCode, Map<String, ?> headers) {
    headers.forEach((name, value) -> setHeader(name, value));
    headWritten = true;
    return statusCode(statusCode);
  }

  private ResponseStream stream() {
    ResponseStream open = stream;
    if (open == null) {
      open =
          ResponseHead.of(reply.statusCode(), reply.openRawHeaders()).start(reply.call().exchange);
      stream = open;
    }
    return open;
  }

  @Override
  public CompletionStage<Void> write(byte[] bytes) {
    if (isOver()) {
      return tooLate();
    }
    CompletableFuture<Void> taken = new CompletableFuture<>();
    if (stream().write(ByteBuffer.wrap(bytes))) {
      taken.complete(null);
    } else {
      stream().onWritable(() -> taken.complete(null));
    }
    return taken;
  }

  @Override
  public CompletionStage<Void> end(byte[] bytes) {
    if (isOver()) {
      return tooLate();
    }
    ResponseHeaders headers = reply.openRawHeaders();
    boolean sized = headers.has("content-length") || headers.has("transfer-encoding");
    // A head that was written without a length leaves the transport no choice but chunks.
    boolean chunked = headWritten && bytes.length > 0;
    if (stream == null && !sized && !chunked) {
      headers.set("content-length", Integer.toString(bytes.length));
      HeaderText.check(headers);
      over();
      reply.call().exchange.send(reply.statusCode(), headers.copy(), bytes, 0, bytes.length);
    } else {
      // A stream holds the application to the length it has announced.
      ResponseStream open = stream();
      over();
      if (bytes.length > 0) {
        open.write(ByteBuffer.wrap(bytes));
      }
      open.end(Map.of());
    }
    return reply.completion();
  }

  /** Whether the response has ended, or was given to the transport by the framework. */
  private boolean isOver() {
    return ended || (stream == null && reply.call().exchange.headSent());
  }

  private static CompletionStage<Void> tooLate() {
    return CompletableFuture.failedFuture(
        new IllegalStateException("The response has been sent: nothing can be written to it"));
  }

  private void over() {
    ended = true;
    reply.call().end.sentBelow();
  }

  @Override
  public boolean headersSent() {
    return reply.call().exchange.headSent();
  }

  @Override
  public boolean ended() {
    return ended;
  }

  @Override
  public long bytesWritten() {
    return reply.call().exchange.bytesWritten();
  }

  @Override
  public void destroy() {
    reply.call().exchange.destroy(null);
  }
}
