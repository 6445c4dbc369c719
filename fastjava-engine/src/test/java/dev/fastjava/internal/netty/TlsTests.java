package dev.fastjava.internal.netty;

import static dev.fastjava.internal.netty.TestServer.await;
import static dev.fastjava.internal.netty.TestServer.headers;
import static dev.fastjava.internal.netty.TestServer.reply;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.internal.exchange.Exchange;
import dev.fastjava.option.HttpOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTests {
  private static final SSLContext TLS = TestTls.context();
  private static final HttpOptions OPTIONS = HttpOptions.of(o -> o.tls(() -> TLS));

  private static RawClient connect(TestServer server) throws IOException {
    Socket socket =
        TLS.getSocketFactory().createSocket(server.address.getAddress(), server.address.getPort());
    return new RawClient(socket, server.address);
  }

  @Test
  void requestsAreServedOverTls() throws Exception {
    try (TestServer server = new TestServer(OPTIONS, Bodies::echo);
        RawClient client = connect(server)) {
      String large = "x".repeat(500_000);
      assertThat(client.send(Bodies.post("a")).read().body()).isEqualTo("a");
      assertThat(client.send(Bodies.post(large)).read().body()).isEqualTo(large);
      assertThat(client.send(Bodies.chunked("b", "c")).read().body()).isEqualTo("bc");
      Exchange exchange = server.awaitServed().exchange;
      assertThat(exchange.encrypted()).isTrue();
      assertThat(exchange.remoteAddress()).isEqualTo("127.0.0.1");
    }
  }

  @Test
  void connectionsCloseOrderly() throws Exception {
    try (TestServer server = new TestServer(OPTIONS, exchange -> reply(exchange, "x"))) {
      try (RawClient client = connect(server)) {
        client.send("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
        assertThat(client.read().body()).isEqualTo("x");
        assertThat(client.readToEnd()).isEmpty();
      }
      try (RawClient client = connect(server)) {
        assertThat(client.send("NOT HTTP\r\n\r\n").readToEnd()).startsWith("HTTP/1.1 400");
      }
    }
  }

  @Test
  void clientThatClosesAbortsItsRequest() throws Exception {
    try (TestServer server = new TestServer(OPTIONS, exchange -> {});
        RawClient client = connect(server)) {
      client.get("/");
      TestServer.Served served = server.awaitServed();
      client.closeOutput();
      await(served.aborted);
    }
  }

  @Test
  void filesAreSentInPieces(@TempDir Path directory) throws Exception {
    Path file = directory.resolve("file");
    Files.writeString(file, "0123456789".repeat(50_000));
    try (TestServer server =
            new TestServer(
                OPTIONS,
                exchange -> {
                  boolean known = exchange.url().equals("/known");
                  exchange.sendFile(
                      200,
                      known ? headers("content-length", "400000") : headers(),
                      open(file),
                      5,
                      400_000);
                });
        RawClient client = connect(server)) {
      String expected = "0123456789".repeat(50_000).substring(5, 400_005);
      assertThat(client.get("/known").read().body()).isEqualTo(expected);
      assertThat(client.get("/unknown").read().body()).isEqualTo(expected);
    }
  }

  private static FileChannel open(Path file) {
    try {
      return FileChannel.open(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void plainTextToATlsPortIsDropped() throws Exception {
    try (TestServer server = new TestServer(OPTIONS, exchange -> reply(exchange, "x"))) {
      try (RawClient client = server.connect()) {
        assertThat(client.get("/").readToEnd()).doesNotContain("200");
      } catch (SocketException e) {
        assertThat(e).hasMessageContaining("reset");
      }
      try (RawClient client = connect(server)) {
        assertThat(client.get("/").read().body()).isEqualTo("x");
      }
    }
  }

  @Test
  void clientMayChooseHttp1WhereHttp2IsOffered() throws Exception {
    HttpOptions options = OPTIONS.with(o -> o.http2(true));
    try (TestServer server = new TestServer(options, e -> reply(e, e.httpVersion()))) {
      try (RawClient client = connect(server)) {
        assertThat(client.get("/").read().body()).isEqualTo("1.1");
      }
      SSLSocket socket =
          (SSLSocket)
              TLS.getSocketFactory()
                  .createSocket(server.address.getAddress(), server.address.getPort());
      var parameters = socket.getSSLParameters();
      parameters.setApplicationProtocols(new String[] {"http/1.1"});
      socket.setSSLParameters(parameters);
      try (RawClient client = new RawClient(socket, server.address)) {
        assertThat(client.get("/").read().body()).isEqualTo("1.1");
        assertThat(socket.getApplicationProtocol()).isEqualTo("http/1.1");
      }
    }
  }
}
