package dev.fastjava.internal.netty;

import static dev.fastjava.internal.netty.TestServer.await;
import static dev.fastjava.internal.netty.TestServer.reply;
import static dev.fastjava.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.option.ForceClose;
import dev.fastjava.option.HttpOptions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MaxConnectionsTests {

  @Test
  void connectionsAreNotCountedByDefault() {
    assertThat(HttpOptions.defaults().maxConnections()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void connectionsBeyondTheLimitAreClosed(Wire wire) throws Exception {
    HttpOptions options = wire.options().with(o -> o.maxConnections(2));
    try (TestServer server = new TestServer(options, exchange -> reply(exchange, "x"));
        RawClient first = wire.connect(server);
        RawClient second = wire.connect(server)) {
      assertThat(first.get("/").read().body()).isEqualTo("x");
      assertThat(second.get("/").read().body()).isEqualTo("x");
      for (int i = 1; i <= 3; i++) {
        // Without TLS in any case: the connection ends before.
        try (RawClient refused = server.connect()) {
          assertThat(refused.readToEnd()).isIn("", "[reset]");
        }
        assertThat(server.netty.refusedConnections()).isEqualTo(i);
      }
      assertThat(first.get("/").read().body()).isEqualTo("x");
    }
  }

  @ParameterizedTest
  @EnumSource
  void closedConnectionMakesRoom(Wire wire) throws Exception {
    HttpOptions options = wire.options().with(o -> o.maxConnections(1));
    try (TestServer server = new TestServer(options, exchange -> reply(exchange, "x"))) {
      for (int i = 0; i < 5; i++) {
        try (RawClient client = wire.connect(server)) {
          client.send("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
          assertThat(client.read().body()).isEqualTo("x");
          assertThat(client.readToEnd()).isEmpty();
        }
        eventually("no connection is open", () -> server.netty.openConnections() == 0);
      }
      assertThat(server.netty.refusedConnections()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"TLS", "TLS_BESIDE_HTTP2"})
  void connectionInItsHandshakeCounts(Wire wire) throws Exception {
    HttpOptions options = wire.options().with(o -> o.maxConnections(1));
    try (TestServer server = new TestServer(options, exchange -> reply(exchange, "x"));
        RawClient handshaking = server.connect()) {
      handshaking.send(new byte[] {0x16, 3, 1});
      try (RawClient refused = server.connect()) {
        assertThat(refused.readToEnd()).isIn("", "[reset]");
      }
      assertThat(server.netty.refusedConnections()).isEqualTo(1);
    }
  }

  @Test
  void serverWithItsLimitReachedCloses() throws Exception {
    HttpOptions options = HttpOptions.of(o -> o.maxConnections(3));
    List<RawClient> clients = new ArrayList<>();
    try (TestServer server = new TestServer(options, exchange -> reply(exchange, "x"))) {
      for (int i = 0; i < 6; i++) {
        clients.add(server.connect());
      }
      for (int i = 0; i < 3; i++) {
        assertThat(clients.get(i).get("/").read().body()).isEqualTo("x");
      }
      await(server.netty.close(ForceClose.IDLE, 600_000));
    } finally {
      for (RawClient client : clients) {
        client.close();
      }
    }
  }
}
