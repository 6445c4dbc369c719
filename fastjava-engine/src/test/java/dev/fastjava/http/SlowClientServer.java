package dev.fastjava.http;

import dev.fastjava.Execution;
import dev.fastjava.Fastjava;
import dev.fastjava.internal.netty.TestTls;
import dev.fastjava.testing.Eventually;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A server for {@link SlowClientTests}, run in a virtual machine of its own with little memory. It
 * tells on its standard output where it listens, and over HTTP what it has sent.
 */
final class SlowClientServer {
  private static final int PART = 8_192;

  private final AtomicLong published = new AtomicLong();
  private final AtomicInteger subscribed = new AtomicInteger();
  private final AtomicInteger cancelled = new AtomicInteger();
  private final AtomicLong streamed = new AtomicLong();
  private final AtomicInteger opened = new AtomicInteger();
  private final AtomicInteger closed = new AtomicInteger();

  private SlowClientServer() {}

  public static void main(String[] arguments) throws Exception {
    SlowClientServer server = new SlowClientServer();
    Path file = Path.of(arguments[0]);
    System.out.println(server.listen(file, false) + ' ' + server.listen(file, true));
    SmallHeapServer.awaitEnd();
    System.exit(0);
  }

  private String listen(Path file, boolean tls) {
    Fastjava app =
        Fastjava.create(
            o ->
                o.http(
                    http -> {
                      http.http2(true);
                      if (tls) {
                        http.tls(TestTls::context);
                      }
                    }));
    app.get("/file", (request, reply) -> file);
    app.get("/publisher", (request, reply) -> new Endless());
    app.get(
        "/loop", route -> route.execution(Execution.EVENT_LOOP), (request, reply) -> new Endless());
    app.get("/stream", (request, reply) -> new EndlessStream());
    app.get("/report", (request, reply) -> report());
    return Eventually.join(app.listen(o -> o.host("127.0.0.1")));
  }

  private Map<String, Object> report() {
    System.gc();
    return Map.of(
        "heap", ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(),
        "published", published.get(),
        "subscribed", subscribed.get(),
        "cancelled", cancelled.get(),
        "streamed", streamed.get(),
        "opened", opened.get(),
        "closed", closed.get());
  }

  /** Publishes as long as somebody asks. */
  private final class Endless implements Flow.Publisher<ByteBuffer> {
    @Override
    public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
      subscribed.incrementAndGet();
      subscriber.onSubscribe(
          new Flow.Subscription() {
            private final AtomicLong demand = new AtomicLong();
            private volatile boolean over;

            @Override
            public void request(long count) {
              if (demand.getAndAdd(count) > 0) {
                return;
              }
              do {
                published.addAndGet(PART);
                subscriber.onNext(ByteBuffer.allocate(PART));
              } while (demand.decrementAndGet() > 0 && !over);
            }

            @Override
            public void cancel() {
              over = true;
              cancelled.incrementAndGet();
            }
          });
    }
  }

  /** Never ends, and blocks never. */
  private final class EndlessStream extends InputStream {
    EndlessStream() {
      opened.incrementAndGet();
    }

    @Override
    public int read() {
      streamed.incrementAndGet();
      return 0;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
      streamed.addAndGet(length);
      return length;
    }

    @Override
    public void close() {
      closed.incrementAndGet();
    }
  }
}
