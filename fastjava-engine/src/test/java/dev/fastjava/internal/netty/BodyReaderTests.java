package dev.fastjava.internal.netty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.BodyParser;
import dev.fastjava.BodyStream;
import dev.fastjava.Execution;
import dev.fastjava.Fastjava;
import dev.fastjava.testing.Eventually;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Clients that hold their bodies back hold half of the workers at most. */
@Timeout(60)
class BodyReaderTests {
  private static final int WORKERS = 4;
  private static final int CLIENTS = 12;

  /** More than waits unread: the request begins though its body is not complete. */
  private static final int BEGINNING = 70_000;

  private final List<Socket> clients = new ArrayList<>();
  private final AtomicInteger reading = new AtomicInteger();

  /** The ways an application can read a body on a worker. */
  private enum Reader {
    PARSER,
    HANDLER,
    PRE_PARSING_HOOK,
    DECODED_FOR_COLLECTING,
    AFTER_A_STEP
  }

  @AfterEach
  void closeClients() throws IOException {
    for (Socket client : clients) {
      client.close();
    }
  }

  private long readAll(BodyStream stream) throws IOException {
    reading.incrementAndGet();
    try (InputStream in = stream.inputStream()) {
      return in.transferTo(OutputStream.nullOutputStream());
    }
  }

  private Fastjava server(Reader reader, long bodyTimeout) {
    Fastjava app =
        Fastjava.create(
            o ->
                o.execution(Execution.WORKER)
                    .workerThreads(WORKERS)
                    .http(h -> h.bodyTimeout(Duration.ofMillis(bodyTimeout))));
    app.get("/", (request, reply) -> "there");
    switch (reader) {
      case PARSER ->
          app.addContentTypeParser(
              "application/x-upload", BodyParser.stream((request, stream) -> readAll(stream)));
      case HANDLER, AFTER_A_STEP ->
          app.addContentTypeParser(
              "application/x-upload", BodyParser.stream((request, stream) -> stream));
      default -> {
        app.addContentTypeParser(
            "application/x-upload", BodyParser.bytes((request, bytes) -> bytes.length));
        app.preParsing(
            (request, reply, payload) -> {
              if (request.method().equals("GET")) {
                return payload;
              }
              if (reader == Reader.PRE_PARSING_HOOK) {
                long length = readAll(payload);
                return BodyStream.of(InputStream.nullInputStream(), () -> length);
              }
              return payload.decode(
                  in -> {
                    reading.incrementAndGet();
                    return in;
                  });
            });
      }
    }
    if (reader == Reader.AFTER_A_STEP) {
      app.preHandler(
          (request, reply, done) -> {
            Thread later = new Thread(done::done);
            later.start();
          });
    }
    app.post(
        "/",
        r -> r.bodyLimit(1 << 30),
        (request, reply) ->
            request.body() instanceof BodyStream stream ? "got " + readAll(stream) : "got");
    return app;
  }

  private Socket upload(Fastjava app, int length) throws IOException {
    InetSocketAddress address = app.addresses().get(0);
    Socket client = new Socket(address.getAddress(), address.getPort());
    clients.add(client);
    client.setSoTimeout(30_000);
    client
        .getOutputStream()
        .write(
            ("POST / HTTP/1.1\r\nhost: h\r\ncontent-type: application/x-upload\r\ncontent-length: "
                    + length
                    + "\r\nconnection: close\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
    client.getOutputStream().write(new byte[BEGINNING]);
    return client;
  }

  private String get(Fastjava app) throws IOException {
    InetSocketAddress address = app.addresses().get(0);
    try (Socket client = new Socket(address.getAddress(), address.getPort())) {
      client.setSoTimeout(20_000);
      client
          .getOutputStream()
          .write(
              "GET / HTTP/1.1\r\nhost: h\r\nconnection: close\r\n\r\n"
                  .getBytes(StandardCharsets.US_ASCII));
      return new String(client.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    }
  }

  private static String answer(Socket client) throws IOException {
    return new String(client.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
  }

  @ParameterizedTest
  @EnumSource
  void bodiesThatDoNotComeLeaveWorkersToOtherRequests(Reader reader) throws Exception {
    try (Fastjava app = server(reader, 0)) {
      Eventually.join(app.listen(o -> o.host("127.0.0.1")));
      for (int i = 0; i < CLIENTS; i++) {
        upload(app, 1_000_000);
      }
      Eventually.eventually("bodies are read", () -> reading.get() >= WORKERS / 2);
      for (int i = 0; i < 3; i++) {
        assertThat(get(app)).contains("200 OK").endsWith("there");
      }
      assertThat(reading).hasValue(WORKERS / 2);
      closeClients();
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyUploadHasItsTurn(Reader reader) throws Exception {
    try (Fastjava app = server(reader, 60_000)) {
      Eventually.join(app.listen(o -> o.host("127.0.0.1")));
      for (int i = 0; i < CLIENTS; i++) {
        upload(app, BEGINNING + 5);
      }
      Eventually.eventually("bodies are read", () -> reading.get() >= WORKERS / 2);
      for (Socket client : clients) {
        client.getOutputStream().write(new byte[5]);
      }
      for (Socket client : clients) {
        assertThat(answer(client)).contains("200 OK").contains("got");
      }
      assertThat(reading).hasValue(CLIENTS);
    }
  }

  @Test
  void uploadsWhoseTurnDoesNotComeInTimeGet503() throws Exception {
    try (Fastjava app = server(Reader.PARSER, 300)) {
      Eventually.join(app.listen(o -> o.host("127.0.0.1")));
      for (int i = 0; i < CLIENTS; i++) {
        upload(app, 1_000_000);
      }
      List<String> statuses = new ArrayList<>();
      for (Socket client : clients) {
        statuses.add(answer(client).split(" ", 3)[1]);
      }
      assertThat(statuses).contains("408", "503").containsOnly("408", "503");
      assertThat(get(app)).endsWith("there");
    }
  }

  @Test
  void clientsThatGoAwayGiveTheirTurnUp() throws Exception {
    try (Fastjava app = server(Reader.PARSER, 0)) {
      Eventually.join(app.listen(o -> o.host("127.0.0.1")));
      for (int i = 0; i < CLIENTS; i++) {
        upload(app, 1_000_000);
      }
      Eventually.eventually("bodies are read", () -> reading.get() >= WORKERS / 2);
      closeClients();
      clients.clear();
      Socket last = upload(app, BEGINNING);
      assertThat(answer(last)).contains("200 OK");
    }
  }

  @Test
  void subscribersHoldNoWorkerAndWaitForNoTurn() throws Exception {
    AtomicInteger subscribed = new AtomicInteger();
    try (Fastjava app =
        Fastjava.create(o -> o.execution(Execution.WORKER).workerThreads(WORKERS))) {
      app.addContentTypeParser(
          "application/x-upload",
          BodyParser.stream(
              (request, stream) -> {
                subscribed.incrementAndGet();
                Count count = new Count();
                stream.subscribe(count);
                CompletionStage<Integer> total = count.total;
                return total;
              }));
      app.post("/", (request, reply) -> "got " + request.body());
      Eventually.join(app.listen(o -> o.host("127.0.0.1")));
      for (int i = 0; i < CLIENTS; i++) {
        upload(app, BEGINNING + 5);
      }
      Eventually.eventually("all subscribe at once", () -> subscribed.get() == CLIENTS);
      for (Socket client : clients) {
        client.getOutputStream().write(new byte[5]);
      }
      for (Socket client : clients) {
        assertThat(answer(client)).endsWith("got " + (BEGINNING + 5));
      }
    }
  }

  /** Counts bytes. */
  private static final class Count implements Flow.Subscriber<ByteBuffer> {
    private final CompletableFuture<Integer> total = new CompletableFuture<>();
    private int bytes;

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(ByteBuffer piece) {
      bytes += piece.remaining();
    }

    @Override
    public void onError(Throwable cause) {
      total.completeExceptionally(cause);
    }

    @Override
    public void onComplete() {
      total.complete(bytes);
    }
  }
}
