package dev.fastjava.internal.exchange;

import dev.fastjava.ClientConnection;

/** Takes requests from a transport: the way into the application. Called on the event loop. */
public interface RequestDispatcher {
  /** A request has arrived; its body may follow. */
  void dispatch(Exchange exchange);

  /**
   * Bytes arrived that are not a valid request, or too slowly, or too long a head. The connection
   * is closed afterwards.
   */
  void clientError(ClientFault fault, Throwable cause, ClientConnection connection);

  /** What is wrong with the bytes of a client. */
  enum ClientFault {
    /** They are no valid HTTP. */
    MALFORMED,
    /** The head of the request is longer than allowed. */
    HEADER_OVERFLOW,
    /** The request was not complete in time. */
    TIMEOUT
  }
}
