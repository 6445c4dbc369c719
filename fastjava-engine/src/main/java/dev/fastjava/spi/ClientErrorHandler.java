package dev.fastjava.spi;

import dev.fastjava.http.ClientConnection;
import dev.fastjava.http.ClientFault;
import dev.fastjava.mark.ForImplementation;

/**
 * Answers bytes that are not a valid request. It runs on the event loop and must not block.
 *
 * <p>Synchronous only: the connection is closed when it returns, and nothing of it waits meanwhile.
 *
 * <p>Reference: Server, clientErrorHandler.
 */
@ForImplementation
public interface ClientErrorHandler {
  /**
   * Handles the error; the connection is closed afterwards.
   *
   * @param fault the kind of fault
   * @param error what is wrong with the bytes
   * @param connection where the answer goes
   */
  void handle(ClientFault fault, Throwable error, ClientConnection connection);
}
