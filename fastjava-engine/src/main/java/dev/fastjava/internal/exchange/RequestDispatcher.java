package dev.fastjava.internal.exchange;

import dev.fastjava.http.ClientConnection;
import dev.fastjava.http.ClientFault;

/** Takes requests from a transport: the way into the application. Called on the event loop. */
public interface RequestDispatcher {
  /** A request has arrived; its body may follow. */
  void dispatch(Exchange exchange);

  /**
   * Bytes arrived that are not a valid request, or too slowly, or too long a head. The connection
   * is closed afterwards.
   */
  void clientError(ClientFault fault, Throwable cause, ClientConnection connection);
}
