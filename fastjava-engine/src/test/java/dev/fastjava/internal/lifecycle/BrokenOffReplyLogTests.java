package dev.fastjava.internal.lifecycle;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.Execution;
import dev.fastjava.Fastjava;
import dev.fastjava.conformance.scenario.Modes;
import dev.fastjava.internal.netty.RawClient;
import dev.fastjava.testing.Eventually;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** A response that the application's own fault breaks off is in the log, with the reason. */
class BrokenOffReplyLogTests {
  private static final String MESSAGE =
      "response terminated with an error with headers already sent";

  private final LogLines log = new LogLines();

  static Stream<Execution> modes() {
    return Modes.selected().stream();
  }

  private static ByteArrayInputStream abc() {
    return new ByteArrayInputStream("abc".getBytes(US_ASCII));
  }

  /** Publishes one part and then nothing for ever. */
  private static Flow.Publisher<ByteBuffer> onePart() {
    return subscriber ->
        subscriber.onSubscribe(
            new Flow.Subscription() {
              private boolean begun;

              @Override
              public void request(long count) {
                if (!begun) {
                  begun = true;
                  subscriber.onNext(ByteBuffer.wrap("abc".getBytes(US_ASCII)));
                }
              }

              @Override
              public void cancel() {}
            });
  }

  private void assertLogged(String url, Fastjava app, String reason) throws Exception {
    Eventually.join(app.listen(o -> o.host("127.0.0.1")));
    try (RawClient client = new RawClient(app.addresses().get(0))) {
      client.get(url).readToEnd();
    }
    List<JsonNode> lines =
        Eventually.eventually("a warning", () -> log.from(40), each -> !each.isEmpty());
    assertThat(lines).hasSize(1);
    assertThat(lines.get(0).path("msg").asString("")).isEqualTo(MESSAGE);
    assertThat(lines.get(0).path("err").path("message").asString("")).contains(reason);
    assertThat(lines.get(0).path("reqId").asString("")).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("modes")
  void streamShorterThanItsContentLength(Execution mode) throws Exception {
    try (Fastjava app = Fastjava.create(o -> log.into(o, "info").execution(mode))) {
      app.get("/", (request, reply) -> reply.header("content-length", 10).send(abc()));
      assertLogged("/", app, "shorter than its content-length");
    }
  }

  @ParameterizedTest
  @MethodSource("modes")
  void streamLongerThanItsContentLength(Execution mode) throws Exception {
    try (Fastjava app = Fastjava.create(o -> log.into(o, "info").execution(mode))) {
      app.get("/", (request, reply) -> reply.header("content-length", 2).send(abc()));
      assertLogged("/", app, "longer than its content-length");
    }
  }

  @ParameterizedTest
  @MethodSource("modes")
  void hijackedReplyShorterThanItsContentLength(Execution mode) throws Exception {
    try (Fastjava app = Fastjava.create(o -> log.into(o, "info").execution(mode))) {
      app.get(
          "/",
          (request, reply) -> {
            reply.hijack();
            reply.raw().setHeader("content-length", "10");
            var unused = reply.raw().end("abc".getBytes(US_ASCII));
            return reply;
          });
      assertLogged("/", app, "shorter than its content-length");
    }
  }

  @ParameterizedTest
  @MethodSource("modes")
  void handlerTimeoutInTheMiddleOfAResponse(Execution mode) throws Exception {
    try (Fastjava app = Fastjava.create(o -> log.into(o, "info").execution(mode))) {
      app.get("/", r -> r.handlerTimeout(Duration.ofMillis(200)), (request, reply) -> onePart());
      assertLogged("/", app, "Request timed out after 200 ms on route '/'");
    }
  }

  /** Over TLS and HTTP/2 it was logged already: there a piece is read after the other. */
  @ParameterizedTest
  @MethodSource("modes")
  void fileThatShrinksWhileItIsSent(Execution mode, @TempDir Path directory) throws Exception {
    Path file = Files.write(directory.resolve("shrinks"), new byte[64 << 20]);
    try (Fastjava app = Fastjava.create(o -> log.into(o, "info").execution(mode))) {
      app.get("/", (request, reply) -> file);
      Eventually.join(app.listen(o -> o.host("127.0.0.1")));
      try (RawClient client = new RawClient(app.addresses().get(0))) {
        client.get("/");
        var unused = client.readSome();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
          channel.truncate(1);
        }
        client.readToEnd();
      }
      List<JsonNode> lines =
          Eventually.eventually("a warning", () -> log.from(40), each -> !each.isEmpty());
      assertThat(lines).hasSize(1);
      assertThat(lines.get(0).path("msg").asString("")).isEqualTo(MESSAGE);
      assertThat(lines.get(0).path("err").path("message").asString(""))
          .isEqualTo("The file is shorter than the response announced");
    }
  }

  @ParameterizedTest
  @MethodSource("modes")
  void clientThatGoesAwayIsNoFaultOfTheFile(Execution mode, @TempDir Path directory)
      throws Exception {
    Path file = Files.write(directory.resolve("stays"), new byte[64 << 20]);
    CompletableFuture<String> aborted = new CompletableFuture<>();
    try (Fastjava app = Fastjava.create(o -> log.into(o, "info").execution(mode))) {
      app.onRequestAbort(request -> aborted.complete("aborted"));
      app.get("/", (request, reply) -> file);
      Eventually.join(app.listen(o -> o.host("127.0.0.1")));
      try (RawClient client = new RawClient(app.addresses().get(0))) {
        client.get("/");
        var unused = client.readSome();
      }
      assertThat(Eventually.join(aborted)).isEqualTo("aborted");
    }
    assertThat(log.from(40)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("modes")
  void errorOfTheVirtualMachineIsLoggedOnce(Execution mode) throws Exception {
    try (Fastjava app = Fastjava.create(o -> log.into(o, "info").execution(mode))) {
      app.get(
          "/memory",
          (request, reply) -> {
            throw new OutOfMemoryError("for a test");
          });
      app.get(
          "/stack",
          (request, reply) -> {
            throw new StackOverflowError("for a test");
          });
      app.get(
          "/hook",
          r ->
              r.preHandler(
                  (request, reply) -> {
                    throw new OutOfMemoryError("for a test");
                  }),
          (request, reply) -> "never");
      for (String url : List.of("/memory", "/stack", "/hook")) {
        assertThat(app.inject(url).statusCode()).isEqualTo(500);
      }
    }
    assertThat(log.from(40).stream().map(line -> line.path("err").path("message").asString("")))
        .containsExactly("for a test", "for a test", "for a test");
  }
}
