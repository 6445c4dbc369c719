package dev.fastjava.internal.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastjava.Fastjava;
import dev.fastjava.Reply;
import dev.fastjava.Request;
import dev.fastjava.RequestListener;
import dev.fastjava.internal.netty.RawClient;
import dev.fastjava.testing.Eventually;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A published response has one end: that of the publisher, its error, or that of the client,
 * whichever comes first. What a publisher says after it changes nothing.
 */
@SuppressWarnings("FutureReturnValueIgnored") // what the stage does is looked at
class PublisherEndTests {
  private static final String COMPLETE = "complete";
  private static final String ERROR = "error";
  private static final String ABORT = "abort";

  private final CompletableFuture<Flow.Subscriber<? super String>> subscriber =
      new CompletableFuture<>();
  private Runnable atAbort = () -> {};
  private final AtomicInteger cancelled = new AtomicInteger();
  private final ConcurrentLinkedQueue<String> ends = new ConcurrentLinkedQueue<>();
  private final LogLines log = new LogLines();

  static Stream<Arguments> orders() {
    return Stream.of(
            List.of(COMPLETE, ERROR, ABORT),
            List.of(COMPLETE, ABORT, ERROR),
            List.of(ERROR, COMPLETE, ABORT),
            List.of(ERROR, ABORT, COMPLETE),
            List.of(ABORT, COMPLETE, ERROR),
            List.of(ABORT, ERROR, COMPLETE))
        .flatMap(order -> Stream.of(Arguments.of(order, false), Arguments.of(order, true)));
  }

  private Flow.Publisher<String> publisher() {
    return subscribed -> {
      subscribed.onSubscribe(
          new Flow.Subscription() {
            @Override
            public void request(long count) {}

            @Override
            public void cancel() {
              cancelled.incrementAndGet();
            }
          });
      subscriber.complete(subscribed);
    };
  }

  private Fastjava server() {
    Fastjava app = Fastjava.create(o -> log.into(o, "warn"));
    app.onResponse((request, reply) -> ends.add("onResponse"));
    app.onRequestAbort(request -> ends.add("onRequestAbort"));
    app.addRequestListener(
        new RequestListener() {
          @Override
          public void responseEnd(Request request, Reply reply, @Nullable Throwable failure) {
            ends.add("end");
          }
        });
    app.get(
        "/",
        (request, reply) -> {
          // Before the one that cancels the publisher.
          request.signal().onAbort(atAbort);
          return publisher();
        });
    Eventually.join(app.listen(o -> o.host("127.0.0.1").port(0)));
    return app;
  }

  @Test
  void errorInTheMomentOfTheAbortLeavesTheRequestWithAnEnd() throws Exception {
    atAbort =
        () -> subscriber.thenAccept(told -> told.onError(new IllegalStateException("for a test")));
    try (Fastjava app = server();
        RawClient client = new RawClient(app.addresses().get(0))) {
      client.get("/");
      var unused = Eventually.join(subscriber);
      client.abort();
      Eventually.eventually("the end is told", () -> ends.contains("end"));
    }
    assertThat(ends).containsExactly("onRequestAbort", "end");
  }

  @ParameterizedTest
  @MethodSource("orders")
  void firstEndCountsAndIsToldOnce(List<String> order, boolean partFirst) throws Exception {
    String first = order.get(0);
    try (Fastjava app = server();
        RawClient client = new RawClient(app.addresses().get(0))) {
      client.get("/");
      Flow.Subscriber<? super String> told = Eventually.join(subscriber);
      if (partFirst) {
        told.onNext("part");
        assertThat(client.readSome()).contains("200 OK");
      }
      for (String end : order) {
        switch (end) {
          case COMPLETE -> told.onComplete();
          case ERROR -> told.onError(new IllegalStateException("for a test"));
          default -> {
            if (!first.equals(ABORT)) {
              Eventually.eventually("the end is told", () -> ends.contains("end"));
            }
            client.abort();
            if (first.equals(ABORT)) {
              Eventually.eventually("the publisher is cancelled", () -> cancelled.get() > 0);
            }
          }
        }
      }
      Eventually.eventually("the end is told", () -> ends.contains("end"));
    }
    boolean delivered = first.equals(COMPLETE) || (first.equals(ERROR) && !partFirst);
    assertThat(ends).containsExactly(delivered ? "onResponse" : "onRequestAbort", "end");
    assertThat(cancelled).hasValue(first.equals(ABORT) ? 1 : 0);
    assertThat(log.from(40)).hasSize(first.equals(ERROR) ? 1 : 0);
  }
}
