package dev.fastjava.internal.netty;

import static dev.fastjava.internal.netty.TestServer.await;
import static dev.fastjava.internal.netty.TestServer.reply;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.http.ClientFault;
import dev.fastjava.internal.netty.TestServer.Served;
import dev.fastjava.option.ForceClose;
import dev.fastjava.option.HttpOptions;
import io.netty.channel.EventLoop;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How long a client may take to get to its request, on HTTP/1.1. */
class HeadTimeoutTests {
  private static final long SHORT = 200;

  @Test
  void headsAndHandshakesAreLimitedByDefault() {
    HttpOptions defaults = HttpOptions.defaults();
    assertThat(defaults.headersTimeout()).isEqualTo(Duration.ofMinutes(1));
    assertThat(defaults.handshakeTimeout()).isEqualTo(Duration.ofSeconds(10));
  }

  @ParameterizedTest
  @EnumSource
  void connectionThatSendsNothingGets408(Wire wire) throws Exception {
    HttpOptions options = wire.options().with(o -> o.headersTimeout(Duration.ofMillis(SHORT)));
    try (TestServer server = new TestServer(options, exchange -> reply(exchange, "x"));
        RawClient client = wire.connect(server)) {
      assertThat(client.readToEnd()).startsWith("HTTP/1.1 408");
      assertThat(server.awaitFault()).isEqualTo(ClientFault.TIMEOUT);
      assertThat(server.dispatched).hasValue(0);
    }
  }

  @ParameterizedTest
  @EnumSource
  void headThatStopsGets408(Wire wire) throws Exception {
    HttpOptions options = wire.options().with(o -> o.headersTimeout(Duration.ofMillis(SHORT)));
    try (TestServer server = new TestServer(options, exchange -> reply(exchange, "x"))) {
      for (String start : new String[] {"\r\n", "P", "PRI * HT", "GET / HTTP/1.1\r\nHost: a\r\n"}) {
        try (RawClient client = wire.connect(server)) {
          assertThat(client.send(start).readToEnd()).as(start).startsWith("HTTP/1.1 408");
          assertThat(server.awaitFault()).isEqualTo(ClientFault.TIMEOUT);
        }
      }
      assertThat(server.dispatched).hasValue(0);
    }
  }

  @ParameterizedTest
  @EnumSource
  void headSentByteByByteGets408(Wire wire) throws Exception {
    HttpOptions options = wire.options().with(o -> o.headersTimeout(Duration.ofMillis(SHORT)));
    byte[] start = "GET / HTTP/1.1\r\nHost: a\r\n".getBytes(US_ASCII);
    try (TestServer server = new TestServer(options, exchange -> reply(exchange, "x"));
        Socket socket = wire.socket(server.address, "http/1.1");
        RawClient client = new RawClient(socket, server.address)) {
      Drip.start(socket, start, "a: b\r\n".getBytes(US_ASCII));
      assertThat(client.readToEnd()).startsWith("HTTP/1.1 408");
      assertThat(server.dispatched).hasValue(0);
    }
  }

  @ParameterizedTest
  @EnumSource
  void emptyLinesAreNoHead(Wire wire) throws Exception {
    HttpOptions options = wire.options().with(o -> o.headersTimeout(Duration.ofMillis(SHORT)));
    byte[] line = "\r\n".getBytes(US_ASCII);
    try (TestServer server = new TestServer(options, exchange -> reply(exchange, "x"));
        Socket socket = wire.socket(server.address, "http/1.1");
        RawClient client = new RawClient(socket, server.address)) {
      Drip.start(socket, line, line);
      assertThat(client.readToEnd()).startsWith("HTTP/1.1 408");
    }
  }

  @ParameterizedTest
  @EnumSource
  void headsOfLaterRequestsAreLimitedToo(Wire wire) throws Exception {
    HttpOptions options = wire.options().with(o -> o.headersTimeout(Duration.ofMillis(SHORT)));
    byte[] start = "GET / HTTP/1.1\r\n".getBytes(US_ASCII);
    try (TestServer server = new TestServer(options, exchange -> reply(exchange, "x"));
        Socket socket = wire.socket(server.address, "http/1.1");
        RawClient client = new RawClient(socket, server.address)) {
      assertThat(client.get("/").read().body()).isEqualTo("x");
      Drip.start(socket, start, "a: b\r\n".getBytes(US_ASCII));
      assertThat(client.readToEnd()).startsWith("HTTP/1.1 408");
      assertThat(server.dispatched).hasValue(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void idleTimeBetweenRequestsIsNoHead(Wire wire) throws Exception {
    HttpOptions options = wire.options().with(o -> o.headersTimeout(Duration.ofMillis(40)));
    try (TestServer server = new TestServer(options, exchange -> reply(exchange, "x"));
        RawClient client = wire.connect(server)) {
      assertThat(client.get("/").read().body()).isEqualTo("x");
      pass(server.awaitServed(), 300);
      assertThat(client.get("/").read().body()).isEqualTo("x");
    }
  }

  @ParameterizedTest
  @EnumSource
  void bodiesAndHandlersMayTakeLonger(Wire wire) throws Exception {
    HttpOptions options = wire.options().with(o -> o.headersTimeout(Duration.ofMillis(40)));
    CompletableFuture<Void> later = new CompletableFuture<>();
    try (TestServer server =
            new TestServer(
                options,
                exchange ->
                    Bodies.collect(exchange, 100)
                        .thenAcceptBoth(later, (body, nothing) -> reply(exchange, body))
                        .isDone());
        RawClient client = wire.connect(server)) {
      client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\na");
      Served served = server.awaitServed();
      pass(served, 200);
      client.send("b");
      pass(served, 200);
      later.complete(null);
      assertThat(client.read().body()).isEqualTo("ab");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"TLS", "TLS_BESIDE_HTTP2"})
  void handshakeThatDoesNotEndIsClosed(Wire wire) throws Exception {
    HttpOptions options = wire.options().with(o -> o.handshakeTimeout(Duration.ofMillis(SHORT)));
    byte[] hello = {0x16, 3, 1, 2, 0};
    try (TestServer server = new TestServer(options, exchange -> reply(exchange, "x"))) {
      try (RawClient client = server.connect()) {
        assertThat(client.readToEnd()).doesNotContain("HTTP");
      }
      try (Socket socket = new Socket(server.address.getAddress(), server.address.getPort());
          RawClient client = new RawClient(socket, server.address)) {
        Drip.start(socket, hello, new byte[] {1});
        assertThat(client.readToEnd()).doesNotContain("HTTP");
      }
      assertThat(server.dispatched).hasValue(0);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"TLS", "TLS_BESIDE_HTTP2"})
  void connectionInItsHandshakeDoesNotHoldUpTheEnd(Wire wire) throws Exception {
    try (TestServer server = new TestServer(wire.options(), exchange -> reply(exchange, "x"));
        RawClient client = server.connect();
        RawClient other = wire.connect(server)) {
      assertThat(other.get("/").read().body()).isEqualTo("x");
      await(server.netty.close(ForceClose.IDLE, 600_000));
      assertThat(client.readToEnd()).doesNotContain("HTTP");
    }
  }

  /** Lets the event loop of an exchange look at its limits for some time. */
  private static void pass(Served served, long millis) throws Exception {
    CompletableFuture<Void> passed = new CompletableFuture<>();
    EventLoop loop = (EventLoop) served.exchange.eventLoop();
    var unused = loop.schedule(() -> passed.complete(null), millis, TimeUnit.MILLISECONDS);
    await(passed);
  }
}
