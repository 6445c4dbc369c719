package dev.fastjava.internal.inject;

import dev.fastjava.inject.Inject;
import dev.fastjava.inject.InjectException;
import dev.fastjava.inject.InjectRequest;
import dev.fastjava.inject.InjectResponse;
import dev.fastjava.internal.exchange.RequestDispatcher;
import dev.fastjava.spi.IncomingRequest;
import dev.fastjava.spi.OutgoingResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import tools.jackson.databind.json.JsonMapper;

/** Sends requests to a dispatcher without a socket. */
public final class InjectSender implements Inject {
  private final Supplier<? extends CompletionStage<?>> ready;
  private final RequestDispatcher dispatcher;
  private final Function<Object, byte[]> jsonWriter;
  private final InjectLoop eventLoop;
  private final ResponseJson responseJson;

  /**
   * Makes a sender with an event loop of its own, which needs no closing.
   *
   * @param ready boots the application and tells when it is ready; called for every request
   * @param dispatcher takes the requests once the application is ready
   * @param jsonWriter writes payloads that are neither texts nor bytes
   * @param mapper binds the JSON of responses to types
   */
  public InjectSender(
      Supplier<? extends CompletionStage<?>> ready,
      RequestDispatcher dispatcher,
      Function<Object, byte[]> jsonWriter,
      JsonMapper mapper) {
    this(ready, dispatcher, jsonWriter, mapper, InjectLoop.onThreadOfItsOwn());
  }

  /**
   * Makes a sender.
   *
   * @param ready boots the application and tells when it is ready; called for every request
   * @param dispatcher takes the requests once the application is ready
   * @param jsonWriter writes payloads that are neither texts nor bytes
   * @param mapper binds the JSON of responses to types
   * @param executor plays the event loop: runs tasks one after the other
   */
  public InjectSender(
      Supplier<? extends CompletionStage<?>> ready,
      RequestDispatcher dispatcher,
      Function<Object, byte[]> jsonWriter,
      JsonMapper mapper,
      Executor executor) {
    this.ready = ready;
    this.dispatcher = dispatcher;
    this.jsonWriter = jsonWriter;
    this.responseJson = new ResponseJson(mapper);
    this.eventLoop = executor instanceof InjectLoop loop ? loop : new InjectLoop(executor);
  }

  /**
   * Waits until the event loop has done what follows the responses given so far; its thread ends
   * soon then.
   *
   * @param millis how long at most
   */
  public void drain(long millis) {
    eventLoop.drain(millis);
    eventLoop.endSoon();
  }

  /** Whether the caller is on the event loop, which must not wait for what it does. */
  public boolean isOnEventLoop() {
    return eventLoop.isCurrent();
  }

  @Override
  public InjectResponse send(InjectRequest request) {
    if (eventLoop.isCurrent()) {
      throw new IllegalStateException(
          "inject would wait for its own thread, the event loop; use sendAsync there");
    }
    Sending sending = start(request);
    try {
      return sending.result.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      sending.abort();
      throw new InjectException("Interrupted while waiting for the response", e);
    } catch (ExecutionException e) {
      throw unchecked(e.getCause() == null ? e : e.getCause());
    }
  }

  private static RuntimeException unchecked(Throwable failure) {
    if (failure instanceof RuntimeException unchecked) {
      return unchecked;
    }
    if (failure instanceof Error error) {
      throw error;
    }
    return new InjectException("The application did not start: " + failure.getMessage(), failure);
  }

  @Override
  public CompletableFuture<InjectResponse> sendAsync(InjectRequest request) {
    Sending sending;
    try {
      sending = start(request);
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
    // What the caller chains must not run, and block, on the event loop.
    return sending.abortedWith(sending.result.thenApplyAsync(Function.identity()));
  }

  private Sending start(InjectRequest request) {
    Executor own = request.eventLoop();
    Executor loop = own == null ? eventLoop : own;
    InMemoryExchange exchange =
        new InMemoryExchange(InjectedRequest.of(request, jsonWriter), loop, responseJson, null);
    return start(exchange, loop, ready);
  }

  /**
   * Sends a request of another server.
   *
   * @param routable boots the application and tells when it takes requests
   * @return completes when the response is complete; cancelling it is a client that goes away
   */
  public CompletableFuture<Void> route(
      IncomingRequest request,
      OutgoingResponse response,
      Supplier<? extends CompletionStage<?>> routable) {
    Executor own = request.eventLoop();
    Executor loop = own == null ? eventLoop : own;
    InMemoryExchange exchange =
        new InMemoryExchange(InjectedRequest.of(request), loop, responseJson, response);
    Sending sending = start(exchange, loop, routable);
    return sending.abortedWith(sending.result.thenApply(over -> null));
  }

  private Sending start(
      InMemoryExchange exchange, Executor loop, Supplier<? extends CompletionStage<?>> ready) {
    Sending sending = new Sending(exchange, loop);
    try {
      ready.get().whenComplete((ignored, failure) -> sending.dispatch(failure));
    } catch (RuntimeException e) {
      sending.dispatch(e);
    }
    return sending;
  }

  /** A request on its way. */
  private final class Sending {
    private final InMemoryExchange exchange;
    private final Executor loop;
    private final CompletableFuture<InjectResponse> result;

    Sending(InMemoryExchange exchange, Executor loop) {
      this.exchange = exchange;
      this.loop = loop;
      this.result = exchange.result();
    }

    @SuppressWarnings("NullAway") // failure is null when the application is ready
    void dispatch(Throwable failure) {
      if (failure != null) {
        boolean wrapped = failure instanceof CompletionException && failure.getCause() != null;
        Throwable reason = wrapped ? failure.getCause() : failure;
        result.completeExceptionally(reason);
        exchange.refused(reason);
      } else if (!result.isDone()) {
        loop.execute(this::dispatchOnLoop);
      }
    }

    private void dispatchOnLoop() {
      try {
        dispatcher.dispatch(exchange);
      } catch (RuntimeException | Error e) {
        exchange.destroy(e);
      }
    }

    void abort() {
      loop.execute(exchange::abortByClient);
    }

    /** A stage whose end before that of the response is a client that goes away. */
    <T> CompletableFuture<T> abortedWith(CompletableFuture<T> stage) {
      var unused =
          stage.whenComplete(
              (value, failure) -> {
                if (!result.isDone()) {
                  abort();
                }
              });
      return stage;
    }
  }
}
