package dev.fastjava.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.Execution;
import dev.fastjava.Fastjava;
import dev.fastjava.Response;
import dev.fastjava.inject.InjectResponse;
import dev.fastjava.internal.netty.RawClient;
import dev.fastjava.testing.Eventually;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each kind of payload, with every method and status, over a socket and without. */
class PayloadKindTests {
  private static final byte[] HELLO = "hello".getBytes(UTF_8);

  @TempDir Path directory;

  /** Streams that were made, and those that were closed. */
  private final AtomicInteger opened = new AtomicInteger();

  private final AtomicInteger closed = new AtomicInteger();

  record Greeting(String text) {}

  private Map<String, Supplier<Object>> kinds() {
    Map<String, Supplier<Object>> kinds = new LinkedHashMap<>();
    kinds.put("text", () -> "hello");
    kinds.put("bytes", () -> HELLO.clone());
    kinds.put("buffer", () -> ByteBuffer.wrap(HELLO));
    kinds.put("direct", () -> ByteBuffer.allocateDirect(5).put(HELLO).flip());
    kinds.put("stream", this::stream);
    kinds.put("path", this::file);
    kinds.put("publisher", PayloadKindTests::publisher);
    kinds.put("object", () -> new Greeting("hello"));
    kinds.put("map", () -> Map.of("text", "hello"));
    kinds.put("response", () -> Response.of(200, "hello", r -> r.header("x-kind", "response")));
    kinds.put("response with a stream", () -> Response.of(200, stream()));
    kinds.put("stage", () -> later("hello"));
    kinds.put("stage of a stream", () -> later(stream()));
    kinds.put("completed stage", () -> CompletableFuture.completedStage("hello"));
    kinds.put("stage of a stage", () -> later(later("hello")));
    kinds.put("stage of a response", () -> later(Response.of(200, "hello")));
    return kinds;
  }

  private static CompletionStage<Object> later(Object value) {
    return CompletableFuture.supplyAsync(() -> value);
  }

  private ByteArrayInputStream stream() {
    opened.incrementAndGet();
    return new ByteArrayInputStream(HELLO) {
      private boolean open = true;

      @Override
      public void close() {
        if (open) {
          open = false;
          closed.incrementAndGet();
        }
      }
    };
  }

  private Path file() {
    try {
      return Files.write(directory.resolve("hello.txt"), HELLO);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Flow.Publisher<ByteBuffer> publisher() {
    return subscriber -> {
      SubmissionPublisher<ByteBuffer> source = new SubmissionPublisher<>();
      source.subscribe(subscriber);
      source.submit(ByteBuffer.wrap("hel".getBytes(UTF_8)));
      source.submit(ByteBuffer.wrap("lo".getBytes(UTF_8)));
      source.close();
    };
  }

  private void routes(Fastjava app) {
    kinds()
        .forEach(
            (kind, payload) -> {
              String path = '/' + kind.replace(' ', '-');
              app.get(path, (request, reply) -> payload.get());
              app.get(path + "/sent", (request, reply) -> reply.send(payload.get()));
              app.get(path + "/204", (request, reply) -> reply.code(204).send(payload.get()));
              app.get(path + "/304", (request, reply) -> reply.code(304).send(payload.get()));
              app.get(
                  path + "/trailer",
                  (request, reply) ->
                      reply.trailer("x-sum", (r, p, done) -> done.done("7")).send(payload.get()));
              app.get(
                  path + "/length",
                  (request, reply) -> reply.header("content-length", "3").send(payload.get()));
              app.head(path + "/own-head", (request, reply) -> payload.get());
            });
  }

  @ParameterizedTest
  @EnumSource(
      value = Execution.class,
      names = {"EVENT_LOOP", "WORKER", "BLOCKING"})
  void everyKindIsSentWithEveryMethodAndStatus(Execution execution) throws Exception {
    List<String> wrong = new ArrayList<>();
    try (Served served = Served.app(o -> o.execution(execution), this::routes);
        RawClient client = served.connect()) {
      for (String kind : kinds().keySet()) {
        String path = '/' + kind.replace(' ', '-');
        String body =
            kind.equals("object") || kind.equals("map") ? "{\"text\":\"hello\"}" : "hello";
        for (String form : List.of("", "/sent", "/trailer")) {
          RawClient.Received got = client.get(path + form).read();
          if (got.status() != 200 || !got.body().equals(body)) {
            wrong.add("GET " + path + form + ": " + got);
          }
          InjectResponse injected = served.app.inject().get(path + form);
          if (injected.statusCode() != 200 || !injected.body().equals(body)) {
            wrong.add("inject " + path + form + ": " + injected);
          }
        }
        for (String status : List.of("/204", "/304")) {
          if (kind.startsWith("response") || kind.endsWith("response")) {
            // It brings a status of its own.
            continue;
          }
          RawClient.Received got = client.get(path + status).read();
          if (!("/" + got.status()).equals(status)
              || got.headers().containsKey("transfer-encoding")) {
            wrong.add("GET " + path + status + ": " + got);
          }
        }
        for (String form : List.of("", "/own-head", "/trailer", "/length")) {
          RawClient.Received got =
              client.send("HEAD " + path + form + " HTTP/1.1\r\nHost: t\r\n\r\n").readHead();
          if (got.status() != 200) {
            wrong.add("HEAD " + path + form + ": " + got);
          }
        }
        // Whatever came before, the connection is where both sides think it is.
        RawClient.Received last = client.get(path).read();
        if (!last.body().equals(body)) {
          wrong.add("afterwards " + path + ": " + last);
        }
      }
      assertThat(wrong).isEmpty();
      assertThat(opened).hasPositiveValue();
      Eventually.eventuallyPasses(
          "all are closed", () -> assertThat(closed).hasValue(opened.get()));
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Execution.class,
      names = {"EVENT_LOOP", "BLOCKING"})
  void lengthThatIsNotThatOfThePayloadNeverShiftsTheNextResponse(Execution execution)
      throws Exception {
    List<String> wrong = new ArrayList<>();
    try (Served served = Served.app(o -> o.execution(execution), this::routes)) {
      for (String kind : kinds().keySet()) {
        String path = '/' + kind.replace(' ', '-') + "/length";
        try (RawClient client = served.connect()) {
          String all =
              client
                  .send("GET " + path + " HTTP/1.1\r\nHost: t\r\n\r\n")
                  .send("GET /text HTTP/1.1\r\nHost: t\r\nConnection: close\r\n\r\n")
                  .readToEnd();
          int second = all.indexOf("HTTP/1.1 ", 1);
          String first = second < 0 ? all : all.substring(0, second);
          int head = first.indexOf("\r\n\r\n");
          int length = first.length() - head - 4;
          boolean exact = first.contains("content-length: " + length + "\r\n");
          if (second >= 0 && !exact && !first.contains("transfer-encoding: chunked")) {
            wrong.add(path + ": " + all);
          }
        }
      }
      assertThat(wrong).isEmpty();
    }
  }
}
