package dev.fastjava.internal.netty;

import static dev.fastjava.internal.netty.RawHttp2Client.CONTINUATION;
import static dev.fastjava.internal.netty.RawHttp2Client.DATA;
import static dev.fastjava.internal.netty.RawHttp2Client.END_HEADERS;
import static dev.fastjava.internal.netty.RawHttp2Client.END_STREAM;
import static dev.fastjava.internal.netty.RawHttp2Client.GET;
import static dev.fastjava.internal.netty.RawHttp2Client.GOAWAY;
import static dev.fastjava.internal.netty.RawHttp2Client.HEADERS;
import static dev.fastjava.internal.netty.RawHttp2Client.POST;
import static dev.fastjava.internal.netty.RawHttp2Client.RST_STREAM;
import static dev.fastjava.internal.netty.RawHttp2Client.field;
import static dev.fastjava.internal.netty.RawHttp2Client.join;
import static dev.fastjava.internal.netty.TestServer.headers;
import static dev.fastjava.internal.netty.TestServer.reply;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.internal.netty.RawHttp2Client.Frame;
import dev.fastjava.option.HttpOptions;
import java.io.IOException;
import java.net.SocketException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Clients of HTTP/2 that mean harm: they get an error, and the server serves on. */
class HostileHttp2Tests {
  private static final HttpOptions HTTP2 = HttpOptions.of(o -> o.http2(true));
  private static final int REFUSED_STREAM = 7;
  private static final int INITIAL_WINDOW_SIZE = 4;

  private static void assertServes(TestServer server) throws IOException {
    try (RawHttp2Client client = new RawHttp2Client(server.address)) {
      client.send(HEADERS, END_STREAM | END_HEADERS, 1, GET);
      Frame end = client.awaitEnd(1);
      assertThat(end.endsStream()).isTrue();
    }
  }

  @Test
  void streamsThatAreResetAtOnceCostTheConnection() throws Exception {
    try (TestServer server = new TestServer(HTTP2, exchange -> {});
        RawHttp2Client client = new RawHttp2Client(server.address)) {
      try {
        for (int i = 0; i < 20_000; i++) {
          client.send(HEADERS, END_STREAM | END_HEADERS, 2 * i + 1, GET);
          client.reset(2 * i + 1);
        }
      } catch (SocketException e) {
        // The server has closed the connection, as it should.
      }
      Frame end = client.find(GOAWAY);
      // What was in flight when the server closed may take the last word from us.
      if (end != null) {
        assertThat(end.errorCode()).isEqualTo(11);
      }
      assertThat(client.read()).isNull();
      assertThat(server.dispatched.get()).isLessThan(1_000);
    }
    try (TestServer server = new TestServer(HTTP2, exchange -> reply(exchange, "served"))) {
      assertServes(server);
    }
  }

  @Test
  void streamsBeyondTheLimitAreRefusedOneByOne() throws Exception {
    try (TestServer server = new TestServer(HTTP2, exchange -> {});
        RawHttp2Client client = new RawHttp2Client(server.address)) {
      for (int i = 0; i < 140; i++) {
        client.send(HEADERS, END_STREAM | END_HEADERS, 2 * i + 1, GET);
      }
      for (int i = 128; i < 140; i++) {
        Frame reset = client.await(RST_STREAM);
        assertThat(reset.stream()).isEqualTo(2 * i + 1);
        assertThat(reset.errorCode()).isEqualTo(REFUSED_STREAM);
      }
      assertThat(server.dispatched).hasValue(128);
    }
  }

  @Test
  void headThatDoesNotEndCostsTheConnection() throws Exception {
    try (TestServer server = new TestServer(HTTP2, exchange -> reply(exchange, "served"))) {
      try (RawHttp2Client client = new RawHttp2Client(server.address)) {
        client.send(HEADERS, END_STREAM, 1, GET);
        byte[] more = field("x-a", "a".repeat(1_000));
        try {
          for (int i = 0; i < 10_000; i++) {
            client.send(CONTINUATION, 0, 1, more);
          }
        } catch (SocketException e) {
          // Closed by the server.
        }
        Frame end = client.find(GOAWAY);
        assertThat(client.read()).isNull();
        assertThat(end == null || end.errorCode() != 0).isTrue();
      }
      try (RawHttp2Client client = new RawHttp2Client(server.address)) {
        client.send(HEADERS, END_STREAM, 1, GET);
        try {
          for (int i = 0; i < 100_000; i++) {
            client.send(CONTINUATION, 0, 1, new byte[0]);
          }
        } catch (SocketException e) {
          // Closed by the server.
        }
        client.find(GOAWAY);
        assertThat(client.read()).isNull();
      }
      assertThat(server.dispatched).hasValue(0);
      assertServes(server);
    }
  }

  @Test
  void headThatIsTooLargeCostsItsStreamOnly() throws Exception {
    try (TestServer server = new TestServer(HTTP2, exchange -> reply(exchange, "served"));
        RawHttp2Client client = new RawHttp2Client(server.address)) {
      client.send(HEADERS, END_STREAM, 1, join(GET, field("x-a", "a".repeat(9_000))));
      client.send(CONTINUATION, END_HEADERS, 1, field("x-b", "b".repeat(9_000)));
      client.awaitEnd(1);
      assertThat(server.dispatched).hasValue(0);
      client.send(HEADERS, END_STREAM | END_HEADERS, 3, GET);
      Frame next = client.awaitEnd(3);
      assertThat(next.endsStream()).isTrue();
    }
  }

  @Test
  void clientThatTakesNothingGetsNothingMore() throws Exception {
    try (TestServer server =
            new TestServer(
                HTTP2, exchange -> exchange.send(200, headers(), new byte[100_000], 0, 100_000));
        RawHttp2Client client = new RawHttp2Client(server.address, INITIAL_WINDOW_SIZE, 0)) {
      client.send(HEADERS, END_STREAM | END_HEADERS, 1, GET);
      client.await(HEADERS);
      client.windowUpdate(1, 10);
      Frame part = client.await(DATA);
      assertThat(part.payload()).hasSize(10);
      client.windowUpdate(1, 1 << 20);
      client.windowUpdate(0, 1 << 20);
      Frame end = client.awaitEnd(1);
      assertThat(end.endsStream()).isTrue();
    }
  }

  @Test
  void bodyBeyondTheWindowIsAnError() throws Exception {
    // The application does not read: no window is opened.
    try (TestServer server = new TestServer(HTTP2, exchange -> {})) {
      try (RawHttp2Client client = new RawHttp2Client(server.address)) {
        client.send(HEADERS, END_HEADERS, 1, POST);
        byte[] part = new byte[16_000];
        try {
          for (int i = 0; i < 200; i++) {
            client.send(DATA, 0, 1, part);
          }
        } catch (SocketException e) {
          // Closed by the server.
        }
        Frame frame = client.read();
        while (frame != null && frame.type() != GOAWAY && frame.type() != RST_STREAM) {
          frame = client.read();
        }
        assertThat(frame == null || frame.errorCode() == 3).isTrue();
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "connection, keep-alive",
    "transfer-encoding, chunked",
    "te, gzip",
    "X-Upper, 1",
    "'x a', 1",
    "x-a, 'a\r\nb: c'",
    "x-a, 'a\0b'",
    ":status, 200",
    ":unknown, 1",
    ":path, /other",
    "content-length, 5",
    "content-length, -1",
    "host, elsewhere",
  })
  void headsThatAreNotValidNeverReachTheApplication(String name, String value) throws Exception {
    try (TestServer server = new TestServer(HTTP2, exchange -> reply(exchange, "served"))) {
      try (RawHttp2Client client = new RawHttp2Client(server.address)) {
        client.send(HEADERS, END_STREAM | END_HEADERS, 1, join(GET, field(name, value)));
        Frame frame = client.read();
        while (frame != null && frame.type() != GOAWAY && frame.type() != RST_STREAM) {
          assertThat(frame.type()).as(Arrays.toString(frame.payload())).isNotEqualTo(HEADERS);
          frame = client.read();
        }
      }
      assertThat(server.dispatched).hasValue(0);
      assertServes(server);
    }
  }

  @Test
  void framesOfUnknownTypesAreIgnored() throws Exception {
    try (TestServer server = new TestServer(HTTP2, exchange -> reply(exchange, "served"));
        RawHttp2Client client = new RawHttp2Client(server.address)) {
      client.send(0x42, 0xff, 0, new byte[100]);
      client.send(HEADERS, END_STREAM | END_HEADERS, 1, GET);
      Frame end = client.awaitEnd(1);
      assertThat(end.endsStream()).isTrue();
    }
  }

  @Test
  void cookiesInPiecesAreOneHeader() throws Exception {
    try (TestServer server = new TestServer(HTTP2, exchange -> reply(exchange, "served"));
        RawHttp2Client client = new RawHttp2Client(server.address)) {
      client.send(
          HEADERS,
          END_STREAM | END_HEADERS,
          1,
          join(GET, field("cookie", "a=b"), field("cookie", "c=d")));
      client.awaitEnd(1);
      assertThat(server.awaitServed().exchange.header("cookie")).isEqualTo("a=b; c=d");
    }
  }
}
