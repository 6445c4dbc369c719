package dev.fastjava.internal.netty;

import static dev.fastjava.internal.netty.TestServer.await;
import static dev.fastjava.internal.netty.TestServer.reply;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fastjava.internal.exchange.Exchange;
import dev.fastjava.internal.netty.TestServer.Served;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;

class RequestBodyTests {
  private static final Executor THREADS = ForkJoinPool.commonPool();

  @Test
  void bodyInPiecesIsCollected() throws Exception {
    BlockingQueue<Exchange> open = new LinkedBlockingQueue<>();
    try (TestServer server = new TestServer(open::add);
        RawClient client = server.connect()) {
      client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 6\r\n\r\nab");
      Exchange exchange = await(open);
      CompletableFuture<String> body = Bodies.collect(exchange, 10);
      client.send("cd").send("ef");
      assertThat(await(body)).isEqualTo("abcdef");
    }
  }

  @Test
  void chunkedBodyIsCollectedAndItsTrailersDropped() throws Exception {
    try (TestServer server = new TestServer(Bodies::echo);
        RawClient client = server.connect()) {
      client.send(Bodies.chunkedHead() + "3;ext=1\r\nabc\r\n2\r\nde\r\n0\r\nx-sum: 1\r\n\r\n");
      assertThat(client.read().body()).isEqualTo("abcde");
      assertThat(client.send(Bodies.chunked("x")).read().body()).isEqualTo("x");
    }
  }

  @Test
  void bodyInPiecesOfOneByteSlowsTheClientDownAsSoonAsTheirCostDoes() {
    // A byte in a piece of its own takes many: 65,536 of them would be megabytes.
    assertThat(RequestBody.hasRoom(60_000, 1)).isTrue();
    assertThat(RequestBody.hasRoom(RequestBody.HIGH_WATER_MARK, 1)).isFalse();
    assertThat(RequestBody.hasRoom(2_000, 2_000)).isFalse();
  }

  @Test
  void requestWithoutBodyHasAnEmptyOne() throws Exception {
    try (TestServer server = new TestServer(Bodies::echo);
        RawClient client = server.connect()) {
      assertThat(client.get("/").read().body()).isEmpty();
      client.send("POST / HTTP/1.1\r\nHost: a\r\n\r\n");
      assertThat(client.read().body()).isEmpty();
    }
  }

  @Test
  void bodyIsCollectedFromAnyThread() throws Exception {
    String large = "x".repeat(900_000);
    try (TestServer server = new TestServer(e -> THREADS.execute(() -> Bodies.echo(e)));
        RawClient client = server.connect()) {
      client.send(Bodies.post("small"));
      assertThat(client.read().body()).isEqualTo("small");
      client.send(Bodies.post(large));
      assertThat(client.read().body()).isEqualTo(large);
      client.send(Bodies.chunked(large.substring(0, 70_000), large.substring(70_000)));
      assertThat(client.read().body()).isEqualTo(large);
    }
  }

  @Test
  void limitHoldsForBodiesOfEveryKind() throws Exception {
    try (TestServer server =
        new TestServer(
            exchange ->
                Bodies.collect(exchange, 5)
                    .whenComplete(
                        (body, failure) -> reply(exchange, failure == null ? body : "limit"))
                    .isDone())) {
      try (RawClient client = server.connect()) {
        assertThat(client.send(Bodies.post("12345")).read().body()).isEqualTo("12345");
        assertThat(client.send(Bodies.chunked("123", "45")).read().body()).isEqualTo("12345");
        assertThat(client.send(Bodies.post("123456")).read().body()).isEqualTo("limit");
        assertThat(client.send(Bodies.chunked("123", "456")).read().body()).isEqualTo("limit");
        assertThat(client.send(Bodies.post("12345")).read().body()).isEqualTo("12345");
      }
      try (RawClient client = server.connect()) {
        // The answer does not wait for the end of the body.
        client.send(Bodies.chunkedHead() + "3\r\nabc\r\n3\r\nabc\r\n");
        assertThat(client.read().body()).isEqualTo("limit");
        client.send("0\r\n\r\n").send(Bodies.post("next"));
        assertThat(client.read().body()).isEqualTo("next");
      }
    }
  }

  @Test
  void clientIsPermittedToSendWhenTheBodyIsAskedFor() throws Exception {
    BlockingQueue<Exchange> open = new LinkedBlockingQueue<>();
    try (TestServer server = new TestServer(open::add);
        RawClient client = server.connect()) {
      client.send(
          "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nExpect: 100-continue\r\n\r\n");
      Exchange exchange = await(open);
      CompletableFuture<String> body = Bodies.collect(exchange, 10);
      assertThat(client.read().status()).isEqualTo(100);
      client.send("abc");
      assertThat(await(body)).isEqualTo("abc");
      reply(exchange, "done");
      assertThat(client.read().body()).isEqualTo("done");
      assertThat(client.get("/").send("")).isNotNull();
      reply(await(open), "again");
      assertThat(client.read().body()).isEqualTo("again");
    }
  }

  @Test
  void clientThatWasNotPermittedToSendLosesTheConnection() throws Exception {
    try (TestServer server = new TestServer(exchange -> reply(exchange, "no"));
        RawClient client = server.connect()) {
      client.send(
          "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nExpect: 100-continue\r\n\r\n");
      assertThat(client.read().header("connection")).isEqualTo("close");
      assertThat(client.readToEnd()).isEmpty();
    }
  }

  @Test
  void bodyNobodyReadsIsDropped() throws Exception {
    try (TestServer server = new TestServer(exchange -> reply(exchange, exchange.url()));
        RawClient client = server.connect()) {
      client.send(Bodies.post("x".repeat(300_000))).get("/next");
      assertThat(client.read().body()).isEqualTo("/");
      assertThat(client.read().body()).isEqualTo("/next");
    }
  }

  @Test
  void longBodyNobodyReadsCostsTheConnection() throws Exception {
    try (TestServer server = new TestServer(exchange -> reply(exchange, "x"));
        RawClient client = server.connect()) {
      client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 999999999\r\n\r\nabc");
      assertThat(client.read().header("connection")).isEqualTo("close");
      assertThat(client.readToEnd()).isEmpty();
    }
  }

  @Test
  void endlessBodyNobodyReadsCostsTheConnection() throws Exception {
    try (TestServer server = new TestServer(exchange -> reply(exchange, "x"));
        RawClient client = server.connect()) {
      client.send(Bodies.chunkedHead());
      assertThat(client.read().header("connection")).isEqualTo("keep-alive");
      String chunk = "10000\r\n" + "x".repeat(65_536) + "\r\n";
      assertThatThrownBy(
              () -> {
                for (int i = 0; i < 10_000; i++) {
                  client.send(chunk);
                }
              })
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void publisherDeliversOnDemand() throws Exception {
    Pieces pieces = new Pieces();
    try (TestServer server = new TestServer(e -> e.bodyStream().subscribe(pieces));
        RawClient client = server.connect()) {
      client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n\r\nab");
      Flow.Subscription subscription = await(pieces.subscription);
      assertThat(pieces.received).isEmpty();
      subscription.request(1);
      assertThat(await(pieces.received)).isEqualTo("ab");
      client.send("cd");
      subscription.request(5);
      assertThat(await(pieces.received)).isEqualTo("cd");
      assertThat(await(pieces.received)).isEqualTo("complete");
      reply(server.awaitServed().exchange, "done");
      assertThat(client.read().body()).isEqualTo("done");
    }
  }

  @Test
  void publisherOfAWholeBodyDeliversItAtOnce() throws Exception {
    Pieces pieces = new Pieces();
    try (TestServer server = new TestServer(e -> e.bodyStream().subscribe(pieces));
        RawClient client = server.connect()) {
      client.send(Bodies.post("all"));
      await(pieces.subscription).request(1);
      assertThat(await(pieces.received)).isEqualTo("all");
      assertThat(await(pieces.received)).isEqualTo("complete");
    }
  }

  @Test
  void slowSubscriberSlowsTheClientDown() throws Exception {
    Pieces pieces = new Pieces();
    try (TestServer server = new TestServer(e -> e.bodyStream().subscribe(pieces));
        RawClient client = server.connect()) {
      int length = 64 << 20;
      client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: " + length + "\r\n\r\n");
      CompletableFuture<Void> sent =
          CompletableFuture.runAsync(
              () -> {
                try {
                  byte[] piece = new byte[65_536];
                  for (int i = 0; i < length; i += piece.length) {
                    client.send(piece);
                  }
                } catch (IOException e) {
                  throw new IllegalStateException(e);
                }
              });
      Flow.Subscription subscription = await(pieces.subscription);
      // More than all the buffers on the way can hold is sent only when somebody takes it.
      assertThat(sent).isNotDone();
      subscription.request(Long.MAX_VALUE);
      await(sent);
      int received = 0;
      for (String piece = await(pieces.received);
          !piece.equals("complete");
          piece = await(pieces.received)) {
        received += piece.length();
      }
      assertThat(received).isEqualTo(length);
    }
  }

  @Test
  void cancelledBodyIsDropped() throws Exception {
    Pieces pieces = new Pieces();
    try (TestServer server = new TestServer(e -> e.bodyStream().subscribe(pieces));
        RawClient client = server.connect()) {
      client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 200000\r\n\r\n");
      await(pieces.subscription).cancel();
      client.send("x".repeat(200_000));
      reply(server.awaitServed().exchange, "done");
      assertThat(client.read().body()).isEqualTo("done");
      assertThat(pieces.received).isEmpty();
      client.get("/");
      reply(server.awaitServed().exchange, "next");
      assertThat(client.read().body()).isEqualTo("next");
    }
  }

  @Test
  void bodyCanBeReadOnceOnly() throws Exception {
    try (TestServer server =
            new TestServer(
                exchange -> {
                  var body = exchange.bodyStream();
                  body.subscribe(new Pieces());
                  Pieces second = new Pieces();
                  body.subscribe(second);
                  reply(exchange, String.valueOf(second.received.poll()));
                });
        RawClient client = server.connect()) {
      client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nab");
      assertThat(client.read().body()).contains("once");
      client.send("cde").send(Bodies.post("whole"));
      assertThat(client.read().body()).contains("once");
    }
  }

  @Test
  void inputStreamWaitsForTheBody() throws Exception {
    try (TestServer server = new TestServer(e -> THREADS.execute(() -> readAll(e)));
        RawClient client = server.connect()) {
      client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 200004\r\n\r\nab");
      server.awaitServed();
      client.send("cd").send("x".repeat(200_000));
      assertThat(client.read().body()).isEqualTo("abcd" + "x".repeat(200_000));
      assertThat(client.send(Bodies.post("whole")).read().body()).isEqualTo("whole");
    }
  }

  private static void readAll(Exchange exchange) {
    try (InputStream in = exchange.bodyStream().inputStream()) {
      byte[] body = in.readAllBytes();
      exchange.send(
          200,
          TestServer.headers("content-length", String.valueOf(body.length)),
          body,
          0,
          body.length);
    } catch (IOException e) {
      reply(exchange, e.toString());
    }
  }

  @Test
  void inputStreamRefusesToBlockTheEventLoop() throws Exception {
    CompletableFuture<Integer> read = new CompletableFuture<>();
    try (TestServer server =
            new TestServer(
                exchange -> {
                  try {
                    read.complete(exchange.bodyStream().inputStream().read());
                  } catch (IOException | RuntimeException e) {
                    read.completeExceptionally(e);
                  }
                  reply(exchange, "x");
                });
        RawClient client = server.connect()) {
      client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\n");
      assertThatThrownBy(() -> await(read))
          .hasCauseInstanceOf(IllegalStateException.class)
          .hasMessageContaining("event loop");
    }
  }

  @Test
  void inputStreamFailsWhenTheClientGoesAway() throws Exception {
    CompletableFuture<Integer> read = new CompletableFuture<>();
    try (TestServer server =
            new TestServer(
                exchange ->
                    THREADS.execute(
                        () -> {
                          try {
                            InputStream in = exchange.bodyStream().inputStream();
                            read.complete(in.readAllBytes().length);
                          } catch (IOException e) {
                            read.completeExceptionally(e);
                          }
                        }));
        RawClient client = server.connect()) {
      client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nab");
      Served served = server.awaitServed();
      client.abort();
      assertThatThrownBy(() -> await(read))
          .isInstanceOf(ExecutionException.class)
          .hasCauseInstanceOf(IOException.class);
      await(served.aborted);
      assertThat(served.exchange.aborted()).isTrue();
    }
  }

  @Test
  void bodyThatEndsEarlyIsAClientError() throws Exception {
    BlockingQueue<Exchange> open = new LinkedBlockingQueue<>();
    try (TestServer server = new TestServer(open::add);
        RawClient client = server.connect()) {
      client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nab");
      CompletableFuture<String> body = Bodies.collect(await(open), 10);
      client.closeOutput();
      assertThatThrownBy(() -> await(body)).hasCauseInstanceOf(IOException.class);
      await(server.awaitServed().aborted);
      assertThat(client.readToEnd()).startsWith("HTTP/1.1 400");
    }
  }

  /** A subscriber that asks for nothing by itself and notes what it gets. */
  private static final class Pieces implements Flow.Subscriber<ByteBuffer> {
    final CompletableFuture<Flow.Subscription> subscription = new CompletableFuture<>();
    final BlockingQueue<String> received = new LinkedBlockingQueue<>();

    @Override
    public void onSubscribe(Flow.Subscription given) {
      subscription.complete(given);
    }

    @Override
    public void onNext(ByteBuffer piece) {
      byte[] bytes = new byte[piece.remaining()];
      piece.get(bytes);
      received.add(new String(bytes, StandardCharsets.ISO_8859_1));
    }

    @Override
    public void onError(Throwable cause) {
      received.add(cause.toString());
    }

    @Override
    public void onComplete() {
      received.add("complete");
    }
  }
}
