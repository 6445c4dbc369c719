package dev.fastjava.internal.netty;

import dev.fastjava.internal.exchange.BodyReceiver;
import dev.fastjava.internal.exchange.Exchange;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;

/** Requests with bodies, and readers of them. */
final class Bodies {
  private Bodies() {}

  static String post(String body) {
    return "POST / HTTP/1.1\r\nHost: test\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
  }

  static String chunked(String... chunks) {
    StringBuilder request = new StringBuilder(chunkedHead());
    for (String chunk : chunks) {
      request
          .append(Integer.toHexString(chunk.length()))
          .append("\r\n")
          .append(chunk)
          .append("\r\n");
    }
    return request.append("0\r\n\r\n").toString();
  }

  static String chunkedHead() {
    return "POST / HTTP/1.1\r\nHost: test\r\nTransfer-Encoding: chunked\r\n\r\n";
  }

  /** Collects the body and sends it back; errors become statuses. */
  static void echo(Exchange exchange) {
    var unused =
        collect(exchange, 1 << 20)
            .whenComplete(
                (body, failure) -> {
                  if (failure == null) {
                    TestServer.reply(exchange, body);
                  } else {
                    exchange.send(
                        413, TestServer.headers("connection", "close"), new byte[0], 0, 0);
                  }
                });
  }

  static CompletableFuture<String> collect(Exchange exchange, long limit) {
    CompletableFuture<String> collected = new CompletableFuture<>();
    exchange.collectBody(
        limit,
        new BodyReceiver() {
          @Override
          public void received(byte[] bytes) {
            collected.complete(new String(bytes, StandardCharsets.ISO_8859_1));
          }

          @Override
          public void tooLarge() {
            collected.completeExceptionally(new IllegalArgumentException("too large"));
          }

          @Override
          public void failed(Throwable cause) {
            collected.completeExceptionally(cause);
          }
        });
    return collected;
  }
}
