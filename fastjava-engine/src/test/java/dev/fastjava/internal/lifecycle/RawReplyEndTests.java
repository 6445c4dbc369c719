package dev.fastjava.internal.lifecycle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fastjava.Execution;
import dev.fastjava.Fastjava;
import dev.fastjava.Reply;
import dev.fastjava.http.RawReply;
import dev.fastjava.testing.Eventually;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written to a response that has ended goes nowhere, and is told to whoever wrote it. */
@Timeout(60)
class RawReplyEndTests {
  private static CompletionStage<Void> endAfterEnd(Reply reply) {
    reply.hijack();
    reply.raw().end(bytes("raw"));
    return reply.raw().end(bytes("more"));
  }

  private static CompletionStage<Void> writeAfterEnd(Reply reply) {
    reply.hijack();
    reply.raw().end(bytes("raw"));
    return reply.raw().write(bytes("more"));
  }

  private static CompletionStage<Void> endAfterStream(Reply reply) {
    reply.hijack();
    RawReply raw = reply.raw();
    raw.write(bytes("r"));
    raw.end(bytes("aw"));
    return raw.end(bytes("more"));
  }

  static Stream<Arguments> late() {
    return Stream.<Function<Reply, CompletionStage<Void>>>of(
            RawReplyEndTests::endAfterEnd,
            RawReplyEndTests::writeAfterEnd,
            RawReplyEndTests::endAfterStream)
        .map(Arguments::of);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  @ParameterizedTest
  @MethodSource("late")
  void theResponseIsWholeAndItsEndToldOnce(Function<Reply, CompletionStage<Void>> late)
      throws Exception {
    for (Execution execution : new Execution[] {Execution.EVENT_LOOP, Execution.WORKER}) {
      List<String> told = new CopyOnWriteArrayList<>();
      List<CompletionStage<Void>> results = new CopyOnWriteArrayList<>();
      try (Fastjava app = Fastjava.create(o -> o.execution(execution))) {
        app.onResponse(
            (request, reply) -> {
              told.add("response");
            });
        app.onRequestAbort(
            request -> {
              told.add("abort");
            });
        app.get(
            "/late",
            (request, reply) -> {
              results.add(late.apply(reply));
              return reply;
            });
        app.get("/next", (request, reply) -> "next");
        Eventually.join(app.listen(o -> o.port(0)));
        try (Socket socket =
            new Socket(InetAddress.getLoopbackAddress(), app.addresses().get(0).getPort())) {
          InputStream in = socket.getInputStream();
          socket.getOutputStream().write(bytes("GET /late HTTP/1.1\r\nhost: a\r\n\r\n"));
          socket
              .getOutputStream()
              .write(bytes("GET /next HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n"));
          String all = new String(in.readAllBytes(), UTF_8);
          assertThat(all).contains("aw").endsWith("next").doesNotContain("more");
        }
        Eventually.eventually("the end of both requests", () -> told.size(), count -> count >= 2);
      }
      assertThat(told).containsExactly("response", "response");
      assertThat(results).hasSize(1);
      assertThatThrownBy(() -> Eventually.join(results.get(0).toCompletableFuture()))
          .hasRootCauseInstanceOf(IllegalStateException.class);
    }
  }
}
