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
import java.util.List;
import java.util.concurrent.Flow;
import java.util.stream.Stream;
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
      app.get("/", r -> r.handlerTimeout(200), (request, reply) -> onePart());
      assertLogged("/", app, "Request timed out after 200 ms on route '/'");
    }
  }
}
