package dev.fastjava.internal.netty;

import static dev.fastjava.internal.netty.TestServer.await;
import static dev.fastjava.internal.netty.TestServer.headers;
import static dev.fastjava.internal.netty.TestServer.reply;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fastjava.internal.exchange.Exchange;
import dev.fastjava.internal.netty.RawClient.Received;
import dev.fastjava.internal.netty.TestServer.Served;
import dev.fastjava.testing.Eventually;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;

class NettyServerTests {

  @Test
  void connectionIsKeptForFurtherRequests() throws Exception {
    try (TestServer server = new TestServer(exchange -> reply(exchange, exchange.url()));
        RawClient client = server.connect()) {
      Received first = client.get("/a").read();
      Received second = client.get("/b?c").read();
      assertThat(first.status()).isEqualTo(200);
      assertThat(first.body()).isEqualTo("/a");
      assertThat(first.headers())
          .containsEntry("connection", "keep-alive")
          .containsEntry("keep-alive", "timeout=72")
          .containsKey("date");
      assertThat(second.body()).isEqualTo("/b?c");
    }
  }

  @Test
  void responsesFromOtherThreadsAreSent() throws Exception {
    Executor threads = ForkJoinPool.commonPool();
    try (TestServer server =
            new TestServer(exchange -> threads.execute(() -> reply(exchange, exchange.url())));
        RawClient client = server.connect()) {
      for (int i = 0; i < 50; i++) {
        assertThat(client.get("/" + i).read().body()).isEqualTo("/" + i);
      }
      assertThat(await(server.awaitServed().finished)).isNull();
    }
  }

  @Test
  void pipelinedRequestsAreAnsweredInOrder() throws Exception {
    try (TestServer server = new TestServer(exchange -> reply(exchange, exchange.url()));
        RawClient client = server.connect()) {
      StringBuilder requests = new StringBuilder();
      for (int i = 0; i < 2_000; i++) {
        requests.append("GET /").append(i).append(" HTTP/1.1\r\nHost: test\r\n\r\n");
      }
      client.send(requests.toString());
      for (int i = 0; i < 2_000; i++) {
        assertThat(client.read().body()).isEqualTo("/" + i);
      }
    }
  }

  @Test
  void nextRequestIsDispatchedWhenThePreviousResponseHasBeenWritten() throws Exception {
    BlockingQueue<Exchange> open = new LinkedBlockingQueue<>();
    try (TestServer server = new TestServer(open::add);
        RawClient client = server.connect()) {
      client.get("/1").get("/2").get("/3");
      for (int i = 1; i <= 3; i++) {
        Exchange exchange = await(open);
        assertThat(exchange.url()).isEqualTo("/" + i);
        assertThat(open).isEmpty();
        assertThat(server.dispatched).hasValue(i);
        reply(exchange, exchange.url());
        assertThat(client.read().body()).isEqualTo("/" + i);
      }
    }
  }

  @Test
  void pipelinedBodiesBelongToTheirRequests() throws Exception {
    try (TestServer server = new TestServer(Bodies::echo);
        RawClient client = server.connect()) {
      client.send(Bodies.post("one") + Bodies.post("") + Bodies.post("three"));
      assertThat(client.read().body()).isEqualTo("one");
      assertThat(client.read().body()).isEmpty();
      assertThat(client.read().body()).isEqualTo("three");
    }
  }

  @Test
  void requestsMayArriveByteByByte() throws Exception {
    try (TestServer server = new TestServer(Bodies::echo);
        RawClient client = server.connect()) {
      String request = Bodies.post("hello") + Bodies.chunked("a", "bc");
      for (byte b : request.getBytes(StandardCharsets.US_ASCII)) {
        client.send(new byte[] {b});
      }
      assertThat(client.read().body()).isEqualTo("hello");
      assertThat(client.read().body()).isEqualTo("abc");
    }
  }

  @Test
  void exchangeShowsTheRequest() throws Exception {
    try (TestServer server = new TestServer(exchange -> reply(exchange, ""));
        RawClient client = server.connect()) {
      client.send(
          String.join(
              "\r\n",
              "PUT http://example.test/x?y=z HTTP/1.1",
              "Host: test",
              "User-Agent: one",
              "user-agent: two",
              "X-A: 1",
              "x-a: 2",
              "Cookie: a=1",
              "Cookie: b=2",
              "Set-Cookie: s",
              "",
              ""));
      client.read();
      Exchange exchange = server.awaitServed().exchange;
      assertThat(exchange.method()).isEqualTo("PUT");
      assertThat(exchange.url()).isEqualTo("http://example.test/x?y=z");
      assertThat(exchange.httpVersion()).isEqualTo("1.1");
      assertThat(exchange.isHttp2()).isFalse();
      assertThat(exchange.encrypted()).isFalse();
      assertThat(exchange.remoteAddress()).isEqualTo("127.0.0.1");
      assertThat(exchange.remotePort()).isPositive();
      assertThat(exchange.header("USER-AGENT")).isEqualTo("one");
      assertThat(exchange.header("x-a")).isEqualTo("1, 2");
      assertThat(exchange.header("missing")).isNull();
      assertThat(exchange.headers().asMap())
          .containsExactly(
              Map.entry("host", "example.test"),
              Map.entry("user-agent", "one"),
              Map.entry("x-a", "1, 2"),
              Map.entry("cookie", "a=1; b=2"),
              Map.entry("set-cookie", List.of("s")));
      assertThat(exchange.rawHeaders())
          .startsWith("Host", "example.test", "User-Agent", "one", "user-agent", "two", "X-A", "1")
          .hasSize(16);
    }
  }

  @Test
  void rewrittenUrlLeavesTheOriginal() throws Exception {
    try (TestServer server =
            new TestServer(
                exchange -> {
                  exchange.rewriteUrl("/new");
                  reply(exchange, exchange.url() + " " + exchange.originalUrl());
                });
        RawClient client = server.connect()) {
      assertThat(client.get("/old").read().body()).isEqualTo("/new /old");
    }
  }

  @Test
  void connectionCloseIsHonoured() throws Exception {
    try (TestServer server = new TestServer(exchange -> reply(exchange, "x"));
        RawClient client = server.connect()) {
      client.send("GET / HTTP/1.1\r\nHost: test\r\nConnection: foo, Close\r\n\r\n");
      Received response = client.read();
      assertThat(response.headers())
          .containsEntry("connection", "close")
          .doesNotContainKey("keep-alive");
      assertThat(client.readToEnd()).isEmpty();
    }
  }

  @Test
  void applicationMayCloseTheConnection() throws Exception {
    try (TestServer server =
            new TestServer(
                exchange ->
                    exchange.send(
                        200,
                        headers("content-length", "1", "connection", "close"),
                        new byte[] {'x'},
                        0,
                        1));
        RawClient client = server.connect()) {
      assertThat(client.get("/").read().header("connection")).isEqualTo("close");
      assertThat(client.readToEnd()).isEmpty();
    }
  }

  @Test
  void ownDateIsNotRepeated() throws Exception {
    try (TestServer server =
            new TestServer(
                exchange ->
                    exchange.send(
                        200, headers("content-length", "0", "date", "mine"), new byte[0], 0, 0));
        RawClient client = server.connect()) {
      assertThat(client.get("/").read().header("date")).isEqualTo("mine");
    }
  }

  @Test
  void http10ClosesUnlessKeepAliveIsAskedFor() throws Exception {
    try (TestServer server = new TestServer(exchange -> reply(exchange, exchange.httpVersion()))) {
      try (RawClient client = server.connect()) {
        Received response = client.send("GET / HTTP/1.0\r\n\r\n").read();
        assertThat(response.body()).isEqualTo("1.0");
        assertThat(response.header("connection")).isEqualTo("close");
        assertThat(client.readToEnd()).isEmpty();
      }
      try (RawClient client = server.connect()) {
        client.send("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
        assertThat(client.read().header("connection")).isEqualTo("keep-alive");
        assertThat(client.send("GET / HTTP/1.0\r\n\r\n").read().status()).isEqualTo(200);
      }
    }
  }

  @Test
  void headHasHeadersButNoBody() throws Exception {
    try (TestServer server = new TestServer(exchange -> reply(exchange, "body"));
        RawClient client = server.connect()) {
      client.send("HEAD / HTTP/1.1\r\nHost: test\r\n\r\nGET / HTTP/1.1\r\nHost: test\r\n\r\n");
      assertThat(client.readHead().header("content-length")).isEqualTo("4");
      assertThat(client.read().body()).isEqualTo("body");
    }
  }

  @Test
  void statusWithoutBodyHasNone() throws Exception {
    try (TestServer server =
            new TestServer(
                exchange -> {
                  int status = Integer.parseInt(exchange.url().substring(1));
                  exchange.send(status, headers(), new byte[] {'x'}, 0, 1);
                });
        RawClient client = server.connect()) {
      client.get("/204").get("/304").get("/200");
      for (int status : new int[] {204, 304}) {
        Received response = client.read();
        assertThat(response.status()).isEqualTo(status);
        assertThat(response.headers()).doesNotContainKeys("content-length", "transfer-encoding");
      }
      assertThat(client.read().body()).isEqualTo("x");
    }
  }

  @Test
  void informationalResponsePrecedesTheFinalOne() throws Exception {
    List<String> order = new ArrayList<>();
    try (TestServer server =
            new TestServer(
                exchange ->
                    exchange
                        .sendInformational(103, headers("link", "</s.css>"))
                        .thenRun(
                            () -> {
                              order.add("written");
                              reply(exchange, "x");
                            }));
        RawClient client = server.connect()) {
      Received hints = client.get("/").read();
      assertThat(hints.status()).isEqualTo(103);
      assertThat(hints.headers()).containsOnly(Map.entry("link", "</s.css>"));
      assertThat(client.read().body()).isEqualTo("x");
      assertThat(order).containsExactly("written");
      client.send("GET / HTTP/1.0\r\n\r\n");
      assertThat(client.read().status()).isEqualTo(200);
    }
  }

  @Test
  void largeBodiesArriveComplete() throws Exception {
    String large = "0123456789abcdef".repeat(200_000);
    try (TestServer server = new TestServer(exchange -> reply(exchange, large));
        RawClient client = server.connect()) {
      client.get("/").get("/");
      assertThat(client.read().body()).isEqualTo(large);
      assertThat(client.read().body()).isEqualTo(large);
      assertThat(await(server.awaitServed().finished)).isNull();
    }
  }

  @Test
  void missingHostIsRefusedWithoutTheApplication() throws Exception {
    try (TestServer server = new TestServer(exchange -> reply(exchange, "x"));
        RawClient client = server.connect()) {
      Received response = client.send("GET / HTTP/1.1\r\n\r\n").read();
      assertThat(response.status()).isEqualTo(400);
      assertThat(response.header("connection")).isEqualTo("close");
      assertThat(client.readToEnd()).isEmpty();
      assertThat(server.dispatched).hasValue(0);
    }
  }

  @Test
  void dispatcherThatFailsCostsItsConnectionOnly() throws Exception {
    try (TestServer server =
        new TestServer(
            exchange -> {
              if (exchange.url().equals("/bad")) {
                throw new IllegalStateException("on purpose");
              }
              reply(exchange, "x");
            })) {
      try (RawClient client = server.connect()) {
        assertThat(client.get("/bad").readToEnd()).isEmpty();
      }
      try (RawClient client = server.connect()) {
        assertThat(client.get("/").read().body()).isEqualTo("x");
      }
    }
  }

  @Test
  void destroyClosesWithoutAnAnswer() throws Exception {
    try (TestServer server = new TestServer(exchange -> exchange.destroy(null));
        RawClient client = server.connect()) {
      assertThat(client.get("/").readToEnd()).isEmpty();
      Served served = server.awaitServed();
      assertThat(served.aborted).isNotDone();
      reply(served.exchange, "late");
      assertThat(await(served.finished)).isNotNull();
    }
  }

  @Test
  void severalAddressesAreServed() throws Exception {
    try (TestServer server = new TestServer(exchange -> reply(exchange, "x"))) {
      InetSocketAddress second = Eventually.join(server.netty.bind("127.0.0.1", 0, 8));
      assertThat(server.netty.addresses()).containsExactly(server.address, second);
      try (RawClient client = new RawClient(second)) {
        assertThat(client.get("/").read().body()).isEqualTo("x");
      }
    }
  }

  @Test
  void usedPortFailsAndLeavesTheServerServing() throws Exception {
    try (TestServer server = new TestServer(exchange -> reply(exchange, "x"))) {
      int port = server.address.getPort();
      assertThatThrownBy(() -> Eventually.join(server.netty.bind("127.0.0.1", port, 8)))
          .isInstanceOf(CompletionException.class)
          .hasCauseInstanceOf(BindException.class);
      try (RawClient client = server.connect()) {
        assertThat(client.get("/").read().body()).isEqualTo("x");
      }
    }
  }

  @Test
  void unknownHostFails() {
    try (TestServer server = new TestServer(exchange -> reply(exchange, "x"))) {
      assertThatThrownBy(() -> Eventually.join(server.netty.bind("no-such-host.invalid", 0, 8)))
          .hasCauseInstanceOf(UnknownHostException.class);
    }
  }
}
