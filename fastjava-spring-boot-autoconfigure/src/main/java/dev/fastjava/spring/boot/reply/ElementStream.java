package dev.fastjava.spring.boot.reply;

import dev.fastjava.Reply;
import dev.fastjava.Request;
import dev.fastjava.schema.Serializer;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The elements of a publisher as a stream of bytes. The first one decides how they are written, and
 * an error before it is an error of the reply; so the payload is known when it has come. No more
 * than one element waits for the client.
 *
 * <p>With a response schema for the status, what becomes a JSON array is collected and written by
 * it: a schema leaves out what is not for clients.
 */
final class ElementStream
    implements Flow.Subscriber<Object>, Flow.Publisher<ByteBuffer>, Flow.Subscription {
  private final CompletableFuture<@Nullable Object> payload = new CompletableFuture<>();
  private final Request request;
  private final Reply reply;
  private final JsonMapper mapper;
  private final Queue<ByteBuffer> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicLong demand = new AtomicLong();
  private final AtomicInteger draining = new AtomicInteger();
  private volatile Flow.@Nullable Subscription upstream;
  private volatile Flow.@Nullable Subscriber<? super ByteBuffer> downstream;
  private volatile @Nullable Throwable failure;
  private volatile boolean done;
  private volatile boolean cancelled;

  // Touched by the signals of the publisher only, which come one after another.
  private @Nullable ElementWriter writer;
  private @Nullable List<Object> collected;

  private ElementStream(Request request, Reply reply, JsonMapper mapper) {
    this.request = request;
    this.reply = reply;
    this.mapper = mapper;
  }

  /** The payload, when the first element has come. */
  static CompletableFuture<@Nullable Object> of(
      Flow.Publisher<?> elements, Request request, Reply reply, JsonMapper mapper) {
    ElementStream stream = new ElementStream(request, reply, mapper);
    request.signal().onAbort(stream::cancel);
    elements.subscribe(stream);
    return stream.payload;
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    upstream = subscription;
    if (cancelled) {
      subscription.cancel();
    } else {
      subscription.request(1);
    }
  }

  @Override
  public void onNext(Object element) {
    try {
      if (writer == null && collected == null) {
        begin(element);
      }
      if (collected != null) {
        collected.add(element);
        requestOne();
        return;
      }
      waiting.add(java.util.Objects.requireNonNull(writer).write(element));
    } catch (Throwable broken) {
      cancel();
      onError(broken);
      return;
    }
    payload.complete(this);
    drain();
  }

  private void begin(@Nullable Object first) {
    boolean typed = reply.hasHeader("content-type");
    ElementForm form = ElementForm.choose(first, request, reply);
    Serializer serializer = form == ElementForm.RAW ? null : serializer();
    if (serializer != null && (form == ElementForm.JSON_ARRAY || !typed)) {
      reply.type("application/json; charset=utf-8");
      collected = new ArrayList<>();
    } else {
      writer = new ElementWriter(form, mapper, serializer);
    }
  }

  private @Nullable Serializer serializer() {
    String status = String.valueOf(reply.statusCode());
    String type = String.valueOf(reply.getHeader("content-type"));
    Serializer ofType = reply.getSerializationFunctionForStatus(status, type);
    return ofType == null ? reply.getSerializationFunctionForStatus(status) : ofType;
  }

  @Override
  public void onError(Throwable error) {
    failure = error;
    done = true;
    if (!payload.completeExceptionally(error)) {
      drain();
    }
  }

  @Override
  public void onComplete() {
    if (writer == null && collected == null) {
      try {
        begin(null);
      } catch (RuntimeException broken) {
        onError(broken);
        return;
      }
    }
    if (collected != null) {
      payload.complete(collected);
      return;
    }
    ByteBuffer end = java.util.Objects.requireNonNull(writer).end();
    if (end != null) {
      waiting.add(end);
    }
    done = true;
    payload.complete(this);
    drain();
  }

  @Override
  public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
    downstream = subscriber;
    subscriber.onSubscribe(this);
    drain();
  }

  @Override
  public void request(long pieces) {
    demand.updateAndGet(before -> before + pieces < 0 ? Long.MAX_VALUE : before + pieces);
    drain();
  }

  @Override
  public void cancel() {
    cancelled = true;
    Flow.Subscription subscription = upstream;
    if (subscription != null) {
      subscription.cancel();
    }
  }

  private void requestOne() {
    Flow.Subscription subscription = upstream;
    if (subscription != null) {
      subscription.request(1);
    }
  }

  /** Hands on what waits; by one thread at a time, which does the work of all that come. */
  private void drain() {
    Flow.Subscriber<? super ByteBuffer> subscriber = downstream;
    if (subscriber == null || draining.getAndIncrement() != 0) {
      return;
    }
    int missed = 1;
    do {
      while (!cancelled && demand.get() > 0) {
        ByteBuffer piece = waiting.poll();
        if (piece == null) {
          break;
        }
        demand.decrementAndGet();
        subscriber.onNext(piece);
        if (!done) {
          requestOne();
        }
      }
      if (!cancelled && done && waiting.isEmpty()) {
        // Nothing follows the end.
        cancelled = true;
        end(subscriber);
      }
      missed = draining.addAndGet(-missed);
    } while (missed != 0);
  }

  private void end(Flow.Subscriber<? super ByteBuffer> subscriber) {
    Throwable error = failure;
    if (error == null) {
      subscriber.onComplete();
    } else {
      subscriber.onError(error);
    }
  }
}
