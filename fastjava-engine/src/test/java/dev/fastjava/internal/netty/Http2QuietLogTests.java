package dev.fastjava.internal.netty;

import static dev.fastjava.internal.netty.RawHttp2Client.DATA;
import static dev.fastjava.internal.netty.RawHttp2Client.END_HEADERS;
import static dev.fastjava.internal.netty.RawHttp2Client.END_STREAM;
import static dev.fastjava.internal.netty.RawHttp2Client.GET;
import static dev.fastjava.internal.netty.RawHttp2Client.GOAWAY;
import static dev.fastjava.internal.netty.RawHttp2Client.HEADERS;
import static dev.fastjava.internal.netty.RawHttp2Client.PING;
import static dev.fastjava.internal.netty.RawHttp2Client.POST;
import static dev.fastjava.internal.netty.RawHttp2Client.field;
import static dev.fastjava.internal.netty.RawHttp2Client.join;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.fastjava.Execution;
import dev.fastjava.Fastjava;
import dev.fastjava.testing.Eventually;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;

/** Clients cannot fill an application's log with lines of the library about late frames. */
@Timeout(60)
class Http2QuietLogTests {
  /** More than wait unread, so that the request is answered in the middle of them. */
  private static final int SMALL_PIECES = 3_000;

  private static final Logger LIBRARY =
      (Logger) LoggerFactory.getLogger("io.netty.handler.codec.http2");

  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
  private @Nullable Level before;

  @BeforeEach
  void watchTheLibrary() {
    before = LIBRARY.getLevel();
    LIBRARY.setLevel(Level.INFO);
    lines.start();
    LIBRARY.addAppender(lines);
  }

  @AfterEach
  void stopWatching() {
    LIBRARY.detachAppender(lines);
    LIBRARY.setLevel(before);
  }

  private List<String> logged() {
    return lines.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
  }

  private static InetSocketAddress listen(Fastjava app) {
    Eventually.join(app.listen(o -> o.host("127.0.0.1").port(0)));
    return app.addresses().get(0);
  }

  /** What was sent before has been read. */
  private static void ping(RawHttp2Client client) throws IOException {
    client.send(PING, 0, 0, new byte[8]);
    client.await(PING);
  }

  @Test
  void lateFramesOfARejectedUploadLogNothing() throws Exception {
    try (Fastjava app =
        Fastjava.create(o -> o.execution(Execution.EVENT_LOOP).http(h -> h.http2(true)))) {
      app.get("/", (request, reply) -> "there");
      InetSocketAddress address = listen(app);
      try (RawHttp2Client client = new RawHttp2Client(address)) {
        byte[] upload = join(POST, field("content-type", "application/x-unknown"));
        ByteArrayOutputStream frames = new ByteArrayOutputStream();
        frames.writeBytes(RawHttp2Client.frame(HEADERS, END_HEADERS, 1, upload));
        for (int i = 0; i < SMALL_PIECES; i++) {
          frames.writeBytes(RawHttp2Client.frame(DATA, 0, 1, (byte) 'x'));
        }
        frames.writeBytes(RawHttp2Client.frame(HEADERS, END_HEADERS | END_STREAM, 3, GET));
        // In one piece: frames come before the library has forgotten the stream.
        client.write(frames.toByteArray());
        assertThat(client.awaitEnd(3).type()).isEqualTo(DATA);
        for (int i = 0; i < 8; i++) {
          client.send(DATA, 0, 1, new byte[1_000]);
        }
        client.request(5, GET);
        client.expectAnswer(5);
      }
    }
    assertThat(logged()).isEmpty();
  }

  @Test
  void framesBehindAMalformedHeadLogNothing() throws Exception {
    try (Fastjava app = Fastjava.create(o -> o.http(h -> h.http2(true)))) {
      app.get("/", (request, reply) -> "there");
      InetSocketAddress address = listen(app);
      try (RawHttp2Client client = new RawHttp2Client(address)) {
        byte[] frames = {};
        for (int stream = 1; stream < 20; stream += 2) {
          byte[] head = join(POST, field("host", "another"));
          frames =
              join(
                  frames,
                  RawHttp2Client.frame(HEADERS, END_HEADERS, stream, head),
                  RawHttp2Client.frame(DATA, 0, stream, new byte[100]),
                  RawHttp2Client.frame(HEADERS, END_HEADERS | END_STREAM, stream, field("x", "y")));
        }
        client.write(frames);
        client.request(21, GET);
        assertThat(client.awaitEnd(21).type()).isEqualTo(DATA);
      }
    }
    assertThat(logged()).isEmpty();
  }

  @Test
  void framesOfStreamsThatTheClientIsToldNotToOpenLogNothing() throws Exception {
    CompletableFuture<Object> result = new CompletableFuture<>();
    try (Fastjava app =
        Fastjava.create(o -> o.execution(Execution.EVENT_LOOP).http(h -> h.http2(true)))) {
      app.get("/", (request, reply) -> result);
      InetSocketAddress address = listen(app);
      try (RawHttp2Client client = new RawHttp2Client(address)) {
        client.request(1, GET);
        ping(client);
        CompletableFuture<Void> closed = app.closeAsync();
        client.await(GOAWAY);
        for (int stream = 3; stream < 20; stream += 2) {
          client.send(HEADERS, END_HEADERS, stream, POST);
          client.send(DATA, 0, stream, new byte[1_000]);
        }
        ping(client);
        result.complete("there");
        client.expectAnswer(1);
        Eventually.join(closed);
      }
    }
    assertThat(logged()).isEmpty();
  }
}
