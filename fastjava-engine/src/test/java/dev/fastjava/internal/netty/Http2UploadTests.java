package dev.fastjava.internal.netty;

import static dev.fastjava.internal.netty.RawHttp2Client.DATA;
import static dev.fastjava.internal.netty.RawHttp2Client.END_HEADERS;
import static dev.fastjava.internal.netty.RawHttp2Client.END_STREAM;
import static dev.fastjava.internal.netty.RawHttp2Client.GET;
import static dev.fastjava.internal.netty.RawHttp2Client.HEADERS;
import static dev.fastjava.internal.netty.RawHttp2Client.PING;
import static dev.fastjava.internal.netty.RawHttp2Client.POST;
import static dev.fastjava.internal.netty.RawHttp2Client.RST_STREAM;
import static dev.fastjava.internal.netty.RawHttp2Client.field;
import static dev.fastjava.internal.netty.RawHttp2Client.join;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.BodyParser;
import dev.fastjava.BodyStream;
import dev.fastjava.Execution;
import dev.fastjava.Fastjava;
import dev.fastjava.internal.netty.RawHttp2Client.Frame;
import dev.fastjava.testing.Eventually;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Uploads over HTTP/2 to parsers that wait for them on worker threads. */
@Timeout(60)
class Http2UploadTests {
  private static final byte[] UPLOAD = join(POST, field("content-type", "application/x-upload"));
  private static final int UPLOADS = 64;
  private static final int PIECE = 10_000;
  private static final int PIECES = 6;

  private static Fastjava server(long bodyTimeout) {
    Fastjava app =
        Fastjava.create(
            o ->
                o.http(h -> h.http2(true).bodyTimeout(Duration.ofMillis(bodyTimeout)))
                    .execution(Execution.WORKER));
    app.addContentTypeParser(
        "application/x-upload",
        BodyParser.stream(
            (request, stream) -> {
              try (InputStream in = stream.inputStream()) {
                return in.readAllBytes().length;
              }
            }));
    app.get("/", (request, reply) -> "there");
    app.post("/", (request, reply) -> "got " + request.body());
    return app;
  }

  private static InetSocketAddress listen(Fastjava app) {
    Eventually.join(app.listen(o -> o.host("127.0.0.1").port(0)));
    return app.addresses().get(0);
  }

  /** All begin before any ends, and those that have no worker yet send first. */
  @Test
  void moreUploadsThanWorkersDoNotHoldEachOtherUp() throws Exception {
    try (Fastjava app = server(0)) {
      InetSocketAddress address = listen(app);
      try (RawHttp2Client client = new RawHttp2Client(address);
          RawHttp2Client other = new RawHttp2Client(address)) {
        for (int i = 0; i < UPLOADS; i++) {
          client.send(HEADERS, END_HEADERS, 2 * i + 1, UPLOAD);
        }
        for (int piece = 0; piece < PIECES; piece++) {
          for (int i = UPLOADS - 1; i >= 0; i--) {
            client.send(DATA, 0, 2 * i + 1, new byte[PIECE]);
          }
        }
        other.request(1, GET);
        for (int i = 0; i < UPLOADS; i++) {
          client.send(DATA, END_STREAM, 2 * i + 1, new byte[PIECE]);
        }
        other.expectAnswer(1);
        int ended = 0;
        while (ended < UPLOADS) {
          Frame frame = client.read();
          assertThat(frame).isNotNull();
          assertThat(frame.type()).isIn(HEADERS, DATA, RawHttp2Client.SETTINGS, 8);
          if (frame.type() == DATA) {
            assertThat(new String(frame.payload(), StandardCharsets.US_ASCII))
                .isEqualTo("got " + (PIECES + 1) * PIECE);
          }
          ended += frame.endsStream() ? 1 : 0;
        }
      }
    }
  }

  @Test
  void workersDoNotWaitForEverForABody() throws Exception {
    try (Fastjava app = server(300)) {
      InetSocketAddress address = listen(app);
      try (RawHttp2Client client = new RawHttp2Client(address);
          RawHttp2Client other = new RawHttp2Client(address)) {
        for (int i = 0; i < UPLOADS; i++) {
          client.send(HEADERS, END_HEADERS, 2 * i + 1, UPLOAD);
          client.send(DATA, 0, 2 * i + 1, new byte[10]);
        }
        other.request(1, GET);
        other.expectAnswer(1);
        Frame answer = client.await(HEADERS);
        assertThat(new String(answer.payload(), StandardCharsets.ISO_8859_1)).contains("408");
      }
    }
  }

  /** What waits in the stream's channel is let go, too: the check for leaks looks at every test. */
  @SuppressWarnings("FutureReturnValueIgnored") // the framework looks after returned stages
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aClientThatLeavesWhileNobodyReadsItsBodyIsNoticed(boolean resets) throws Exception {
    CompletableFuture<BodyStream> unread = new CompletableFuture<>();
    CompletableFuture<Boolean> aborted = new CompletableFuture<>();
    try (Fastjava app = Fastjava.create(o -> o.http(h -> h.http2(true)))) {
      app.addContentTypeParser(
          "application/x-upload",
          BodyParser.stream(
              (request, stream) -> {
                unread.complete(stream);
                return new CompletableFuture<>();
              }));
      app.onRequestAbort(request -> aborted.complete(true));
      app.post("/", (request, reply) -> "read");
      InetSocketAddress address = listen(app);
      try (RawHttp2Client client = new RawHttp2Client(address)) {
        client.send(HEADERS, END_HEADERS, 1, UPLOAD);
        ByteArrayOutputStream pieces = new ByteArrayOutputStream();
        // More than wait for a reader: the rest stays in the channel.
        for (int i = 0; i < 4_000; i++) {
          pieces.writeBytes(RawHttp2Client.frame(DATA, 0, 1, new byte[12]));
        }
        client.write(pieces.toByteArray());
        client.send(PING, 0, 0, new byte[8]);
        client.await(PING);
        Eventually.join(unread);
        if (resets) {
          client.send(RST_STREAM, 0, 1, new byte[] {0, 0, 0, 8});
          assertThat(Eventually.join(aborted)).isTrue();
        }
      }
      assertThat(Eventually.join(aborted)).isTrue();
    }
  }
}
