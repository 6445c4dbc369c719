package dev.fastjava.internal.inject;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fastjava.inject.InjectException;
import dev.fastjava.inject.InjectRequest;
import dev.fastjava.inject.InjectResponse;
import dev.fastjava.internal.exchange.Exchange;
import dev.fastjava.internal.exchange.ResponseHeaders;
import dev.fastjava.testing.Eventually;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.SubmissionPublisher;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class InjectSenderTests {
  private static final CompletableFuture<?> READY = CompletableFuture.completedFuture(null);

  /** Answers with the request line, the headers and the body. */
  private final RecordingDispatcher echo =
      RecordingDispatcher.of(
          exchange ->
              RecordingDispatcher.collect(
                  exchange,
                  body ->
                      answer(
                          exchange,
                          exchange.method()
                              + ' '
                              + exchange.url()
                              + ' '
                              + exchange.headers().asMap()
                              + ' '
                              + new String(body, UTF_8))));

  private final InjectSender inject = sender(echo);

  private static InjectSender sender(RecordingDispatcher application) {
    return new InjectSender(
        () -> READY, application, value -> ("json:" + value).getBytes(UTF_8), new JsonMapper());
  }

  private static void answer(Exchange exchange, String text) {
    byte[] bytes = text.getBytes(UTF_8);
    exchange.send(200, new ResponseHeaders(), bytes, 0, bytes.length);
  }

  @Test
  void shortFormsSendTheirMethod() {
    assertThat(inject.get("/a").body()).startsWith("GET /a {");
    assertThat(inject.delete("/a").body()).startsWith("DELETE /a {");
    assertThat(inject.options("/a").body()).startsWith("OPTIONS /a {");
    assertThat(inject.head("/a").statusCode()).isEqualTo(200);
    assertThat(inject.put("/a", "x").body()).startsWith("PUT /a {").endsWith(" x");
    assertThat(inject.patch("/a", null).body()).startsWith("PATCH /a {").endsWith(" ");
    assertThat(inject.post("/a", Map.of(), r -> r.header("x-y", 1)).body())
        .startsWith("POST /a {x-y=1, ")
        .contains("content-type=application/json, content-length=7")
        .endsWith(" json:{}");
  }

  @Test
  void formIsUrlEncoded() {
    assertThat(
            inject
                .send(r -> r.method("POST").url("/").form(Map.of("a b", List.of("\u00e9", 2))))
                .body())
        .contains("content-type=application/x-www-form-urlencoded, content-length=16")
        .endsWith(" a+b=%C3%A9&a+b=2");
  }

  @Test
  void byteBufferIsSentAsItIs() {
    ByteBuffer buffer = ByteBuffer.wrap("xabcx".getBytes(UTF_8), 1, 3);
    assertThat(inject.post("/", buffer).body()).contains("content-length=3}").endsWith(" abc");
    assertThat(buffer.remaining()).isEqualTo(3);
  }

  @Test
  void publisherIsSentWithoutLength() {
    SubmissionPublisher<ByteBuffer> publisher = new SubmissionPublisher<>();
    CompletableFuture<InjectResponse> response =
        inject.sendAsync(new InjectRequest().method("POST").url("/").payload(publisher));
    Eventually.eventually("the payload is subscribed to", publisher::hasSubscribers);
    for (String part : List.of("ab", "", "cd")) {
      publisher.submit(ByteBuffer.wrap(part.getBytes(UTF_8)));
    }
    publisher.close();
    assertThat(Eventually.join(response).body()).doesNotContain("content-length").endsWith(" abcd");
  }

  @Test
  void failingPublisherDestroysTheExchange() {
    try (SubmissionPublisher<ByteBuffer> publisher = new SubmissionPublisher<>()) {
      publisher.closeExceptionally(new IOException("disk"));
      assertThatThrownBy(() -> inject.post("/", publisher))
          .isInstanceOf(InjectException.class)
          .hasMessage("response destroyed before completion")
          .hasRootCauseMessage("disk");
    }
  }

  @Test
  void defaultHeadersCanBeLeftOut() {
    assertThat(
            inject
                .post("/", 1, r -> r.withoutHeader("User-Agent").withoutHeader("content-type"))
                .body())
        .contains("{host=localhost:80, content-length=6}");
  }

  @Test
  void methodIsCheckedUnlessToldNotTo() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> inject.send(r -> r.method("Get").url("/")))
        .withStackTraceContaining("The method of the request to inject is Get");
    assertThat(inject.send(r -> r.method("Foo").url("/").validate(false)).body())
        .startsWith("FOO / ");
  }

  @Test
  void requestMayBeSentAgain() {
    InjectRequest request = new InjectRequest().url("/x").field("a", "b");
    assertThat(inject.send(request).body()).contains("name=\"a\"");
    assertThat(inject.send(request).body()).contains("name=\"a\"");
  }

  @Test
  void bootsBeforeTheRequestIsDispatched() {
    CompletableFuture<String> ready = new CompletableFuture<>();
    InjectSender sender =
        new InjectSender(() -> ready, echo, value -> new byte[0], new JsonMapper());
    CompletableFuture<InjectResponse> response = sender.sendAsync(new InjectRequest().url("/late"));
    assertThat(response).isNotDone();
    ready.complete("ready");
    assertThat(Eventually.join(response).body()).startsWith("GET /late");
  }

  @Test
  void errorOfTheBootIsThrownAsItIs() {
    IllegalStateException error = new IllegalStateException("boot");
    for (CompletableFuture<?> ready :
        List.of(
            CompletableFuture.failedFuture(error),
            CompletableFuture.completedFuture(1)
                .thenRun(
                    () -> {
                      throw error;
                    }))) {
      InjectSender sender =
          new InjectSender(() -> ready, echo, value -> new byte[0], new JsonMapper());
      assertThatThrownBy(() -> sender.get("/")).isSameAs(error);
      assertThat(sender.sendAsync(new InjectRequest().url("/")))
          .failsWithin(Duration.ofSeconds(5))
          .withThrowableOfType(ExecutionException.class)
          .withCause(error);
    }
  }

  @Test
  void checkedErrorOfTheBootIsWrapped() {
    InjectSender sender =
        new InjectSender(
            () -> CompletableFuture.failedFuture(new IOException("port")),
            echo,
            value -> new byte[0],
            new JsonMapper());
    assertThatThrownBy(() -> sender.get("/"))
        .isInstanceOf(InjectException.class)
        .hasRootCauseMessage("port");
  }

  @Test
  void errorsOfTheRequestFailTheFutureToo() {
    assertThat(inject.sendAsync(new InjectRequest().url("http://")))
        .failsWithin(Duration.ofSeconds(5))
        .withThrowableOfType(ExecutionException.class)
        .withCauseInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void waitingOnTheEventLoopIsRefused() {
    AtomicReference<InjectSender> self = new AtomicReference<>();
    InjectSender sender =
        sender(
            RecordingDispatcher.of(
                exchange -> {
                  assertThatIllegalStateException()
                      .isThrownBy(() -> self.get().get("/"))
                      .withMessageContaining("sendAsync");
                  answer(exchange, "refused");
                }));
    self.set(sender);
    assertThat(sender.get("/").body()).isEqualTo("refused");
  }

  @Test
  void chainedStepsMayWaitForFurtherRequests() {
    InjectRequest first = new InjectRequest().url("/1");
    String second =
        Eventually.join(inject.sendAsync(first).thenApply(r -> inject.get("/2").body()));
    assertThat(second).startsWith("GET /2");
  }

  @Test
  void cancellingIsAClientThatGoesAway() {
    CompletableFuture<Exchange> arrived = new CompletableFuture<>();
    RecordingDispatcher application = RecordingDispatcher.of(arrived::complete);
    CompletableFuture<InjectResponse> response =
        sender(application).sendAsync(new InjectRequest().url("/"));
    Exchange exchange = Eventually.join(arrived);
    assertThat(exchange.isOpen()).isTrue();
    assertThat(response.cancel(true)).isTrue();
    awaitEvents(application, "aborted");
    assertThat(exchange.aborted()).isTrue();
    assertThat(exchange.isOpen()).isFalse();

    answer(exchange, "too late");
    awaitEvents(application, "aborted", "failed");
  }

  @Test
  void interruptedCallerIsAClientThatGoesAway() throws Exception {
    CompletableFuture<Exchange> arrived = new CompletableFuture<>();
    RecordingDispatcher application = RecordingDispatcher.of(arrived::complete);
    CompletableFuture<Throwable> failure = new CompletableFuture<>();
    Thread caller =
        new Thread(
            () -> {
              try {
                sender(application).get("/");
              } catch (InjectException e) {
                failure.complete(Thread.currentThread().isInterrupted() ? e : new Error());
              }
            });
    caller.start();
    Eventually.join(arrived);
    caller.interrupt();
    assertThat(failure.get(5, TimeUnit.SECONDS)).isInstanceOf(InjectException.class);
    awaitEvents(application, "aborted");
  }

  @Test
  void errorOfTheDispatcherFailsTheRequest() {
    InjectSender sender =
        sender(
            RecordingDispatcher.of(
                exchange -> {
                  throw new IllegalStateException("broken");
                }));
    assertThatThrownBy(() -> sender.get("/"))
        .isInstanceOf(InjectException.class)
        .hasRootCauseMessage("broken");
    assertThatThrownBy(() -> sender.get("/")).isInstanceOf(InjectException.class);
  }

  @Test
  void manyRequestsRunAtTheSameTime() throws Exception {
    AtomicInteger count = new AtomicInteger();
    RecordingDispatcher application =
        RecordingDispatcher.of(
            exchange -> {
              var unused =
                  CompletableFuture.runAsync(
                      () -> {
                        count.incrementAndGet();
                        answer(exchange, exchange.url());
                      });
            });
    InjectSender sender = sender(application);
    List<Future<InjectResponse>> responses = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      responses.add(sender.sendAsync(new InjectRequest().url("/" + i)));
    }
    for (int i = 0; i < 500; i++) {
      assertThat(responses.get(i).get(10, TimeUnit.SECONDS).body()).isEqualTo("/" + i);
    }
    assertThat(count).hasValue(500);
    assertThat(application.events).hasSize(500).containsOnly("finished");
  }

  static void awaitEvents(RecordingDispatcher application, String... events) {
    Eventually.eventuallyPasses(
        "the events", () -> assertThat(application.events).containsExactly(events));
  }
}
