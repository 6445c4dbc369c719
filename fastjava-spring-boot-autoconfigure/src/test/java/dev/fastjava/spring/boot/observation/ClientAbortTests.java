package dev.fastjava.spring.boot.observation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.Execution;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A client that goes away is no error of the application, and no success. */
@SuppressWarnings("FutureReturnValueIgnored") // stages are what these handlers return
class ClientAbortTests {
  private static Socket ask(ObservedServer server) throws IOException {
    Socket socket =
        new Socket(InetAddress.getLoopbackAddress(), server.app.addresses().get(0).getPort());
    socket
        .getOutputStream()
        .write("GET /it HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  private static void assertAborted(ServerRequestObservationContext context, String status) {
    assertThat(context.isConnectionAborted()).isTrue();
    assertThat(ObservedServer.value(context, "outcome")).isEqualTo("UNKNOWN");
    assertThat(ObservedServer.value(context, "status")).isEqualTo(status);
    assertThat(ObservedServer.value(context, "exception")).isEqualTo("none");
    assertThat(ObservedServer.value(context, "uri")).isEqualTo("/it");
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "EVENT_LOOP"})
  void aClientThatDoesNotWaitForTheReplyHasNoStatus(Execution mode) throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CompletableFuture<String> answer = new CompletableFuture<>();
    try (ObservedServer server = new ObservedServer(o -> o.execution(mode))) {
      server.app.get(
          "/it",
          (request, reply) -> {
            asked.countDown();
            return answer;
          });
      server.app.listen().get(20, TimeUnit.SECONDS);
      Socket socket = ask(server);
      assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();
      socket.close();
      assertAborted(server.next(), "UNKNOWN");
      answer.complete("too late");
    }
  }

  @Test
  void aHandlerThatBlocksWhileItsClientGoesAwayHasNoStatusEither() throws Exception {
    try (ObservedServer server = new ObservedServer(o -> {})) {
      CountDownLatch asked = new CountDownLatch(1);
      server.app.get(
          "/it",
          (request, reply) -> {
            asked.countDown();
            CountDownLatch gone = new CountDownLatch(1);
            request.signal().onAbort(gone::countDown);
            assertThat(gone.await(20, TimeUnit.SECONDS)).isTrue();
            return "too late";
          });
      server.app.listen().get(20, TimeUnit.SECONDS);
      Socket socket = ask(server);
      assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();
      socket.close();
      assertAborted(server.next(), "UNKNOWN");
    }
  }

  @Test
  void aClientThatLeavesInTheMiddleOfAResponseHasSeenItsStatus() throws Exception {
    try (ObservedServer server = new ObservedServer(o -> {})) {
      server.app.get("/it", (request, reply) -> reply.type("text/plain").send(endless()));
      server.app.listen().get(20, TimeUnit.SECONDS);
      Socket socket = ask(server);
      assertThat(socket.getInputStream().readNBytes(1000)).hasSize(1000);
      socket.close();
      assertAborted(server.next(), "200");
    }
  }

  private static InputStream endless() {
    return new InputStream() {
      @Override
      public int read() {
        return 'x';
      }
    };
  }
}
