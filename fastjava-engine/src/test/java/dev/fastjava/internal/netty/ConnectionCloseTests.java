package dev.fastjava.internal.netty;

import static dev.fastjava.internal.netty.TestServer.await;
import static dev.fastjava.internal.netty.TestServer.reply;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fastjava.internal.exchange.Exchange;
import dev.fastjava.internal.netty.RawClient.Received;
import dev.fastjava.internal.netty.TestServer.Served;
import dev.fastjava.option.ForceClose;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;

/** How connections end: by the client, and by the server that closes. */
class ConnectionCloseTests {
  private final BlockingQueue<Exchange> open = new LinkedBlockingQueue<>();

  @Test
  void clientThatResetsAbortsItsRequest() throws Exception {
    try (TestServer server = new TestServer(open::add);
        RawClient client = server.connect()) {
      client.get("/");
      Exchange exchange = await(open);
      client.abort();
      Served served = server.awaitServed();
      await(served.aborted);
      assertThat(exchange.aborted()).isTrue();
      assertThat(exchange.isOpen()).isFalse();
      assertThat(served.finished).isNotDone();
      reply(exchange, "late");
      assertThat(await(served.finished)).isInstanceOf(IOException.class);
      assertThat(served.finishedCalls).hasValue(1);
    }
  }

  @Test
  void clientThatClosesItsSideAbortsASlowRequest() throws Exception {
    try (TestServer server = new TestServer(open::add);
        RawClient client = server.connect()) {
      client.get("/").closeOutput();
      await(server.awaitServed().aborted);
      assertThat(client.readToEnd()).isEmpty();
    }
  }

  @Test
  void clientThatClosesItsSideGetsResponsesThatAreReady() throws Exception {
    try (TestServer server = new TestServer(exchange -> reply(exchange, "x"));
        RawClient client = server.connect()) {
      client.get("/1").get("/2").closeOutput();
      assertThat(client.read().body()).isEqualTo("x");
      assertThat(client.read().body()).isEqualTo("x");
      assertThat(client.readToEnd()).isEmpty();
      assertThat(server.awaitServed().aborted).isNotDone();
    }
  }

  @Test
  void headThatEndsEarlyIsAClientError() throws Exception {
    try (TestServer server = new TestServer(exchange -> reply(exchange, "x"));
        RawClient client = server.connect()) {
      client.send("GET / HTTP/1.1\r\nHost: a\r\n").closeOutput();
      assertThat(client.readToEnd()).startsWith("HTTP/1.1 400");
    }
  }

  @Test
  void clientThatOnlyConnectsCostsNothing() throws Exception {
    try (TestServer server = new TestServer(exchange -> reply(exchange, "x"));
        RawClient client = server.connect()) {
      assertThat(client.closeOutput().readToEnd()).isEmpty();
      assertThat(server.faults).isEmpty();
    }
  }

  @Test
  void closingServerClosesIdleConnections() throws Exception {
    try (TestServer server = new TestServer(exchange -> reply(exchange, "x"));
        RawClient used = server.connect();
        RawClient unused = server.connect()) {
      used.get("/").read();
      unused.send("");
      await(server.netty.close(ForceClose.IDLE, 60_000));
      assertThat(used.readToEnd()).isEmpty();
      assertThat(unused.readToEnd()).isIn("", "[reset]");
      assertThatThrownBy(server::connect).isInstanceOf(ConnectException.class);
    }
  }

  @Test
  void closingServerFinishesRequestsUnderWay() throws Exception {
    try (TestServer server = new TestServer(open::add);
        RawClient client = server.connect()) {
      client.get("/");
      Exchange exchange = await(open);
      CompletableFuture<Void> closed = server.netty.close(ForceClose.IDLE, 60_000);
      awaitRefusal(server);
      assertThat(closed).isNotDone();
      reply(exchange, "done");
      Received response = client.read();
      assertThat(response.body()).isEqualTo("done");
      assertThat(response.header("connection")).isEqualTo("close");
      assertThat(client.readToEnd()).isEmpty();
      client.closeOutput();
      await(closed);
    }
  }

  @Test
  void closingServerAnswersWhatWasSentAhead() throws Exception {
    try (TestServer server = new TestServer(open::add);
        RawClient client = server.connect()) {
      client.get("/1").get("/2");
      Exchange first = await(open);
      CompletableFuture<Void> closed = server.netty.close(ForceClose.IDLE, 60_000);
      awaitRefusal(server);
      reply(first, "one");
      assertThat(client.read().header("connection")).isEqualTo("keep-alive");
      reply(await(open), "two");
      Received second = client.read();
      assertThat(second.body()).isEqualTo("two");
      assertThat(second.header("connection")).isEqualTo("close");
      client.closeOutput();
      await(closed);
    }
  }

  @Test
  void closingServerCutsRequestsThatTakeTooLong() throws Exception {
    try (TestServer server = new TestServer(open::add);
        RawClient client = server.connect()) {
      client.get("/");
      await(open);
      await(server.netty.close(ForceClose.IDLE, 30));
      await(server.awaitServed().aborted);
      assertThat(client.readToEnd()).isIn("", "[reset]");
    }
  }

  @Test
  void forcedCloseCutsRequestsUnderWay() throws Exception {
    try (TestServer server = new TestServer(open::add);
        RawClient client = server.connect()) {
      client.get("/");
      Exchange exchange = await(open);
      await(server.netty.close(ForceClose.ALL, 60_000));
      Served served = server.awaitServed();
      await(served.aborted);
      reply(exchange, "late");
      assertThat(await(served.finished)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void closeWithoutForceLeavesIdleConnectionsToTheirClients() throws Exception {
    try (TestServer server = new TestServer(exchange -> reply(exchange, "x"));
        RawClient client = server.connect()) {
      client.get("/").read();
      CompletableFuture<Void> closed = server.netty.close(ForceClose.NONE, 60_000);
      awaitRefusal(server);
      assertThat(client.get("/").read().body()).isEqualTo("x");
      assertThat(closed).isNotDone();
      client.closeOutput();
      await(closed);
    }
  }

  @Test
  void closeWithoutForceCutsWhatIsOpenWhenItsTimeIsOver() throws Exception {
    try (TestServer server = new TestServer(exchange -> reply(exchange, "x"));
        RawClient client = server.connect()) {
      client.get("/").read();
      await(server.netty.close(ForceClose.NONE, 30));
      assertThat(client.readToEnd()).isIn("", "[reset]");
    }
  }

  @Test
  void connectionsGoOnWhenNoMoreAreAccepted() throws Exception {
    try (TestServer server = new TestServer(exchange -> reply(exchange, "x"));
        RawClient client = server.connect()) {
      client.get("/").read();
      await(server.netty.stopAccepting());
      assertThat(client.get("/").read().body()).isEqualTo("x");
      assertThat(server.netty.addresses()).isEmpty();
      assertThatThrownBy(server::connect).isInstanceOf(ConnectException.class);
    }
  }

  /** Waits until the server accepts no more; its loops are told about the end after that. */
  private static void awaitRefusal(TestServer server) throws Exception {
    for (boolean refused = false; !refused; ) {
      try (RawClient client = server.connect()) {
        // One that came before the end may be left to its client.
        client.closeOutput();
        client.readToEnd();
      } catch (SocketException e) {
        // A reset is a connection that came just before the end.
        refused = e instanceof ConnectException;
      }
    }
    // The turn of the only event loop that closed the listener tells the connections in the next.
    Executor loop = server.awaitServed().exchange.eventLoop();
    for (int i = 0; i < 2; i++) {
      CompletableFuture<Void> turned = new CompletableFuture<>();
      loop.execute(() -> turned.complete(null));
      await(turned);
    }
  }
}
