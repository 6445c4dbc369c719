package dev.fastjava.internal.netty;

import static dev.fastjava.internal.netty.RawHttp2Client.END_HEADERS;
import static dev.fastjava.internal.netty.RawHttp2Client.END_STREAM;
import static dev.fastjava.internal.netty.RawHttp2Client.HEADERS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.Execution;
import dev.fastjava.Fastjava;
import dev.fastjava.internal.netty.RawHttp2Client.Frame;
import dev.fastjava.testing.Eventually;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * All requests of a connection may come with one read, before anything of a response has gone out.
 * Threads that serve them make no more responses than the client takes, as the event loop does.
 */
class Http2WorkerReplyTests {
  private static final int STREAMS = 120;
  private static final int LARGE = 8 << 20;
  private static final byte[] TO_LARGE = RawHttp2Client.get("/large");

  private final AtomicInteger made = new AtomicInteger();

  private Fastjava server(Execution mode) {
    Fastjava app = Fastjava.create(o -> o.http(h -> h.http2(true)).execution(mode));
    app.get(
        "/large",
        (request, reply) -> {
          made.incrementAndGet();
          return new byte[LARGE];
        });
    app.get("/", (request, reply) -> "small");
    Eventually.join(app.listen(o -> o.host("127.0.0.1").port(0)));
    return app;
  }

  private static InetSocketAddress address(Fastjava app) {
    return app.addresses().get(0);
  }

  /** Sends the heads of many requests at once. */
  private static void requestAll(RawHttp2Client client, int streams, byte[] head)
      throws IOException {
    byte[][] frames = new byte[streams][];
    for (int i = 0; i < streams; i++) {
      frames[i] = RawHttp2Client.frame(HEADERS, END_STREAM | END_HEADERS, 2 * i + 1, head);
    }
    client.write(RawHttp2Client.join(frames));
  }

  private static void take(RawHttp2Client client, int streams, int size) throws IOException {
    client.windowUpdate(0, streams * size);
    for (int i = 0; i < streams; i++) {
      client.windowUpdate(2 * i + 1, size);
    }
    int ended = 0;
    while (ended < streams) {
      Frame frame = client.read();
      assertThat(frame).isNotNull();
      assertThat(frame.type()).isNotIn(RawHttp2Client.RST_STREAM, RawHttp2Client.GOAWAY);
      ended += frame.endsStream() ? 1 : 0;
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Execution.class,
      names = {"BLOCKING", "WORKER", "EVENT_LOOP"})
  void noMoreResponsesAreMadeThanAClientTakes(Execution mode) throws Exception {
    try (Fastjava app = server(mode)) {
      // Nothing is known of the route at first: a few may begin.
      assertThat(madeForAClientThatTakesNothing(app)).isLessThanOrEqualTo(9);
      assertThat(madeForAClientThatTakesNothing(app)).isLessThanOrEqualTo(3);
    }
  }

  private int madeForAClientThatTakesNothing(Fastjava app) throws IOException {
    try (RawHttp2Client client = new RawHttp2Client(address(app))) {
      int before = made.get();
      requestAll(client, STREAMS, TO_LARGE);
      Eventually.eventually("some are made", () -> made.get() - before >= 2);
      client.expectAlive();
      return Eventually.standstill("made responses", made::get) - before;
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Execution.class,
      names = {"BLOCKING", "WORKER"})
  void requestsThatHaveToWaitAreNotBegunWhenTheirClientLeaves(Execution mode) throws Exception {
    try (Fastjava app = server(mode)) {
      int before = 0;
      for (int client = 0; client < 10; client++) {
        before += madeForAClientThatTakesNothing(app);
      }
      assertThat(Eventually.standstill("made responses", made::get)).isEqualTo(before);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Execution.class,
      names = {"BLOCKING", "WORKER"})
  void requestsThatHadToWaitAreServedWhenTheClientTakesTheOthers(Execution mode) throws Exception {
    try (Fastjava app = server(mode);
        RawHttp2Client client = new RawHttp2Client(address(app))) {
      requestAll(client, 12, TO_LARGE);
      take(client, 12, LARGE);
      assertThat(made).hasValue(12);
    }
  }

  @Test
  void smallResponsesNeedNotWait() throws Exception {
    CompletableFuture<Object> answer = new CompletableFuture<>();
    AtomicInteger begun = new AtomicInteger();
    try (Fastjava app =
        Fastjava.create(o -> o.http(h -> h.http2(true)).execution(Execution.WORKER))) {
      app.get(
          "/",
          (request, reply) -> {
            begun.incrementAndGet();
            return request.query("wait") == null ? "small" : answer;
          });
      Eventually.join(app.listen(o -> o.host("127.0.0.1").port(0)));
      try (RawHttp2Client client = new RawHttp2Client(address(app))) {
        client.request(1, RawHttp2Client.GET);
        client.expectAnswer(1);
      }
      try (RawHttp2Client client = new RawHttp2Client(address(app))) {
        requestAll(client, STREAMS, RawHttp2Client.get("/?wait=1"));
        Eventually.eventually("all have begun", () -> begun.get() == STREAMS + 1);
        answer.complete("now");
        take(client, STREAMS, 100);
      }
    }
  }

  @Test
  void whoeverAnswersLaterHoldsNobodyBack() throws Exception {
    AtomicInteger begun = new AtomicInteger();
    try (Fastjava app =
        Fastjava.create(o -> o.http(h -> h.http2(true)).execution(Execution.WORKER))) {
      app.get(
          "/",
          (request, reply) -> {
            if (begun.incrementAndGet() == STREAMS) {
              reply.send("the last");
            }
            return reply;
          });
      Eventually.join(app.listen(o -> o.host("127.0.0.1").port(0)));
      try (RawHttp2Client client = new RawHttp2Client(address(app))) {
        requestAll(client, STREAMS, RawHttp2Client.GET);
        Eventually.eventually("all have begun", () -> begun.get() == STREAMS);
        assertThat(client.await(HEADERS).stream()).isPositive();
      }
    }
  }
}
