package dev.fastjava.internal.inject;

import static dev.fastjava.internal.inject.InjectSenderTests.awaitEvents;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fastjava.http.Headers;
import dev.fastjava.inject.InjectException;
import dev.fastjava.inject.InjectRequest;
import dev.fastjava.inject.InjectRequest.Simulation;
import dev.fastjava.inject.InjectResponse;
import dev.fastjava.internal.exchange.Exchange;
import dev.fastjava.internal.exchange.ResponseHeaders;
import dev.fastjava.internal.exchange.ResponseStream;
import dev.fastjava.testing.Eventually;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class InMemoryExchangeTests {
  private @Nullable RecordingDispatcher application;

  private InjectResponse inject(Consumer<InjectRequest> request, Consumer<Exchange> handler) {
    application = RecordingDispatcher.of(handler);
    return new InjectSender(
            () -> CompletableFuture.completedFuture(null),
            application,
            value -> new byte[0],
            new JsonMapper())
        .send(request);
  }

  private void expectEvents(String... events) {
    if (application != null) {
      awaitEvents(application, events);
    }
  }

  private static Consumer<InjectRequest> post(Object payload) {
    return request -> request.method("POST").url("/").payload(payload);
  }

  private static void get(InjectRequest request) {
    request.url("/");
  }

  private static void answer(Exchange exchange, String text) {
    byte[] bytes = text.getBytes(UTF_8);
    exchange.send(200, new ResponseHeaders(), bytes, 0, bytes.length);
  }

  private static ByteBuffer buffer(String text) {
    return ByteBuffer.wrap(text.getBytes(UTF_8));
  }

  @ParameterizedTest
  @CsvSource({"3, abc", "2, too large"})
  void bodyIsCollectedUpToTheLimit(int limit, String outcome) {
    for (Object payload : List.of("abc", new ByteArrayInputStream("abc".getBytes(UTF_8)))) {
      InjectResponse response =
          inject(
              post(payload),
              exchange ->
                  RecordingDispatcher.collect(
                      exchange,
                      limit,
                      body -> answer(exchange, new String(body, UTF_8)),
                      () -> answer(exchange, "too large")));
      assertThat(response.body()).isEqualTo(outcome);
    }
  }

  @Test
  void bodyIsConsumedOnce() {
    InjectResponse response =
        inject(
            post("abc"),
            exchange -> {
              try (InputStream in = exchange.bodyStream().inputStream()) {
                assertThatIllegalStateException()
                    .isThrownBy(() -> RecordingDispatcher.collect(exchange, body -> {}))
                    .withMessageContaining("already consumed");
                answer(exchange, new String(in.readAllBytes(), UTF_8));
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    assertThat(response.body()).isEqualTo("abc");
  }

  /** Asks for one part after the other. */
  private static final class OneByOne implements Flow.Subscriber<ByteBuffer> {
    final List<String> parts = new ArrayList<>();
    private final Consumer<List<String>> whenDone;
    private Flow.@Nullable Subscription subscription;

    OneByOne(Consumer<List<String>> whenDone) {
      this.whenDone = whenDone;
    }

    @Override
    public void onSubscribe(Flow.Subscription newSubscription) {
      subscription = newSubscription;
      newSubscription.request(1);
    }

    @Override
    public void onNext(ByteBuffer item) {
      parts.add(UTF_8.decode(item).toString());
      if (subscription != null) {
        subscription.request(1);
      }
    }

    @Override
    public void onError(Throwable throwable) {
      parts.add(throwable.toString());
      whenDone.accept(parts);
    }

    @Override
    public void onComplete() {
      whenDone.accept(parts);
    }
  }

  @Test
  void bodyIsPublishedAtThePaceOfTheSubscriber() {
    for (Object payload : List.of("abc", new ByteArrayInputStream("abc".getBytes(UTF_8)))) {
      InjectResponse response =
          inject(
              request -> post(payload).accept(request.simulate(Simulation.SPLIT)),
              exchange ->
                  exchange
                      .bodyStream()
                      .subscribe(new OneByOne(parts -> answer(exchange, parts.toString()))));
      assertThat(response.body()).isEqualTo("[a, bc]");
    }
  }

  @Test
  void emptyBodyEndsWithoutDemand() {
    InjectResponse response =
        inject(
            InMemoryExchangeTests::get,
            exchange ->
                exchange
                    .bodyStream()
                    .subscribe(new OneByOne(parts -> answer(exchange, "end " + parts))));
    assertThat(response.body()).isEqualTo("end []");
  }

  @Test
  void bodyOfAStreamIsReadAsStream() {
    InjectResponse response =
        inject(
            post(new ByteArrayInputStream(new byte[100_000])),
            exchange -> {
              InputStream in = exchange.bodyStream().inputStream();
              var unused =
                  CompletableFuture.runAsync(
                      () -> {
                        try (in) {
                          answer(exchange, "" + in.readAllBytes().length);
                        } catch (IOException e) {
                          exchange.destroy(e);
                        }
                      });
            });
    assertThat(response.body()).isEqualTo("100000");
  }

  @Test
  void simulatedErrorFailsTheReader() {
    assertThatThrownBy(
            () ->
                inject(
                    request -> post("abc").accept(request.simulate(Simulation.ERROR)),
                    exchange -> RecordingDispatcher.collect(exchange, body -> {})))
        .isInstanceOf(InjectException.class)
        .hasRootCauseMessage("Simulated");
  }

  @Test
  void simulatedCloseAbortsTheRequest() {
    assertThatThrownBy(
            () ->
                inject(
                    request -> post("abc").accept(request.simulate(Simulation.CLOSE)),
                    exchange -> RecordingDispatcher.collect(exchange, body -> {})))
        .isInstanceOf(InjectException.class)
        .hasMessage("request aborted by the client");
    expectEvents("aborted");
  }

  @Test
  void bodyWithoutEndIsWaitedFor() {
    CompletableFuture<String> read = new CompletableFuture<>();
    InjectResponse response =
        inject(
            request -> post("abc").accept(request.simulate(Simulation.NO_END)),
            exchange -> {
              RecordingDispatcher.collect(exchange, body -> read.complete("all"));
              answer(exchange, "early");
            });
    assertThat(response.body()).isEqualTo("early");
    assertThat(read).isNotDone();
  }

  @Test
  void rewrittenUrlKeepsTheOriginal() {
    InjectResponse response =
        inject(
            request -> request.url("/a?b"),
            exchange -> {
              exchange.rewriteUrl("/z");
              answer(exchange, exchange.url() + ' ' + exchange.originalUrl());
            });
    assertThat(response.body()).isEqualTo("/z /a?b");
  }

  @Test
  void headersOfSeveralLinesAreJoined() {
    InjectResponse response =
        inject(
            request ->
                request
                    .url("/")
                    .header("X-A", List.of(1, "b"))
                    .header("Cookie", List.of("c=1", "d=2"))
                    .cookie("e", "3")
                    .header("ETag", List.of("x", "y"))
                    .header("Set-Cookie", List.of("f", "g")),
            exchange ->
                answer(
                    exchange,
                    String.join(
                        "|",
                        exchange.header("X-a"),
                        exchange.header("cookie"),
                        exchange.header("etag"),
                        exchange.headers().asMap().get("set-cookie").toString(),
                        exchange.rawHeaders().subList(0, 4).toString())));
    assertThat(response.body()).isEqualTo("1, b|c=1; d=2; e=3|x|[f, g]|[x-a, 1, x-a, b]");
  }

  @ParameterizedTest
  @CsvSource({"GET, 200, body", "HEAD, 200, ''", "GET, 204, ''", "GET, 304, ''", "POST, 500, body"})
  void bodyIsDroppedWhereNoneMayBe(String method, int status, String expected) {
    ResponseHeaders headers = new ResponseHeaders();
    headers.set("content-length", "4");
    InjectResponse sent =
        inject(
            request -> request.method(method).url("/"),
            exchange -> exchange.send(status, headers, "[body]".getBytes(UTF_8), 1, 4));
    assertThat(sent.body()).isEqualTo(expected);
    assertThat(sent.statusCode()).isEqualTo(status);
    assertThat(sent.headers().asMap()).containsEntry("content-length", "4");

    InjectResponse streamed =
        inject(
            request -> request.method(method).url("/"),
            exchange -> {
              ResponseStream stream = exchange.startStream(status, new ResponseHeaders());
              assertThat(exchange.headSent()).isFalse();
              assertThat(stream.write(buffer("body"))).isTrue();
              assertThat(exchange.headSent()).isTrue();
              stream.end(Map.of());
            });
    assertThat(streamed.body()).isEqualTo(expected);
    assertThat(streamed.headers().has("transfer-encoding")).isEqualTo(!expected.isEmpty());
    expectEvents("finished");
  }

  @Test
  void connectionAddsItsHeaders() {
    InjectResponse response = inject(InMemoryExchangeTests::get, exchange -> answer(exchange, "x"));
    assertThat(response.headers().asMap()).containsEntry("connection", "keep-alive");
    String date = String.valueOf(response.header("Date"));
    assertThat(date).hasSize("Sun, 06 Nov 1994 08:49:37 GMT".length());
    assertThat(ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME))
        .isBetween(
            ZonedDateTime.now(ZoneOffset.UTC).minusMinutes(1),
            ZonedDateTime.now(ZoneOffset.UTC).plusMinutes(1));

    ResponseHeaders own = new ResponseHeaders();
    own.set("date", "never");
    own.set("connection", "close");
    assertThat(
            inject(
                    InMemoryExchangeTests::get,
                    exchange -> exchange.send(200, own, new byte[0], 0, 0))
                .headers()
                .asMap())
        .containsExactly(Map.entry("date", "never"), Map.entry("connection", "close"));
  }

  @Test
  void partsMayBeWrittenByAnyThread() {
    InjectResponse response =
        inject(
            InMemoryExchangeTests::get,
            exchange -> {
              ResponseStream stream = exchange.startStream(200, new ResponseHeaders());
              CompletableFuture<Void> chain = CompletableFuture.completedFuture(null);
              for (int i = 0; i < 100; i++) {
                String part = i + ",";
                chain =
                    chain.thenCompose(
                        done ->
                            CompletableFuture.runAsync(
                                () -> stream.write(buffer(part)),
                                task -> new Thread(task).start()));
              }
              var unused = chain.thenRun(() -> stream.end(Map.of(" X-T ", " v ")));
            });
    assertThat(response.body().split(",")).hasSize(100).startsWith("0", "1").endsWith("98", "99");
    assertThat(response.trailers()).isEqualTo(Map.of("x-t", "v"));
    expectEvents("finished");
  }

  @Test
  void informationalResponsesAreKept() {
    ResponseHeaders hints = new ResponseHeaders();
    hints.set("link", List.of("a", "b"));
    InjectResponse response =
        inject(
            InMemoryExchangeTests::get,
            exchange ->
                Eventually.join(
                    exchange
                        .sendInformational(103, hints)
                        .thenRun(() -> answer(exchange, "x"))
                        .toCompletableFuture()));
    assertThat(response.informational())
        .containsExactly(
            new InjectResponse.Informational(103, Headers.of(Map.of("link", List.of("a", "b")))));
  }

  @Test
  void partOfAFileIsSent(@TempDir Path directory) throws IOException {
    Path file = Files.writeString(directory.resolve("f"), "0123456789");
    try (FileChannel channel = FileChannel.open(file)) {
      InjectResponse response =
          inject(
              InMemoryExchangeTests::get,
              exchange -> exchange.sendFile(206, new ResponseHeaders(), channel, 2, 5));
      assertThat(response.body()).isEqualTo("23456");
      assertThat(channel.isOpen()).isFalse();
    }
  }

  @Test
  void fileThatEndsEarlyBreaksTheResponse(@TempDir Path directory) throws IOException {
    Path file = Files.writeString(directory.resolve("f"), "0123456789");
    try (FileChannel channel = FileChannel.open(file)) {
      assertThatThrownBy(
              () ->
                  inject(
                      InMemoryExchangeTests::get,
                      exchange -> exchange.sendFile(200, new ResponseHeaders(), channel, 2, 50)))
          .isInstanceOf(InjectException.class)
          .hasMessage("response destroyed before completion, after its head with status 200")
          .hasRootCauseMessage("The file ends 42 bytes early");
      assertThat(channel.isOpen()).isFalse();
    }
    expectEvents("failed");
  }

  @Test
  void destroyedExchangeFailsTheRequest() {
    assertThatThrownBy(() -> inject(InMemoryExchangeTests::get, exchange -> exchange.destroy(null)))
        .isInstanceOf(InjectException.class)
        .hasMessage("response destroyed before completion")
        .hasNoCause();
    expectEvents();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void brokenResponseIsToldOnce(boolean abort) {
    IOException cause = new IOException("source");
    assertThatThrownBy(
            () ->
                inject(
                    InMemoryExchangeTests::get,
                    exchange -> {
                      ResponseStream stream = exchange.startStream(200, new ResponseHeaders());
                      stream.write(buffer("x"));
                      if (abort) {
                        stream.abort(cause);
                      } else {
                        exchange.destroy(cause);
                      }
                      stream.abort(new IOException("second"));
                      exchange.destroy(new IOException("third"));
                      stream.write(buffer("dropped"));
                      stream.end(Map.of());
                      assertThat(exchange.isOpen()).isFalse();
                    }))
        .isInstanceOf(InjectException.class)
        .hasCause(cause);
    expectEvents("failed");
  }

  @Test
  void secondResponseIsRefused() {
    InjectResponse response =
        inject(
            InMemoryExchangeTests::get,
            exchange -> {
              answer(exchange, "first");
              assertThatIllegalStateException().isThrownBy(() -> answer(exchange, "second"));
              exchange.destroy(null);
            });
    assertThat(response.body()).isEqualTo("first");
    expectEvents("finished");
  }

  @Test
  void responseIsATextForPeople() {
    ResponseHeaders headers = new ResponseHeaders();
    headers.set("date", "now");
    headers.set("set-cookie", List.of("a=1", "b=2"));
    InjectResponse response =
        inject(
            InMemoryExchangeTests::get,
            exchange -> exchange.send(404, headers, "gone".getBytes(UTF_8), 0, 4));
    assertThat(response)
        .hasToString(
            """
            HTTP/1.1 404 Not Found
            date: now
            set-cookie: a=1
            set-cookie: b=2
            connection: keep-alive
            transfer-encoding: chunked

            gone\
            """);
    byte[] binary = {(byte) 0xFF, 0};
    assertThat(
            inject(
                    InMemoryExchangeTests::get,
                    exchange -> exchange.send(200, headers, binary, 0, 2))
                .toString())
        .endsWith("\n\n(2 bytes that are no text)");
  }

  @Test
  void jsonIsReadAndBound() {
    record Order(int id, List<String> items) {}
    InjectResponse response =
        inject(
            InMemoryExchangeTests::get,
            exchange -> answer(exchange, "{\"id\":7,\"items\":[\"a\"]}"));
    assertThat(response.json()).isEqualTo(Map.of("id", 7, "items", List.of("a")));
    assertThat(response.json(Order.class)).isEqualTo(new Order(7, List.of("a")));
    InjectResponse other = inject(InMemoryExchangeTests::get, exchange -> answer(exchange, "null"));
    assertThat(other.json()).isNull();
    assertThatIllegalStateException().isThrownBy(() -> other.json(Order.class));
    InjectResponse none =
        inject(InMemoryExchangeTests::get, exchange -> answer(exchange, "<html>"));
    assertThatIllegalStateException()
        .isThrownBy(none::json)
        .withMessageStartingWith("The body is not JSON");
    assertThatIllegalStateException().isThrownBy(() -> none.json(Order.class));
  }
}
