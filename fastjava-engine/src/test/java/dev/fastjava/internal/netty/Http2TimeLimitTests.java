package dev.fastjava.internal.netty;

import static dev.fastjava.internal.netty.Http2Rule.ENHANCE_YOUR_CALM;
import static dev.fastjava.internal.netty.RawHttp2Client.CONTINUATION;
import static dev.fastjava.internal.netty.RawHttp2Client.DATA;
import static dev.fastjava.internal.netty.RawHttp2Client.END_HEADERS;
import static dev.fastjava.internal.netty.RawHttp2Client.END_STREAM;
import static dev.fastjava.internal.netty.RawHttp2Client.GET;
import static dev.fastjava.internal.netty.RawHttp2Client.GOAWAY;
import static dev.fastjava.internal.netty.RawHttp2Client.HEADERS;
import static dev.fastjava.internal.netty.RawHttp2Client.PING;
import static dev.fastjava.internal.netty.RawHttp2Client.POST;
import static dev.fastjava.internal.netty.RawHttp2Client.RST_STREAM;
import static dev.fastjava.internal.netty.RawHttp2Client.join;
import static dev.fastjava.internal.netty.TestServer.await;
import static dev.fastjava.internal.netty.TestServer.reply;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.internal.netty.RawHttp2Client.Frame;
import dev.fastjava.internal.netty.TestServer.Served;
import dev.fastjava.option.HttpOptions;
import dev.fastjava.testing.Eventually;
import io.netty.buffer.Unpooled;
import java.net.Socket;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The limits of time on HTTP/2: by prior knowledge, by upgrade and with TLS. */
class Http2TimeLimitTests {
  private static final long SHORT = 200;

  private static final String UPGRADE =
      String.join(
          "\r\n",
          "GET / HTTP/1.1",
          "Host: a",
          "Connection: Upgrade, HTTP2-Settings",
          "Upgrade: h2c",
          "HTTP2-Settings: AAMAAABkAAQAAP__",
          "\r\n");

  @ParameterizedTest
  @EnumSource(names = {"PLAIN_BESIDE_HTTP2", "TLS_BESIDE_HTTP2"})
  void connectionThatAsksForNothingIsSentAway(Wire wire) throws Exception {
    HttpOptions options = wire.options().with(o -> o.headersTimeout(Duration.ofMillis(SHORT)));
    try (TestServer server = new TestServer(options, exchange -> reply(exchange, "x"));
        RawHttp2Client client = wire.connectHttp2(server)) {
      assertThat(client.await(GOAWAY).errorCode()).isZero();
      assertThat(client.read()).isNull();
    }
  }

  @Test
  void connectionThatSendsNothingAfterItsHandshakeIsClosed() throws Exception {
    HttpOptions options =
        Wire.TLS_BESIDE_HTTP2.options().with(o -> o.headersTimeout(Duration.ofMillis(SHORT)));
    try (TestServer server = new TestServer(options, exchange -> reply(exchange, "x"));
        Socket socket = Wire.TLS_BESIDE_HTTP2.socket(server.address, "h2");
        RawClient client = new RawClient(socket, server.address)) {
      assertThat(client.readToEnd()).doesNotContain("HTTP");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"PLAIN_BESIDE_HTTP2", "TLS_BESIDE_HTTP2"})
  void prefaceSentByteByByteIsNoRequest(Wire wire) throws Exception {
    HttpOptions options = wire.options().with(o -> o.headersTimeout(Duration.ofMillis(SHORT)));
    byte[] preface = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\3".getBytes(ISO_8859_1);
    try (TestServer server = new TestServer(options, exchange -> reply(exchange, "x"));
        Socket socket = wire.socket(server.address, "h2");
        RawClient client = new RawClient(socket, server.address)) {
      Drip.start(socket, preface, new byte[0]);
      client.readToEnd();
      assertThat(server.dispatched).hasValue(0);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"PLAIN_BESIDE_HTTP2", "TLS_BESIDE_HTTP2"})
  void pingsAndEndlessHeadsAreNoRequest(Wire wire) throws Exception {
    HttpOptions options = wire.options().with(o -> o.headersTimeout(Duration.ofMillis(SHORT)));
    byte[] ping = {0, 0, 8, PING, 0, 0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8};
    byte[] headers = {0, 0x3f, 0, HEADERS, END_STREAM | END_HEADERS, 0, 0, 0, 1};
    for (byte[] start : new byte[][] {ping, headers}) {
      byte[] more = start.length == ping.length ? ping : new byte[] {0, 1, 'a', 1, 'b'};
      try (TestServer server = new TestServer(options, exchange -> reply(exchange, "x"));
          Socket socket = wire.socket(server.address, "h2");
          RawHttp2Client client = RawHttp2Client.on(socket)) {
        Drip.start(socket, start, more);
        while (client.read() != null) {
          assertThat(server.dispatched).hasValue(0);
        }
        assertThat(server.dispatched).hasValue(0);
      }
    }
  }

  /** RFC 9113, 6.10: nothing else can come until it has ended. */
  @ParameterizedTest
  @EnumSource(names = {"PLAIN_BESIDE_HTTP2", "TLS_BESIDE_HTTP2"})
  void headThatDoesNotEndBesideAnOpenStreamIsTooLong(Wire wire) throws Exception {
    HttpOptions options = wire.options().with(o -> o.headersTimeout(Duration.ofMillis(SHORT)));
    byte[] slow = {0, 0x3f, 0, HEADERS, END_STREAM | END_HEADERS, 0, 0, 0, 3};
    byte[] open = {0, 0, 1, HEADERS, END_STREAM, 0, 0, 0, 3, (byte) 0x82};
    byte[] continued = {0, 0x3f, 0, CONTINUATION, END_HEADERS, 0, 0, 0, 3};
    for (byte[] start : new byte[][] {slow, open, join(open, continued)}) {
      byte[] more = start == open ? new byte[0] : new byte[] {0, 1, 'a', 1, 'b'};
      try (TestServer server = new TestServer(options, exchange -> {});
          Socket socket = wire.socket(server.address, "h2");
          RawHttp2Client client = RawHttp2Client.on(socket)) {
        client.send(HEADERS, END_STREAM | END_HEADERS, 1, GET);
        Served first = server.awaitServed();
        Drip.start(socket, start, more);
        assertThat(client.await(GOAWAY).errorCode()).isEqualTo(ENHANCE_YOUR_CALM);
        assertThat(client.read()).isNull();
        await(first.aborted);
        assertThat(server.dispatched).hasValue(1);
      }
    }
  }

  @Test
  void headAfterHeadIsNoneThatDoesNotEnd() {
    Http2HeadWatch watch = new Http2HeadWatch();
    byte[] block = {
      0,
      0,
      2,
      HEADERS,
      0,
      0,
      0,
      0,
      1,
      'a',
      'b', //
      0,
      0,
      0,
      CONTINUATION,
      0,
      0,
      0,
      0,
      1, //
      0,
      0,
      1,
      CONTINUATION,
      END_HEADERS,
      0,
      0,
      0,
      1,
      'c', //
      0,
      0,
      3,
      DATA,
      END_HEADERS,
      0,
      0,
      0,
      1,
      'd',
      'e',
      'f',
    };
    for (int round = 1; round < 4; round++) {
      for (int i = 0; i < block.length; i++) {
        watch.read(Unpooled.wrappedBuffer(block), i, i + 1);
        assertThat(watch.inBlock()).as("byte %d", i).isEqualTo(i >= 8 && i < 29);
      }
      assertThat(watch.blocks()).isEqualTo(round);
    }
    for (int round = 4; round < 9; round++) {
      watch.read(Unpooled.wrappedBuffer(block), 0, block.length);
      assertThat(watch.blocks()).isEqualTo(round);
      assertThat(watch.inBlock()).isFalse();
    }
  }

  @Test
  void upgradedConnectionHasToSendItsPreface() throws Exception {
    HttpOptions options =
        Wire.PLAIN_BESIDE_HTTP2.options().with(o -> o.headersTimeout(Duration.ofMillis(SHORT)));
    try (TestServer server = new TestServer(options, exchange -> reply(exchange, "x"));
        RawClient client = server.connect()) {
      assertThat(client.send(UPGRADE).readToEnd()).startsWith("HTTP/1.1 101");
      assertThat(await(server.awaitServed().finished)).isNull();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"PLAIN_BESIDE_HTTP2", "TLS_BESIDE_HTTP2"})
  void connectionThatHasAskedOnceMayWait(Wire wire) throws Exception {
    HttpOptions options =
        wire.options()
            .with(
                o ->
                    o.headersTimeout(Duration.ofMillis(40))
                        .keepAliveTimeout(Duration.ofMillis(40)));
    try (TestServer server = new TestServer(options, exchange -> reply(exchange, "x"));
        RawHttp2Client client = wire.connectHttp2(server)) {
      client.send(HEADERS, END_STREAM | END_HEADERS, 1, GET);
      client.awaitEnd(1);
      Eventually.dawdle(300);
      client.send(HEADERS, END_STREAM | END_HEADERS, 3, GET);
      assertThat(client.awaitEnd(3).endsStream()).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"PLAIN_BESIDE_HTTP2", "TLS_BESIDE_HTTP2"})
  void silentConnectionIsClosedAndItsRequestsTold(Wire wire) throws Exception {
    HttpOptions options = wire.options().with(o -> o.connectionTimeout(Duration.ofMillis(SHORT)));
    try (TestServer server = new TestServer(options, exchange -> {});
        RawHttp2Client client = wire.connectHttp2(server)) {
      client.send(HEADERS, END_STREAM | END_HEADERS, 1, GET);
      client.send(HEADERS, END_HEADERS, 3, POST);
      for (int i = 0; i < 2; i++) {
        Served served = server.awaitServed();
        await(served.timedOut);
        await(served.aborted);
      }
      assertThat(client.find(RST_STREAM)).isNull();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"PLAIN_BESIDE_HTTP2", "TLS_BESIDE_HTTP2"})
  void connectionThatNeverSendsIsSilentToo(Wire wire) throws Exception {
    HttpOptions options = wire.options().with(o -> o.connectionTimeout(Duration.ofMillis(SHORT)));
    try (TestServer server = new TestServer(options, exchange -> {});
        RawHttp2Client client = wire.connectHttp2(server)) {
      client.find(GOAWAY);
      assertThat(client.read()).isNull();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"PLAIN_BESIDE_HTTP2", "TLS_BESIDE_HTTP2"})
  void connectionOnWhichSomethingMovesIsNotSilent(Wire wire) throws Exception {
    HttpOptions options = wire.options().with(o -> o.connectionTimeout(Duration.ofMillis(400)));
    try (TestServer server = new TestServer(options, exchange -> {});
        RawHttp2Client client = wire.connectHttp2(server)) {
      client.send(HEADERS, END_STREAM | END_HEADERS, 1, GET);
      Served served = server.awaitServed();
      for (int i = 0; i < 40; i++) {
        client.send(PING, 0, 0, new byte[8]);
        Eventually.dawdle(20);
      }
      assertThat(served.timedOut).isNotDone();
      reply(served.exchange, "x");
      assertThat(client.awaitEnd(1).endsStream()).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"PLAIN_BESIDE_HTTP2", "TLS_BESIDE_HTTP2"})
  void requestThatIsNotCompleteInTimeIsReset(Wire wire) throws Exception {
    HttpOptions options = wire.options().with(o -> o.requestTimeout(Duration.ofMillis(SHORT)));
    try (TestServer server = new TestServer(options, Bodies::echo);
        RawHttp2Client client = wire.connectHttp2(server)) {
      client.send(HEADERS, END_HEADERS, 1, POST);
      Frame reset = client.awaitEnd(1);
      assertThat(reset.type()).isEqualTo(RST_STREAM);
      await(server.awaitServed().aborted);
      client.send(HEADERS, END_STREAM | END_HEADERS, 3, GET);
      assertThat(client.awaitEnd(3).endsStream()).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"PLAIN_BESIDE_HTTP2", "TLS_BESIDE_HTTP2"})
  void idleConnectionIsClosedAfterTheTimeOfItsSession(Wire wire) throws Exception {
    HttpOptions options = wire.options().with(o -> o.http2SessionTimeout(Duration.ofMillis(SHORT)));
    try (TestServer server = new TestServer(options, exchange -> reply(exchange, "x"));
        RawHttp2Client client = wire.connectHttp2(server)) {
      client.send(HEADERS, END_STREAM | END_HEADERS, 1, GET);
      client.awaitEnd(1);
      assertThat(client.await(GOAWAY).errorCode()).isZero();
      assertThat(client.read()).isNull();
    }
  }
}
