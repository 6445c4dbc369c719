package dev.fastjava.internal.netty;

import static dev.fastjava.internal.netty.TestServer.await;
import static dev.fastjava.internal.netty.TestServer.reply;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.http.ClientFault;
import dev.fastjava.internal.netty.TestServer.Served;
import dev.fastjava.option.HttpOptions;
import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ConnectionLimitTests {

  @Test
  void idleConnectionIsClosed() throws Exception {
    HttpOptions options = HttpOptions.of(o -> o.keepAliveTimeout(Duration.ofMillis(40)));
    try (TestServer server = new TestServer(options, exchange -> reply(exchange, "x"));
        RawClient client = server.connect()) {
      assertThat(client.get("/").read().header("keep-alive")).isEqualTo("timeout=0");
      assertThat(client.readToEnd()).isEmpty();
    }
  }

  @Test
  void silentConnectionIsClosedAndItsRequestTold() throws Exception {
    HttpOptions options = HttpOptions.of(o -> o.connectionTimeout(Duration.ofMillis(60)));
    try (TestServer server = new TestServer(options, exchange -> {});
        RawClient client = server.connect()) {
      assertThat(client.get("/").readToEnd()).isEmpty();
      Served served = server.awaitServed();
      await(served.timedOut);
      await(served.aborted);
    }
  }

  @Test
  void connectionThatNeverSendsIsClosed() throws Exception {
    HttpOptions options = HttpOptions.of(o -> o.connectionTimeout(Duration.ofMillis(60)));
    try (TestServer server = new TestServer(options, exchange -> {});
        RawClient client = server.connect()) {
      assertThat(client.readToEnd()).isEmpty();
      assertThat(server.dispatched).hasValue(0);
    }
  }

  @Test
  void headThatDoesNotEndTimesOut() throws Exception {
    HttpOptions options = HttpOptions.of(o -> o.requestTimeout(Duration.ofMillis(60)));
    try (TestServer server = new TestServer(options, exchange -> reply(exchange, "x"))) {
      for (String start : new String[] {"", "GE", "GET / HTTP/1.1\r\n", "GET / HTTP/1.1\r\nHost"}) {
        try (RawClient client = server.connect()) {
          assertThat(client.send(start).readToEnd()).startsWith("HTTP/1.1 408");
          assertThat(server.awaitFault()).isEqualTo(ClientFault.TIMEOUT);
        }
      }
      try (RawClient client = server.connect()) {
        client.get("/").read();
        assertThat(client.send("GET / HT").readToEnd()).startsWith("HTTP/1.1 408");
      }
    }
  }

  @Test
  void bodyThatDoesNotEndTimesOut() throws Exception {
    HttpOptions options = HttpOptions.of(o -> o.requestTimeout(Duration.ofMillis(60)));
    try (TestServer server = new TestServer(options, Bodies::echo);
        RawClient client = server.connect()) {
      client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nab");
      assertThat(client.readToEnd()).startsWith("HTTP/1.1 408");
      await(server.awaitServed().aborted);
    }
  }

  @Test
  void slowHandlersDoNotTimeOutTheRequest() throws Exception {
    HttpOptions options =
        HttpOptions.of(
            o -> o.requestTimeout(Duration.ofMillis(40)).keepAliveTimeout(Duration.ofMillis(40)));
    CompletableFuture<Void> later = new CompletableFuture<>();
    try (TestServer server =
            new TestServer(
                options, exchange -> later.thenRun(() -> reply(exchange, "x")).isDone());
        RawClient client = server.connect()) {
      client.send(Bodies.post("complete"));
      Served served = server.awaitServed();
      // Ten looks at the limits pass.
      CompletableFuture<Void> looked = new CompletableFuture<>();
      EventLoop loop = (EventLoop) served.exchange.eventLoop();
      var unused = loop.schedule(() -> looked.complete(null), 200, TimeUnit.MILLISECONDS);
      await(looked);
      later.complete(null);
      assertThat(client.read().body()).isEqualTo("x");
    }
  }

  @Test
  void lastRequestAllowedClosesTheConnection() throws Exception {
    HttpOptions options = HttpOptions.of(o -> o.maxRequestsPerSocket(2));
    try (TestServer server = new TestServer(options, exchange -> reply(exchange, "x"));
        RawClient client = server.connect()) {
      assertThat(client.get("/").read().header("connection")).isEqualTo("keep-alive");
      assertThat(client.get("/").read().header("connection")).isEqualTo("close");
      assertThat(client.readToEnd()).isEmpty();
    }
  }

  @Test
  void requestsBeyondTheLimitAreRefused() throws Exception {
    HttpOptions options = HttpOptions.of(o -> o.maxRequestsPerSocket(2));
    try (TestServer server = new TestServer(options, exchange -> reply(exchange, "x"));
        RawClient client = server.connect()) {
      client.get("/").get("/").get("/").get("/");
      assertThat(client.read().status()).isEqualTo(200);
      assertThat(client.read().header("connection")).isEqualTo("close");
      assertThat(client.read().status()).isEqualTo(503);
      assertThat(client.readToEnd()).isEmpty();
      assertThat(server.dispatched).hasValue(2);
    }
  }
}
