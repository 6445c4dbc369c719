package dev.fastjava.internal.netty;

import static dev.fastjava.internal.netty.RawHttp2Client.DATA;
import static dev.fastjava.internal.netty.RawHttp2Client.END_HEADERS;
import static dev.fastjava.internal.netty.RawHttp2Client.END_STREAM;
import static dev.fastjava.internal.netty.RawHttp2Client.GET;
import static dev.fastjava.internal.netty.RawHttp2Client.HEADERS;
import static dev.fastjava.internal.netty.RawHttp2Client.RST_STREAM;
import static dev.fastjava.internal.netty.TestServer.await;
import static dev.fastjava.internal.netty.TestServer.headers;
import static dev.fastjava.internal.netty.TestServer.reply;
import static dev.fastjava.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import dev.fastjava.internal.exchange.Exchange;
import dev.fastjava.internal.exchange.ResponseStream;
import dev.fastjava.internal.netty.RawHttp2Client.Frame;
import dev.fastjava.internal.netty.TestServer.Served;
import dev.fastjava.option.HttpOptions;
import dev.fastjava.testing.Eventually;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * How long a response may wait for a client that takes nothing of it. Each test has a server of its
 * own and spends its time waiting: they wait side by side.
 */
class WriteTimeoutTests {
  private static final long SHORT = 300;

  /**
   * For clients that take something every {@link #STEP}: far less than the limit, also when busy.
   */
  private static final long SLOW = 2_400;

  private static final long STEP = 300;

  /** More than the systems of both sides keep for a connection over loopback. */
  private static final int LARGE = 24 << 20;

  private static final int INITIAL_WINDOW = 4;
  private static final int CANCEL = 8;

  private static Path file;

  @BeforeAll
  static void makeFile(@TempDir Path directory) throws IOException {
    file = directory.resolve("large.bin");
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(LARGE);
    }
  }

  /** The kinds of responses that wait in different ways. */
  enum Reply {
    WHOLE,
    FILE,
    STREAM;

    void send(Exchange exchange, int size, CompletableFuture<Void> ended) {
      switch (this) {
        case WHOLE ->
            exchange.send(200, headers("content-length", "" + size), new byte[size], 0, size);
        case FILE -> {
          try {
            exchange.sendFile(
                200, headers("content-length", "" + size), FileChannel.open(file), 0, size);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        }
        case STREAM -> pump(exchange.startStream(200, headers()), size, ended);
      }
    }

    /** Writes as long as there is room; asks for more when there is none. */
    private static void pump(ResponseStream out, int left, CompletableFuture<Void> ended) {
      int rest = left;
      boolean more = true;
      while (rest > 0 && more) {
        int size = Math.min(rest, 10_000);
        more = out.write(ByteBuffer.allocate(size));
        rest -= size;
      }
      int remaining = rest;
      if (remaining > 0) {
        out.onWritable(() -> pump(out, remaining, ended));
      } else {
        out.end(Map.of());
        ended.complete(null);
      }
    }
  }

  static Stream<Arguments> wiresAndReplies() {
    return Stream.of(Wire.values())
        .flatMap(wire -> Stream.of(Reply.values()).map(reply -> Arguments.of(wire, reply)));
  }

  static Stream<Arguments> http2WiresAndReplies() {
    return Stream.of(Wire.PLAIN_BESIDE_HTTP2, Wire.TLS_BESIDE_HTTP2)
        .flatMap(wire -> Stream.of(Reply.values()).map(reply -> Arguments.of(wire, reply)));
  }

  @Test
  void writesAreLimitedByDefault() {
    assertThat(HttpOptions.defaults().writeTimeout()).isEqualTo(Duration.ofMinutes(1));
  }

  @Execution(CONCURRENT)
  @ParameterizedTest
  @MethodSource("wiresAndReplies")
  void clientThatNeverReadsIsCutOff(Wire wire, Reply reply) throws Exception {
    HttpOptions options = wire.options().with(o -> o.writeTimeout(Duration.ofMillis(SHORT)));
    CompletableFuture<Void> ended = new CompletableFuture<>();
    try (TestServer server = new TestServer(options, e -> reply.send(e, LARGE, ended));
        RawClient client = wire.connect(server)) {
      assertEnded(client.get("/"), server);
      if (reply == Reply.STREAM) {
        // The writer was told that nobody takes its bytes any more: it has come to its end.
        await(ended);
      }
    }
  }

  private static void assertEnded(RawClient client, TestServer server) throws Exception {
    Served served = server.awaitServed();
    await(served.timedOut);
    assertThat(await(served.finished)).isNotNull();
    await(served.aborted);
    assertThat(served.finishedCalls).hasValue(1);
    assertThat(client.readToEnd()).hasSizeLessThan(LARGE);
  }

  @Execution(CONCURRENT)
  @ParameterizedTest
  @EnumSource
  void lastResponseOfAConnectionIsLimitedToo(Wire wire) throws Exception {
    HttpOptions options =
        wire.options().with(o -> o.writeTimeout(Duration.ofMillis(SHORT)).maxRequestsPerSocket(1));
    try (TestServer server =
            new TestServer(options, e -> Reply.WHOLE.send(e, LARGE, new CompletableFuture<>()));
        RawClient client = wire.connect(server)) {
      assertEnded(client.get("/"), server);
    }
  }

  @Execution(CONCURRENT)
  @ParameterizedTest
  @EnumSource
  void smallResponsesWaitNoLonger(Wire wire) throws Exception {
    HttpOptions options = wire.options().with(o -> o.writeTimeout(Duration.ofMillis(SHORT)));
    Consumer<Exchange> application =
        exchange -> Reply.WHOLE.send(exchange, 60_000, new CompletableFuture<>());
    try (TestServer server = new TestServer(options, application);
        RawClient client = wire.connect(server)) {
      // Many small ones fill the connection as one large does.
      for (int i = 0; i < LARGE / 60_000; i++) {
        client.get("/");
      }
      List<Served> seen = new ArrayList<>();
      eventually(
          "a response is told that nobody takes it",
          () -> {
            server.served.drainTo(seen);
            return seen.stream().anyMatch(served -> served.timedOut.isDone());
          });
    }
  }

  @Execution(CONCURRENT)
  @ParameterizedTest
  @MethodSource("wiresAndReplies")
  void clientThatReadsSlowlyGetsAll(Wire wire, Reply reply) throws Exception {
    int size = 16 << 20;
    HttpOptions options = wire.options().with(o -> o.writeTimeout(Duration.ofMillis(SLOW)));
    CompletableFuture<Void> ended = new CompletableFuture<>();
    try (TestServer server = new TestServer(options, e -> reply.send(e, size, ended));
        Socket socket = wire.socket(server.address, "http/1.1");
        RawClient client = new RawClient(socket, server.address)) {
      client.get("/");
      Served served = server.awaitServed();
      long received = 0;
      // Twice the limit goes by, in steps of a fraction of it.
      for (int i = 0; i < 16; i++) {
        received += socket.getInputStream().readNBytes(size / 32).length;
        Eventually.dawdle(STEP);
      }
      while (!served.finished.isDone()) {
        received +=
            socket.getInputStream().readNBytes(Math.min(65_536, size - (int) received)).length;
      }
      assertThat(await(served.finished)).isNull();
      assertThat(served.timedOut).isNotDone();
    }
  }

  @Execution(CONCURRENT)
  @ParameterizedTest
  @EnumSource
  void applicationThatIsSlowIsNotTheClientsFault(Wire wire) throws Exception {
    HttpOptions options = wire.options().with(o -> o.writeTimeout(Duration.ofMillis(40)));
    try (TestServer server = new TestServer(options, exchange -> {});
        RawClient client = wire.connect(server)) {
      Served served = client.get("/") == null ? null : server.awaitServed();
      ResponseStream stream = served.exchange.startStream(200, headers());
      for (int i = 0; i < 4; i++) {
        stream.write(ByteBuffer.allocate(10));
        Eventually.dawdle(100);
      }
      stream.end(Map.of());
      assertThat(client.read().body()).hasSize(40);
      assertThat(served.timedOut).isNotDone();
    }
  }

  @Execution(CONCURRENT)
  @ParameterizedTest
  @MethodSource("http2WiresAndReplies")
  void streamWithoutAWindowIsReset(Wire wire, Reply reply) throws Exception {
    HttpOptions options = wire.options().with(o -> o.writeTimeout(Duration.ofMillis(SHORT)));
    CompletableFuture<Void> ended = new CompletableFuture<>();
    try (TestServer server = new TestServer(options, e -> reply.send(e, 1 << 20, ended));
        RawHttp2Client client = wire.connectHttp2(server, INITIAL_WINDOW, 0)) {
      client.send(HEADERS, END_STREAM | END_HEADERS, 1, GET);
      assertThat(client.awaitEnd(1).errorCode()).isEqualTo(CANCEL);
      Served served = server.awaitServed();
      await(served.timedOut);
      assertThat(await(served.finished)).isNotNull();
      await(served.aborted);
      if (reply == Reply.STREAM) {
        await(ended);
      }
    }
  }

  @Execution(CONCURRENT)
  @ParameterizedTest
  @EnumSource(names = {"PLAIN_BESIDE_HTTP2", "TLS_BESIDE_HTTP2"})
  void otherStreamsOfTheConnectionGoOn(Wire wire) throws Exception {
    HttpOptions options = wire.options().with(o -> o.writeTimeout(Duration.ofMillis(SHORT)));
    try (TestServer server =
            new TestServer(options, e -> Reply.WHOLE.send(e, 1_000, new CompletableFuture<>()));
        RawHttp2Client client = wire.connectHttp2(server, INITIAL_WINDOW, 0)) {
      client.send(HEADERS, END_STREAM | END_HEADERS, 1, GET);
      client.send(HEADERS, END_STREAM | END_HEADERS, 3, GET);
      client.windowUpdate(3, 1_000);
      Frame first = client.awaitEnd(3);
      assertThat(first.type()).isEqualTo(DATA);
      assertThat(client.awaitEnd(1).type()).isEqualTo(RST_STREAM);
      client.send(HEADERS, END_STREAM | END_HEADERS, 5, GET);
      client.windowUpdate(5, 1_000);
      assertThat(client.awaitEnd(5).type()).isEqualTo(DATA);
    }
  }

  @Execution(CONCURRENT)
  @ParameterizedTest
  @MethodSource("http2WiresAndReplies")
  void streamsThatShareAnEmptyWindowAreReset(Wire wire, Reply reply) throws Exception {
    HttpOptions options = wire.options().with(o -> o.writeTimeout(Duration.ofMillis(SHORT)));
    try (TestServer server =
            new TestServer(options, e -> reply.send(e, 1 << 20, new CompletableFuture<>()));
        // Each stream may send a lot, the connection 65,535 bytes.
        RawHttp2Client client = wire.connectHttp2(server, INITIAL_WINDOW, 1 << 24)) {
      List<Integer> streams = List.of(1, 3, 5);
      for (int stream : streams) {
        client.send(HEADERS, END_STREAM | END_HEADERS, stream, GET);
      }
      List<Integer> ended = new ArrayList<>();
      while (ended.size() < streams.size()) {
        Frame reset = client.await(RST_STREAM);
        assertThat(reset.errorCode()).isEqualTo(CANCEL);
        ended.add(reset.stream());
      }
      assertThat(ended).containsExactlyInAnyOrderElementsOf(streams);
      for (int i = 0; i < streams.size(); i++) {
        await(server.awaitServed().timedOut);
      }
    }
  }

  @Execution(CONCURRENT)
  @ParameterizedTest
  @MethodSource("http2WiresAndReplies")
  void connectionThatTakesNoBytesIsCutOff(Wire wire, Reply reply) throws Exception {
    HttpOptions options = wire.options().with(o -> o.writeTimeout(Duration.ofMillis(SHORT)));
    try (TestServer server =
            new TestServer(options, e -> reply.send(e, LARGE, new CompletableFuture<>()));
        RawHttp2Client client = wire.connectHttp2(server, INITIAL_WINDOW, Integer.MAX_VALUE)) {
      client.windowUpdate(0, Integer.MAX_VALUE - 65_535);
      client.send(HEADERS, END_STREAM | END_HEADERS, 1, GET);
      Served served = server.awaitServed();
      await(served.timedOut);
      assertThat(await(served.finished)).isNotNull();
      await(served.aborted);
    }
  }

  @Execution(CONCURRENT)
  @ParameterizedTest
  @MethodSource("http2WiresAndReplies")
  void streamWhoseWindowOpensSlowlyIsServed(Wire wire, Reply reply) throws Exception {
    HttpOptions options = wire.options().with(o -> o.writeTimeout(Duration.ofMillis(SLOW)));
    try (TestServer server =
            new TestServer(options, e -> reply.send(e, 40_000, new CompletableFuture<>()));
        RawHttp2Client client = wire.connectHttp2(server, INITIAL_WINDOW, 0)) {
      client.send(HEADERS, END_STREAM | END_HEADERS, 1, GET);
      Served served = server.awaitServed();
      for (int i = 0; i < 20; i++) {
        client.windowUpdate(1, 2_000);
        Eventually.dawdle(STEP);
      }
      assertThat(client.awaitEnd(1).type()).isNotEqualTo(RST_STREAM);
      assertThat(await(served.finished)).isNull();
      assertThat(served.timedOut).isNotDone();
    }
  }

  @Execution(CONCURRENT)
  @Test
  void responsesOnConnectionsWithoutALimitWait() throws Exception {
    HttpOptions options =
        Wire.PLAIN
            .options()
            .with(o -> o.writeTimeout(Duration.ZERO).headersTimeout(Duration.ofMillis(40)));
    CompletableFuture<Void> ended = new CompletableFuture<>();
    try (TestServer server = new TestServer(options, e -> Reply.STREAM.send(e, LARGE, ended));
        RawClient client = Wire.PLAIN.connect(server)) {
      client.get("/");
      Served served = server.awaitServed();
      Eventually.dawdle(300);
      assertThat(served.timedOut).isNotDone();
      assertThat(client.read().body()).hasSize(LARGE);
      await(ended);
    }
  }

  @Execution(CONCURRENT)
  @Test
  void uploadWhoseAnswerIsNotTakenIsCutOff() throws Exception {
    HttpOptions options = Wire.PLAIN.options().with(o -> o.writeTimeout(Duration.ofMillis(SHORT)));
    try (TestServer server =
            new TestServer(options, e -> Reply.WHOLE.send(e, LARGE, new CompletableFuture<>()));
        RawClient client = Wire.PLAIN.connect(server)) {
      client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\n");
      assertEnded(client, server);
    }
  }
}
