package dev.fastjava;

import static dev.fastjava.testing.Eventually.join;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.internal.netty.RawClient;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import org.junit.jupiter.api.Test;

class StatusPhraseTests {
  /** One table: for the wire, for injected requests, and for the bodies of errors. */
  @Test
  void everyStatusHasTheSamePhraseEverywhere() throws Exception {
    try (Fastjava app = Fastjava.create()) {
      app.get(
          "/:status",
          (request, reply) -> reply.code(request.paramAs("status", Integer.class)).send("x"));
      int port =
          URI.create(join(app.listen(options -> options.port(0).host("127.0.0.1")))).getPort();
      InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
      for (int status = 200; status < 600; status++) {
        String injected = app.inject("/" + status).statusMessage();
        try (RawClient client = new RawClient(address)) {
          client.send("GET /" + status + " HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
          assertThat(client.readToEnd()).startsWith("HTTP/1.1 " + status + " " + injected + "\r\n");
        }
      }
      assertThat(app.inject("/509").statusMessage()).isEqualTo("Bandwidth Limit Exceeded");
    }
  }
}
