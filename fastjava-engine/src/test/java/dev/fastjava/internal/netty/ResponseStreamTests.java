package dev.fastjava.internal.netty;

import static dev.fastjava.internal.netty.TestServer.await;
import static dev.fastjava.internal.netty.TestServer.headers;
import static dev.fastjava.internal.netty.TestServer.reply;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.internal.exchange.Exchange;
import dev.fastjava.internal.exchange.ResponseHeaders;
import dev.fastjava.internal.exchange.ResponseStream;
import dev.fastjava.internal.netty.RawClient.Received;
import dev.fastjava.internal.netty.TestServer.Served;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResponseStreamTests {
  private static final Executor THREADS = ForkJoinPool.commonPool();

  @Test
  void streamGoesInChunks() throws Exception {
    try (TestServer server = new TestServer(e -> stream(e, headers(), "one", "", "two"));
        RawClient client = server.connect()) {
      Received response = client.get("/").read();
      assertThat(response.headers())
          .containsEntry("transfer-encoding", "chunked")
          .doesNotContainKey("content-length");
      assertThat(response.body()).isEqualTo("onetwo");
      assertThat(await(server.awaitServed().finished)).isNull();
      assertThat(client.get("/").read().body()).isEqualTo("onetwo");
    }
  }

  @Test
  void streamOfKnownLengthGoesAsItIs() throws Exception {
    try (TestServer server =
            new TestServer(e -> stream(e, headers("content-length", "6"), "one", "two"));
        RawClient client = server.connect()) {
      Received response = client.get("/").read();
      assertThat(response.headers())
          .containsEntry("content-length", "6")
          .doesNotContainKey("transfer-encoding");
      assertThat(response.body()).isEqualTo("onetwo");
      assertThat(client.get("/").read().body()).isEqualTo("onetwo");
    }
  }

  @Test
  void streamToHttp10EndsWithTheConnection() throws Exception {
    try (TestServer server = new TestServer(e -> stream(e, headers(), "one", "two"));
        RawClient client = server.connect()) {
      client.send("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
      Received response = client.read();
      assertThat(response.headers())
          .containsEntry("connection", "close")
          .doesNotContainKey("transfer-encoding");
      assertThat(response.body()).isEqualTo("onetwo");
    }
  }

  @Test
  void emptyStreamHasLengthZero() throws Exception {
    try (TestServer server = new TestServer(e -> stream(e, headers()));
        RawClient client = server.connect()) {
      Received response = client.get("/").read();
      assertThat(response.headers()).containsEntry("content-length", "0");
      assertThat(client.get("/").read().body()).isEmpty();
    }
  }

  @Test
  void headOfAStreamHasNoBody() throws Exception {
    try (TestServer server = new TestServer(e -> stream(e, headers("x-a", "b"), "one", "two"));
        RawClient client = server.connect()) {
      client.send("HEAD / HTTP/1.1\r\nHost: a\r\n\r\n").get("/");
      assertThat(client.readHead().header("x-a")).isEqualTo("b");
      assertThat(client.read().body()).isEqualTo("onetwo");
    }
  }

  @Test
  void trailersFollowTheBody() throws Exception {
    try (TestServer server =
            new TestServer(
                exchange -> {
                  ResponseStream stream =
                      exchange.startStream(200, headers("trailer", "x-sum, x-b"));
                  stream.write(bytes("abc"));
                  stream.end(Map.of("x-sum", "1"));
                });
        RawClient client = server.connect()) {
      Received response = client.get("/").read();
      assertThat(response.body()).isEqualTo("abc");
      assertThat(response.trailers()).containsOnly(Map.entry("x-sum", "1"));
    }
  }

  @Test
  void trailersMayFollowAnEmptyBody() throws Exception {
    try (TestServer server =
            new TestServer(
                e -> e.startStream(200, headers("trailer", "x-sum")).end(Map.of("x-sum", "0")));
        RawClient client = server.connect()) {
      Received response = client.get("/").read();
      assertThat(response.body()).isEmpty();
      assertThat(response.trailers()).containsOnly(Map.entry("x-sum", "0"));
    }
  }

  @Test
  void partsOfOtherThreadsStayInOrder() throws Exception {
    try (TestServer server =
            new TestServer(
                exchange -> {
                  ResponseStream stream = exchange.startStream(200, headers());
                  THREADS.execute(
                      () -> {
                        for (int i = 0; i < 500; i++) {
                          stream.write(bytes(i + " "));
                        }
                        exchange
                            .eventLoop()
                            .execute(
                                () -> {
                                  stream.write(bytes("last"));
                                  stream.end(Map.of());
                                });
                      });
                });
        RawClient client = server.connect()) {
      StringBuilder expected = new StringBuilder();
      for (int i = 0; i < 500; i++) {
        expected.append(i).append(' ');
      }
      assertThat(client.get("/").read().body()).isEqualTo(expected + "last");
    }
  }

  @Test
  void headGoesOutWithTheFirstPart() throws Exception {
    CompletableFuture<ResponseStream> started = new CompletableFuture<>();
    try (TestServer server =
            new TestServer(e -> started.complete(e.startStream(200, headers("x-a", "b"))));
        RawClient client = server.connect()) {
      client.get("/");
      ResponseStream stream = await(started);
      Exchange exchange = server.awaitServed().exchange;
      assertThat(exchange.headSent()).isFalse();
      stream.write(bytes("one"));
      assertThat(exchange.headSent()).isTrue();
      assertThat(client.readSome()).contains("x-a: b");
      stream.end(Map.of());
    }
  }

  @Test
  void responseMayReplaceAStreamThatHasNotSentAnything() throws Exception {
    try (TestServer server =
            new TestServer(
                exchange -> {
                  ResponseStream stream = exchange.startStream(200, headers());
                  reply(exchange, "instead");
                  stream.write(bytes("dropped"));
                  stream.end(Map.of());
                });
        RawClient client = server.connect()) {
      assertThat(client.get("/").read().body()).isEqualTo("instead");
      assertThat(client.get("/").read().body()).isEqualTo("instead");
      Served served = server.awaitServed();
      assertThat(await(served.finished)).isNull();
    }
  }

  @Test
  void abortedStreamIsSeenAsBroken() throws Exception {
    try (TestServer server =
        new TestServer(
            exchange -> {
              ResponseStream stream = exchange.startStream(200, headers());
              stream.write(bytes("one"));
              stream.abort(new IOException("on purpose"));
            })) {
      try (RawClient client = server.connect()) {
        assertThat(client.get("/").readToEnd()).doesNotContain("\r\n0\r\n");
        Served served = server.awaitServed();
        assertThat(await(served.finished)).hasMessage("on purpose");
        assertThat(served.finishedCalls).hasValue(1);
        assertThat(served.aborted).isNotDone();
      }
      try (RawClient client = server.connect()) {
        assertThat(client.send("GET / HTTP/1.0\r\n\r\n").readToEnd()).endsWith("[reset]");
      }
    }
  }

  @Test
  void bodyThatIsNotAsLongAsAnnouncedBreaksTheConnection() throws Exception {
    try (TestServer server =
        new TestServer(e -> stream(e, headers("content-length", "5"), e.url().substring(1)))) {
      for (String body : new String[] {"abc", "abcdefgh"}) {
        try (RawClient client = server.connect()) {
          client.get("/" + body).get("/later");
          assertThat(client.readToEnd()).doesNotContain("fgh").doesNotContain("later");
          assertThat(await(server.awaitServed().finished)).isInstanceOf(IOException.class);
        }
      }
    }
  }

  @Test
  void slowReaderSlowsTheWriterDown() throws Exception {
    int total = 64 << 20;
    AtomicLong written = new AtomicLong();
    CompletableFuture<Void> stopped = new CompletableFuture<>();
    try (TestServer server =
            new TestServer(
                exchange -> {
                  ResponseStream stream = exchange.startStream(200, headers());
                  THREADS.execute(() -> pump(stream, written, total, stopped));
                });
        RawClient client = server.connect()) {
      client.get("/");
      await(stopped);
      assertThat(written.get()).isLessThan(total);
      assertThat(client.read().body()).hasSize(total);
      assertThat(written).hasValue(total);
      assertThat(await(server.awaitServed().finished)).isNull();
    }
  }

  private static void pump(
      ResponseStream stream, AtomicLong written, int total, CompletableFuture<Void> stopped) {
    byte[] part = new byte[16_384];
    while (written.get() < total) {
      written.addAndGet(part.length);
      if (!stream.write(ByteBuffer.wrap(part))) {
        stopped.complete(null);
        stream.onWritable(() -> THREADS.execute(() -> pump(stream, written, total, stopped)));
        return;
      }
    }
    stream.end(Map.of());
  }

  @Test
  void writerIsWokenWhenTheClientGoesAway() throws Exception {
    CompletableFuture<Void> woken = new CompletableFuture<>();
    try (TestServer server =
            new TestServer(
                exchange -> {
                  ResponseStream stream = exchange.startStream(200, headers());
                  fill(stream);
                  stream.onWritable(() -> woken.complete(null));
                });
        RawClient client = server.connect()) {
      client.get("/").readSome();
      client.abort();
      await(woken);
      Served served = server.awaitServed();
      await(served.aborted);
      assertThat(await(served.finished)).isInstanceOf(IOException.class);
      assertThat(served.finishedCalls).hasValue(1);
    }
  }

  /** Writes without regard to the client until it is told that this is too much by far. */
  private static void fill(ResponseStream stream) {
    byte[] part = new byte[1 << 20];
    for (int i = 0; i < 32; i++) {
      stream.write(ByteBuffer.wrap(part));
    }
  }

  @Test
  void fileIsSent(@TempDir Path directory) throws Exception {
    Path file = directory.resolve("file");
    String content = "0123456789".repeat(100_000);
    Files.writeString(file, content);
    try (TestServer server =
            new TestServer(
                exchange -> {
                  FileChannel channel = open(file);
                  switch (exchange.url()) {
                    case "/all" ->
                        exchange.sendFile(
                            200, headers("content-length", "1000000"), channel, 0, 1_000_000);
                    case "/part" ->
                        exchange.sendFile(206, headers("content-length", "4"), channel, 3, 4);
                    case "/empty" ->
                        exchange.sendFile(200, headers("content-length", "0"), channel, 0, 0);
                    default -> exchange.sendFile(200, headers(), channel, 0, 20);
                  }
                });
        RawClient client = server.connect()) {
      client.get("/all").get("/part").get("/empty").get("/chunked");
      assertThat(client.read().body()).isEqualTo(content);
      assertThat(client.read().body()).isEqualTo("3456");
      assertThat(client.read().body()).isEmpty();
      Received chunked = client.read();
      assertThat(chunked.header("transfer-encoding")).isEqualTo("chunked");
      assertThat(chunked.body()).isEqualTo("01234567890123456789");
      client.send("HEAD /all HTTP/1.1\r\nHost: a\r\n\r\n");
      assertThat(client.readHead().header("content-length")).isEqualTo("1000000");
    }
  }

  @Test
  void fileThatIsTooShortBreaksTheConnection(@TempDir Path directory) throws Exception {
    Path file = directory.resolve("file");
    Files.writeString(file, "short");
    try (TestServer server =
            new TestServer(
                e -> e.sendFile(200, headers("content-length", "100"), open(file), 0, 100));
        RawClient client = server.connect()) {
      assertThat(client.get("/").readToEnd()).contains("content-length: 100");
      assertThat(await(server.awaitServed().finished)).isInstanceOf(IOException.class);
    }
  }

  private static FileChannel open(Path file) {
    try {
      return FileChannel.open(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void stream(Exchange exchange, ResponseHeaders headers, String... parts) {
    ResponseStream stream = exchange.startStream(200, headers);
    for (String part : parts) {
      stream.write(bytes(part));
    }
    stream.end(Map.of());
  }

  private static ByteBuffer bytes(String text) {
    return ByteBuffer.wrap(text.getBytes(ISO_8859_1));
  }
}
