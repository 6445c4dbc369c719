package dev.fastjava.spring.boot.reply;

import dev.fastjava.Reply;
import dev.fastjava.Request;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.FlowAdapters;
import org.reactivestreams.Publisher;
import org.springframework.core.ReactiveAdapter;
import org.springframework.core.ReactiveAdapterRegistry;
import tools.jackson.databind.json.JsonMapper;

/** Values of reactive libraries, as far as Spring's registry knows them. */
final class ReactiveReplies {
  private ReactiveReplies() {}

  static boolean knows(Class<?> type) {
    return ReactiveAdapterRegistry.getSharedInstance().getAdapter(type) != null;
  }

  static Object send(Object payload, Request request, Reply reply, JsonMapper mapper) {
    ReactiveAdapter adapter =
        ReactiveAdapterRegistry.getSharedInstance().getAdapter(payload.getClass());
    if (adapter == null) {
      throw new IllegalStateException("No adapter for " + payload.getClass().getName());
    }
    Publisher<Object> publisher = adapter.toPublisher(payload);
    Flow.Publisher<Object> elements = FlowAdapters.toFlowPublisher(publisher);
    return adapter.isMultiValue()
        ? ElementStream.of(elements, request, reply, mapper)
        : single(elements, request);
  }

  private static CompletableFuture<@Nullable Object> single(
      Flow.Publisher<Object> publisher, Request request) {
    SingleValue value = new SingleValue();
    request.signal().onAbort(value::cancel);
    publisher.subscribe(value);
    return value.future;
  }

  /** None or one value. */
  private static final class SingleValue implements Flow.Subscriber<Object> {
    private final CompletableFuture<@Nullable Object> future = new CompletableFuture<>();
    private volatile Flow.@Nullable Subscription subscription;

    @Override
    public void onSubscribe(Flow.Subscription given) {
      subscription = given;
      given.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(Object value) {
      future.complete(value);
    }

    @Override
    public void onError(Throwable error) {
      future.completeExceptionally(error);
    }

    @Override
    public void onComplete() {
      future.complete(NoBody.INSTANCE);
    }

    void cancel() {
      Flow.Subscription given = subscription;
      if (given != null && !future.isDone()) {
        given.cancel();
      }
    }
  }
}
