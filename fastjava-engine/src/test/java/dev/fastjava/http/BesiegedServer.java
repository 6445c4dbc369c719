package dev.fastjava.http;

import dev.fastjava.BodyParser;
import dev.fastjava.Execution;
import dev.fastjava.Fastjava;
import dev.fastjava.testing.Eventually;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicLong;

/** A server for {@link SiegeTests}, run with little memory. */
final class BesiegedServer {
  /** Long enough for all clients to come, short enough for a test. */
  private static final long LIMIT = 6_000;

  private static final int LARGE = 8 << 20;
  private static final int PART = 8_192;

  private BesiegedServer() {}

  public static void main(String[] arguments) throws Exception {
    Path file = Path.of(arguments[0]);
    byte[] large = new byte[LARGE];
    Arrays.fill(large, (byte) 'x');
    Fastjava app =
        Fastjava.create(
            o ->
                o.requestIdHeader("x-request-id")
                    .http(
                        http ->
                            http.headersTimeout(Duration.ofMillis(LIMIT))
                                .writeTimeout(Duration.ofMillis(LIMIT))
                                .keepAliveTimeout(Duration.ofMillis(LIMIT))));
    app.get("/plain", (request, reply) -> Map.of("hello", "world"));
    app.get("/file", (request, reply) -> file);
    app.get("/bytes", (request, reply) -> large);
    app.get("/publisher", (request, reply) -> endless());
    app.get("/loop", route -> route.execution(Execution.EVENT_LOOP), (request, reply) -> endless());
    app.get("/stream", (request, reply) -> new EndlessStream());
    app.post(
        "/items/:id",
        (request, reply) ->
            Map.of(
                "id", request.param("id"),
                "query", request.query().size(),
                "headers", request.headers().names().size()));
    app.register(
        (child, options) -> {
          child.addContentTypeParser("*", BodyParser.text((request, body) -> body));
          child.post("/any/:id", (request, reply) -> Map.of("id", request.id()));
        });
    app.get("/heap", (request, reply) -> heap());
    System.out.println(Eventually.join(app.listen(o -> o.host("127.0.0.1").port(0))));
    SmallHeapServer.awaitEnd();
    System.exit(0);
  }

  private static String heap() {
    System.gc();
    return Long.toString(ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
  }

  private static Flow.Publisher<ByteBuffer> endless() {
    return subscriber -> subscriber.onSubscribe(new Endless(subscriber));
  }

  /** Publishes as much as it is asked for. */
  private static final class Endless implements Flow.Subscription {
    private final Flow.Subscriber<? super ByteBuffer> subscriber;
    private final AtomicLong demand = new AtomicLong();
    private volatile boolean over;

    Endless(Flow.Subscriber<? super ByteBuffer> subscriber) {
      this.subscriber = subscriber;
    }

    @Override
    public void request(long count) {
      if (demand.getAndAdd(count) > 0) {
        return;
      }
      do {
        subscriber.onNext(ByteBuffer.allocate(PART));
      } while (demand.decrementAndGet() > 0 && !over);
    }

    @Override
    public void cancel() {
      over = true;
    }
  }

  /** Never ends, and blocks never. */
  private static final class EndlessStream extends InputStream {
    @Override
    public int read() {
      return 0;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
      return length;
    }
  }
}
