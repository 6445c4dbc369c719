package dev.fastjava.internal.inject;

import dev.fastjava.ClientConnection;
import dev.fastjava.internal.exchange.BodyReceiver;
import dev.fastjava.internal.exchange.Exchange;
import dev.fastjava.internal.exchange.ExchangeListener;
import dev.fastjava.internal.exchange.RequestDispatcher;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A small application: collects the body of a request, and notes what happens to the exchange. */
abstract class RecordingDispatcher implements RequestDispatcher, ExchangeListener {
  /** What the listener was told, in order: {@code aborted}, {@code finished}, {@code failed}. */
  final List<String> events = new CopyOnWriteArrayList<>();

  /** Called with the whole body. */
  protected abstract void received(Exchange exchange, byte[] body);

  @Override
  public void dispatch(Exchange exchange) {
    exchange.listener(this);
    exchange.collectBody(
        Long.MAX_VALUE,
        new BodyReceiver() {
          @Override
          public void received(byte[] bytes) {
            RecordingDispatcher.this.received(exchange, bytes);
          }

          @Override
          public void tooLarge() {
            throw new AssertionError("there is no limit");
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
