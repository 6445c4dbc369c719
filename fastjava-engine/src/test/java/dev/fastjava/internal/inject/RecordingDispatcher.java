package dev.fastjava.internal.inject;

import dev.fastjava.http.ClientConnection;
import dev.fastjava.http.ClientFault;
import dev.fastjava.internal.exchange.BodyReceiver;
import dev.fastjava.internal.exchange.Exchange;
import dev.fastjava.internal.exchange.ExchangeListener;
import dev.fastjava.internal.exchange.RequestDispatcher;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A small application without hooks and routes that notes what happens to its exchanges. */
public abstract class RecordingDispatcher implements RequestDispatcher, ExchangeListener {
  /** What the listener was told, in order: {@code aborted}, {@code finished}, {@code failed}. */
  final List<String> events = new CopyOnWriteArrayList<>();

  /** Makes an application of one handler. */
  public static RecordingDispatcher of(Consumer<Exchange> handler) {
    return new RecordingDispatcher() {
      @Override
      void handle(Exchange exchange) {
        handler.accept(exchange);
      }
    };
  }

  /** Called for each request. */
  abstract void handle(Exchange exchange);

  @Override
  public void dispatch(Exchange exchange) {
    exchange.listener(this);
    handle(exchange);
  }

  /** Reads the whole body; destroys the exchange when that fails. */
  static void collect(Exchange exchange, Consumer<byte[]> receiver) {
    collect(
        exchange, Long.MAX_VALUE, receiver, () -> exchange.destroy(new AssertionError("limit")));
  }

  /** Reads the body up to a limit; destroys the exchange when reading fails. */
  static void collect(
      Exchange exchange, long limit, Consumer<byte[]> receiver, Runnable whenTooLarge) {
    exchange.collectBody(
        limit,
        new BodyReceiver() {
          @Override
          public void received(byte[] bytes) {
            receiver.accept(bytes);
          }

          @Override
          public void tooLarge() {
            whenTooLarge.run();
          }

          @Override
          public void failed(Throwable cause) {
            exchange.destroy(cause);
          }
        });
  }

  @Override
  public void clientError(ClientFault fault, Throwable cause, ClientConnection connection) {
    throw new AssertionError(fault + " of an injected request", cause);
  }

  @Override
  public void responseFinished(@Nullable Throwable failure) {
    events.add(failure == null ? "finished" : "failed");
  }

  @Override
  public void clientAborted() {
    events.add("aborted");
  }

  @Override
  public void connectionTimedOut() {
    throw new AssertionError("injected requests have no timeout");
  }
}
