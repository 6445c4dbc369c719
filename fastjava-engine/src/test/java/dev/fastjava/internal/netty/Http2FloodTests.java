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
import static dev.fastjava.internal.netty.RawHttp2Client.PRIORITY;
import static dev.fastjava.internal.netty.RawHttp2Client.SETTINGS;
import static dev.fastjava.internal.netty.RawHttp2Client.field;
import static dev.fastjava.internal.netty.RawHttp2Client.fourBytes;
import static dev.fastjava.internal.netty.RawHttp2Client.join;
import static dev.fastjava.internal.netty.TestServer.headers;
import static dev.fastjava.internal.netty.TestServer.reply;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.internal.netty.RawHttp2Client.Frame;
import dev.fastjava.option.HttpOptions;
import java.io.IOException;
import java.net.SocketException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Clients of HTTP/2 that make the server work for nothing: the connection ends soon, and what the
 * application does for it at once never exceeds the number of streams.
 */
@Timeout(60)
class Http2FloodTests {
  private static final HttpOptions HTTP2 = HttpOptions.of(o -> o.http2(true));
  private static final int ROUNDS = 20_000;
  private static final int MOST_STREAMS = 128;
  private static final int INITIAL_WINDOW_SIZE = 4;
  private static final int LARGE = 8 << 20;

  /** What a client sends in one round, on a stream of its own. */
  interface Round {
    void send(RawHttp2Client client, int stream) throws IOException;
  }

  /**
   * Every way to have a stream reset that a client knows (CVE-2025-8671), and the one by itself.
   */
  static Stream<Arguments> resets() {
    return Stream.of(
        round("the client resets it", (c, id) -> withBody(c, id, () -> c.reset(id))),
        round("window increment of 0", (c, id) -> complete(c, id, () -> c.windowUpdate(id, 0))),
        round(
            "window beyond the largest",
            (c, id) -> complete(c, id, () -> c.windowUpdate(id, Integer.MAX_VALUE))),
        round(
            "DATA after the end",
            (c, id) -> complete(c, id, () -> c.send(DATA, END_STREAM, id, (byte) 1))),
        round("HEADERS after the end", (c, id) -> complete(c, id, () -> c.request(id, GET))),
        round(
            "PRIORITY of a wrong length",
            (c, id) -> complete(c, id, () -> c.send(PRIORITY, 0, id, new byte[4]))),
        round(
            "a stream that depends on itself",
            (c, id) ->
                complete(
                    c, id, () -> c.send(PRIORITY, 0, id, join(fourBytes(id), new byte[] {15})))),
        round(
            "a second head",
            (c, id) -> withBody(c, id, () -> c.send(HEADERS, END_HEADERS, id, GET))),
        round("pseudo fields in trailers", (c, id) -> withBody(c, id, () -> c.request(id, GET))),
        round(
            "more than content-length",
            (c, id) -> {
              c.send(HEADERS, END_HEADERS, id, join(POST, field("content-length", "1")));
              c.send(DATA, 0, id, new byte[2]);
            }),
        round(
            "less than content-length",
            (c, id) -> c.request(id, join(POST, field("content-length", "1")))),
        round("a bad head", (c, id) -> c.request(id, join(GET, field("connection", "close")))),
        round("no path", (c, id) -> c.request(id, field(":method", "GET"))));
  }

  private static Arguments round(String name, Round round) {
    return Arguments.of(name, round);
  }

  private static void complete(RawHttp2Client client, int stream, Step step) throws IOException {
    client.request(stream, GET);
    step.run();
  }

  private static void withBody(RawHttp2Client client, int stream, Step step) throws IOException {
    client.send(HEADERS, END_HEADERS, stream, POST);
    step.run();
  }

  private interface Step {
    void run() throws IOException;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("resets")
  void streamsThatTheServerIsMadeToResetCostTheConnection(String name, Round round)
      throws Exception {
    // Nothing that was begun ends: all of it is at work at once.
    try (TestServer server = new TestServer(HTTP2, exchange -> {});
        RawHttp2Client client = new RawHttp2Client(server.address)) {
      assertSentAway(client, round);
      assertThat(server.dispatched.get()).isLessThanOrEqualTo(MOST_STREAMS);
    }
  }

  static Stream<Arguments> floods() {
    return Stream.of(
        round("PING", (c, id) -> c.send(PING, 0, 0, new byte[8])),
        round("acknowledged PING", (c, id) -> c.send(PING, 1, 0, new byte[8])),
        round("SETTINGS", (c, id) -> c.send(SETTINGS, 0, 0)),
        round("PRIORITY", (c, id) -> c.send(PRIORITY, 0, id, new byte[] {0, 0, 0, 0, 1})),
        round("unknown frames", (c, id) -> c.send(0x42, 0, 0, new byte[8])),
        round("small windows", (c, id) -> c.windowUpdate(0, 1)),
        round("changes of the window", (c, id) -> c.settings(INITIAL_WINDOW_SIZE, id)),
        round("GOAWAY", (c, id) -> c.send(GOAWAY, 0, 0, new byte[8])),
        round(
            "empty DATA",
            (c, id) -> {
              if (id == 1) {
                c.send(HEADERS, END_HEADERS, 1, POST);
              }
              c.send(DATA, 0, 1);
            }),
        round(
            "padding without DATA",
            (c, id) -> {
              if (id == 1) {
                c.send(HEADERS, END_HEADERS, 1, POST);
              }
              c.send(DATA, 8, 1, new byte[] {1, 0});
            }),
        round(
            "empty CONTINUATION",
            (c, id) -> {
              if (id == 1) {
                c.send(HEADERS, END_STREAM, 1, GET);
              }
              c.send(CONTINUATION, 0, 1);
            }));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("floods")
  void framesWithoutUseCostTheConnection(String name, Round round) throws Exception {
    try (TestServer server = new TestServer(HTTP2, exchange -> {});
        RawHttp2Client client = new RawHttp2Client(server.address)) {
      assertSentAway(client, round);
    }
  }

  private static void assertSentAway(RawHttp2Client client, Round round) throws IOException {
    try {
      for (int i = 0; i < ROUNDS; i++) {
        round.send(client, 2 * i + 1);
      }
    } catch (SocketException e) {
      // The server has closed the connection meanwhile.
    }
    Frame end = client.find(GOAWAY);
    // What was in flight when the server closed may take the last word from us.
    if (end != null) {
      assertThat(end.errorCode()).isEqualTo(ENHANCE_YOUR_CALM);
    }
    assertThat(client.read()).isNull();
  }

  @Test
  void workForStreamsThatAreGoneCountsUntilItEnds() throws Exception {
    try (TestServer server = new TestServer(HTTP2, exchange -> {});
        RawHttp2Client client = new RawHttp2Client(server.address)) {
      for (int i = 0; i < MOST_STREAMS; i++) {
        client.request(2 * i + 1, GET);
        client.reset(2 * i + 1);
      }
      client.request(257, GET);
      client.expectReset(257, Http2Rule.REFUSED_STREAM);
      assertThat(server.dispatched).hasValue(MOST_STREAMS);
      reply(server.awaitServed().exchange, "late");
      client.expectAlive();
      client.request(259, GET);
      client.expectAlive();
      assertThat(server.dispatched).hasValue(MOST_STREAMS + 1);
    }
  }

  /** Entry 18: the rest of each upload is under way when its answer comes. */
  @Test
  void uploadsThatNobodyReadsAreAnsweredOneAfterTheOther() throws Exception {
    try (TestServer server = new TestServer(HTTP2, exchange -> reply(exchange, "no"));
        RawHttp2Client client = new RawHttp2Client(server.address)) {
      for (int i = 0; i < 500; i++) {
        int stream = 2 * i + 1;
        client.send(HEADERS, END_HEADERS, stream, POST);
        client.send(DATA, 0, stream, new byte[16_000]);
        client.expectAnswer(stream);
        client.send(DATA, 0, stream, new byte[16_000]);
        client.send(DATA, END_STREAM, stream, new byte[16_000]);
      }
      client.request(1_001, GET);
      client.expectAnswer(1_001);
    }
  }

  /** Entry 21: 120 responses of 8 MB for a client that takes nothing. */
  @Test
  void responsesThatNobodyTakesAreNotMadeInAnyNumber() throws Exception {
    try (TestServer server =
            new TestServer(
                HTTP2, exchange -> exchange.send(200, headers(), new byte[LARGE], 0, LARGE));
        RawHttp2Client client = new RawHttp2Client(server.address, INITIAL_WINDOW_SIZE, 0)) {
      for (int i = 0; i < 120; i++) {
        client.request(2 * i + 1, GET);
      }
      client.expectAlive();
      assertThat(server.dispatched.get()).isLessThanOrEqualTo(3);
      // A client that still takes nothing is sent away.
      client.expectGoAway(ENHANCE_YOUR_CALM);
    }
  }

  @Test
  void requestsThatHadToWaitAreServedWhenTheClientTakesTheOthers() throws Exception {
    int half = LARGE / 2;
    try (TestServer server =
            new TestServer(
                HTTP2, exchange -> exchange.send(200, headers(), new byte[half], 0, half));
        RawHttp2Client client = new RawHttp2Client(server.address)) {
      int streams = 8;
      for (int i = 0; i < streams; i++) {
        client.request(2 * i + 1, GET);
      }
      client.windowUpdate(0, streams * half);
      for (int i = 0; i < streams; i++) {
        client.windowUpdate(2 * i + 1, half);
      }
      int ended = 0;
      while (ended < streams) {
        Frame frame = client.read();
        assertThat(frame).isNotNull();
        ended += frame.endsStream() ? 1 : 0;
      }
      assertThat(server.dispatched).hasValue(streams);
    }
  }
}
