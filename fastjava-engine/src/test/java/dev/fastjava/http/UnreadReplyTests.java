package dev.fastjava.http;

import static dev.fastjava.testing.Eventually.eventually;
import static dev.fastjava.testing.Eventually.join;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.Execution;
import dev.fastjava.Fastjava;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What an application hears of a client that takes nothing of its reply. */
class UnreadReplyTests {
  private final List<String> heard = new CopyOnWriteArrayList<>();
  private final AtomicInteger ended = new AtomicInteger();

  @ParameterizedTest
  @EnumSource(names = "VIRTUAL", mode = EnumSource.Mode.EXCLUDE)
  void onTimeoutRunsAndTheSourceIsClosed(Execution execution) throws Exception {
    try (Fastjava app =
        Fastjava.create(o -> o.http(http -> http.writeTimeout(Duration.ofMillis(200))))) {
      app.onTimeout((request, reply) -> heard.add("onTimeout " + request.url()));
      app.onRequestAbort(request -> heard.add("onRequestAbort " + request.url()));
      app.onResponse((request, reply) -> heard.add("onResponse " + request.url()));
      app.get("/stream", r -> r.execution(execution), (request, reply) -> new EndlessStream());
      app.get(
          "/publisher",
          r -> r.execution(execution),
          (request, reply) ->
              (Flow.Publisher<ByteBuffer>)
                  subscriber -> subscriber.onSubscribe(endless(subscriber)));
      app.get("/bytes", r -> r.execution(execution), (request, reply) -> new byte[24 << 20]);
      URI origin = URI.create(join(app.listen(o -> o.host("127.0.0.1").port(0))));
      for (String path : List.of("/stream", "/publisher", "/bytes")) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), origin.getPort())) {
          socket
              .getOutputStream()
              .write(("GET " + path + " HTTP/1.1\r\nHost: test\r\n\r\n").getBytes(US_ASCII));
          eventually("the hooks", () -> heard, all -> all.contains("onRequestAbort " + path));
          eventually("the hooks", () -> heard, all -> all.contains("onTimeout " + path));
        }
      }
      eventually("the sources are ended", ended::get, count -> count == 2);
      assertThat(heard).hasSize(6).noneMatch(line -> line.startsWith("onResponse"));
    }
  }

  private final class EndlessStream extends InputStream {
    @Override
    public int read() {
      return 0;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
      return length;
    }

    @Override
    public void close() {
      ended.incrementAndGet();
    }
  }

  /** Publishes as much as it is asked for. */
  private Flow.Subscription endless(Flow.Subscriber<? super ByteBuffer> subscriber) {
    return new Flow.Subscription() {
      private final AtomicLong demand = new AtomicLong();

      @Override
      public void request(long count) {
        if (demand.getAndAdd(count) == 0) {
          do {
            subscriber.onNext(ByteBuffer.allocate(8_192));
          } while (demand.decrementAndGet() > 0);
        }
      }

      @Override
      public void cancel() {
        ended.incrementAndGet();
      }
    };
  }
}
