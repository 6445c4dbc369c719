package dev.fastjava.internal.lifecycle;

import dev.fastjava.RawReply;
import dev.fastjava.internal.exchange.ResponseStream;
import java.nio.ByteBuffer;
import java.util.Collection;
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
    Object lines =
        value instanceof Collection<?> many
            ? many.stream().map(String::valueOf).toList()
            : String.valueOf(value);
    reply.openRawHeaders().set(LiveReply.lowerCase(name), lines);
    return this;
  }

  @Override
  public RawReply removeHeader(String name) {
    reply.openRawHeaders().remove(LiveReply.lowerCase(name));
    return this;
  }

  @Override
  public @Nullable Object getHeader(String name) {
    return reply.openRawHeaders().get(LiveReply.lowerCase(name));
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
      HeaderCheck.check(reply.openRawHeaders());
      open = reply.cycle().exchange.startStream(reply.statusCode(), reply.openRawHeaders());
      stream = open;
    }
    return open;
  }

  @Override
  public CompletionStage<Void> write(byte[] bytes) {
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
    ended = true;
    reply.cycle().rawEnded();
    // A head that was written without a length leaves the transport no choice but chunks.
    boolean hasLength = reply.openRawHeaders().has("content-length");
    if (stream == null && headWritten && !hasLength && bytes.length > 0) {
      stream = stream();
    }
    if (stream == null) {
      HeaderCheck.check(reply.openRawHeaders());
      if (!reply.openRawHeaders().has("content-length")
          && !reply.openRawHeaders().has("transfer-encoding")) {
        reply.openRawHeaders().set("content-length", Integer.toString(bytes.length));
      }
      reply
          .cycle()
          .exchange
          .send(reply.statusCode(), reply.openRawHeaders(), bytes, 0, bytes.length);
    } else {
      if (bytes.length > 0) {
        stream.write(ByteBuffer.wrap(bytes));
      }
      stream.end(Map.of());
    }
    return reply.completion();
  }

  @Override
  public boolean headersSent() {
    return reply.cycle().exchange.headSent();
  }

  @Override
  public boolean ended() {
    return ended;
  }

  @Override
  public void destroy() {
    reply.cycle().exchange.destroy(null);
  }
}
