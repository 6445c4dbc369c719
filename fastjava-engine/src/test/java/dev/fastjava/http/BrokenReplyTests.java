package dev.fastjava.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fastjava.Execution;
import dev.fastjava.Fastjava;
import dev.fastjava.Reply;
import dev.fastjava.inject.InjectException;
import dev.fastjava.internal.netty.RawClient;
import dev.fastjava.testing.Eventually;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SubmissionPublisher;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Replies that go wrong, before and after their head was sent. */
class BrokenReplyTests {
  /** What happened, in order, so far as somebody waits for it. */
  private final BlockingQueue<String> events = new LinkedBlockingQueue<>();

  private void await(String event) throws InterruptedException {
    assertThat(events.poll(20, TimeUnit.SECONDS)).isEqualTo(event);
  }

  private InputStream failing(String first) {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("the source broke");
          }

          @Override
          public int read(byte[] into, int offset, int length) throws IOException {
            throw new IOException("the source broke");
          }

          @Override
          public void close() {
            events.add("closed");
          }
        };
    return first.isEmpty()
        ? broken
        : new SequenceInputStream(new ByteArrayInputStream(first.getBytes(UTF_8)), broken);
  }

  private static Flow.Publisher<ByteBuffer> failingPublisher(String first) {
    return subscriber ->
        subscriber.onSubscribe(
            new Flow.Subscription() {
              private boolean begun;

              @Override
              public void request(long count) {
                if (begun || first.isEmpty()) {
                  subscriber.onError(new IOException("the source broke"));
                } else {
                  begun = true;
                  subscriber.onNext(ByteBuffer.wrap(first.getBytes(UTF_8)));
                }
              }

              @Override
              public void cancel() {}
            });
  }

  private static CompletionStage<Object> failedStage() {
    return CompletableFuture.failedFuture(new IOException("later"));
  }

  private void brokenRoutes(Fastjava app) {
    app.get("/stream/before", (request, reply) -> failing(""));
    app.get("/stream/after", (request, reply) -> failing("some"));
    app.get("/publisher/before", (request, reply) -> failingPublisher(""));
    app.get("/publisher/after", (request, reply) -> failingPublisher("some"));
    app.get(
        "/publisher/at-once",
        (request, reply) ->
            (Flow.Publisher<ByteBuffer>)
                subscriber -> {
                  throw new IllegalStateException("the source broke");
                });
    app.get(
        "/publisher/wrong-part",
        (request, reply) ->
            (Flow.Publisher<Object>)
                subscriber ->
                    subscriber.onSubscribe(
                        new Flow.Subscription() {
                          @Override
                          public void request(long count) {
                            subscriber.onNext(42);
                          }

                          @Override
                          public void cancel() {
                            events.add("cancelled");
                          }
                        }));
    app.get("/file/missing", (request, reply) -> Path.of("/does/not/exist"));
    app.get("/file/directory", (request, reply) -> Path.of("/"));
    app.get("/file/device", (request, reply) -> Path.of("/dev/zero"));
    app.get("/stage", (request, reply) -> failedStage());
    app.get("/type", (request, reply) -> reply.type("text/plain").send(Map.of("a", 1)));
    app.get("/status", (request, reply) -> reply.code(600));
    app.get("/raw-status", (request, reply) -> reply.raw().statusCode(99));
    app.get("/fine", (request, reply) -> "fine");
  }

  @ParameterizedTest
  @EnumSource(
      value = Execution.class,
      names = {"EVENT_LOOP", "WORKER", "BLOCKING"})
  void errorBeforeTheHeadIsAnErrorReply(Execution execution) throws Exception {
    try (Served served = Served.app(o -> o.execution(execution), this::brokenRoutes);
        RawClient client = served.connect()) {
      for (String path :
          new String[] {
            "/stream/before",
            "/publisher/before",
            "/publisher/at-once",
            "/publisher/wrong-part",
            "/file/missing",
            "/file/directory",
            "/file/device",
            "/stage",
            "/type",
            "/status",
            "/raw-status"
          }) {
        RawClient.Received received = client.get(path).read();
        assertThat(received.status()).as(path).isEqualTo(500);
        assertThat(received.header("content-type"))
            .as(path)
            .isEqualTo("application/json; charset=utf-8");
        assertThat(received.body()).as(path).doesNotContain("/does/not", "/dev");
        assertThat(client.get("/fine").read().body()).as("after " + path).isEqualTo("fine");
        assertThat(served.app.inject().get(path).statusCode()).as(path).isEqualTo(500);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Execution.class,
      names = {"EVENT_LOOP", "WORKER", "BLOCKING"})
  void errorAfterTheHeadBreaksTheConnectionOff(Execution execution) throws Exception {
    try (Served served = Served.app(o -> o.execution(execution), this::brokenRoutes)) {
      for (String path : new String[] {"/stream/after", "/publisher/after"}) {
        try (RawClient client = served.connect()) {
          String all = client.get(path).get("/fine").readToEnd();
          // On the event loop the connection breaks before anything has gone out.
          assertThat(all).as(path).doesNotContain("0\r\n\r\n", "fine", "HTTP/1.1 500");
          if (execution != Execution.EVENT_LOOP) {
            assertThat(all).as(path).startsWith("HTTP/1.1 200").contains("some");
          }
        }
        assertThatThrownBy(() -> served.app.inject().get(path))
            .as(path)
            .isInstanceOf(InjectException.class);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Execution.class,
      names = {"EVENT_LOOP", "BLOCKING"})
  void publisherThatWaitsIsCancelledWhenTheClientGoes(Execution execution) throws Exception {
    try (Served served =
        Served.app(
            o -> o.execution(execution),
            app -> app.get("/events", (request, reply) -> new Waiting("first")))) {
      try (RawClient client = served.connect()) {
        client.get("/events");
        await("requested");
        await("requested");
        assertThat(client.readSome()).startsWith("HTTP/1.1 200");
      }
      await("cancelled");
    }
  }

  @Test
  void publisherThatHasSentNothingIsCancelledWhenTheClientGoes() throws Exception {
    try (Served served =
        Served.app(app -> app.get("/events", (request, reply) -> new Waiting("")))) {
      try (RawClient client = served.connect()) {
        client.get("/events");
        await("requested");
      }
      await("cancelled");
    }
  }

  /** Publishes one part, or none, and then waits. */
  private final class Waiting implements Flow.Publisher<ByteBuffer> {
    private final String first;

    Waiting(String first) {
      this.first = first;
    }

    @Override
    public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
      subscriber.onSubscribe(
          new Flow.Subscription() {
            private boolean begun;

            @Override
            public void request(long count) {
              events.add("requested");
              if (!begun && !first.isEmpty()) {
                begun = true;
                subscriber.onNext(ByteBuffer.wrap(first.getBytes(UTF_8)));
              }
            }

            @Override
            public void cancel() {
              events.add("cancelled");
            }
          });
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Execution.class,
      names = {"EVENT_LOOP", "WORKER", "BLOCKING"})
  void streamThatBlocksIsClosedWhenTheClientGoes(Execution execution) throws Exception {
    PipedOutputStream source = new PipedOutputStream();
    InputStream blocking =
        new PipedInputStream(source) {
          @Override
          public void close() throws IOException {
            super.close();
            events.add("closed");
          }
        };
    try (Served served =
        Served.app(
            o -> o.execution(execution), app -> app.get("/", (request, reply) -> blocking))) {
      try (RawClient client = served.connect()) {
        client.get("/");
        source.write("some".getBytes(UTF_8));
        source.flush();
        assertThat(client.readSome()).startsWith("HTTP/1.1 200");
      }
      await("closed");
    }
  }

  @Test
  void fileThatShrinksWhileItIsSentBreaksTheConnectionOff(@TempDir Path directory)
      throws Exception {
    Path file = Files.write(directory.resolve("shrinks"), new byte[64 << 20]);
    try (Served served = Served.app(app -> app.get("/", (request, reply) -> file));
        RawClient client = served.connect()) {
      client.get("/");
      String first = client.readSome();
      assertThat(first).contains("content-length: " + (64 << 20));
      Files.write(file, new byte[10]);
      assertThat(first.length() + client.readToEnd().length()).isLessThan(64 << 20);
    }
  }

  @Test
  void headersSetAfterTheReplyWasSentDoNotReachTheClient() throws Exception {
    try (Served served =
            Served.app(
                app -> {
                  app.get(
                      "/text",
                      (request, reply) -> {
                        reply.header("x-a", "1").send("text");
                        reply.header("x-b", "2\r\nx-evil: 1").removeHeader("x-a").type("evil");
                        return reply;
                      });
                  app.get(
                      "/stream",
                      (request, reply) -> {
                        reply
                            .header("x-a", "1")
                            .send(new ByteArrayInputStream("text".getBytes(UTF_8)));
                        reply.header("x-b", "2\r\nx-evil: 1").removeHeader("x-a").type("evil");
                        return reply;
                      });
                });
        RawClient client = served.connect()) {
      for (int i = 0; i < 200; i++) {
        for (String path : new String[] {"/text", "/stream"}) {
          RawClient.Received received = client.get(path).read();
          assertThat(received.body()).isEqualTo("text");
          assertThat(received.header("x-a")).isEqualTo("1");
          assertThat(received.headers()).doesNotContainKeys("x-b", "x-evil");
        }
      }
    }
  }

  private void hintLate(Reply reply, SubmissionPublisher<ByteBuffer> source) {
    reply
        .writeEarlyHints(Map.of("link", "</a>"))
        .whenComplete(
            (done, late) -> {
              events.add(String.valueOf(late != null));
              source.close();
            });
  }

  @Test
  void hintsAfterTheHeadAreRefused() throws Exception {
    CompletableFuture<Void> hinted = new CompletableFuture<>();
    SubmissionPublisher<ByteBuffer> source = new SubmissionPublisher<>();
    try (Served served =
            Served.app(
                app ->
                    app.get(
                        "/",
                        (request, reply) -> {
                          reply.send(source);
                          CompletionStage<Void> unused =
                              hinted.thenRun(() -> hintLate(reply, source));
                          return reply;
                        }));
        RawClient client = served.connect()) {
      client.get("/");
      Eventually.eventually("the payload is subscribed to", source::hasSubscribers);
      source.submit(ByteBuffer.wrap("some".getBytes(UTF_8)));
      String first = client.readSome();
      assertThat(first).startsWith("HTTP/1.1 200");
      hinted.complete(null);
      await("true");
      assertThat(first + client.readSome()).doesNotContain("103");
    }
  }
}
