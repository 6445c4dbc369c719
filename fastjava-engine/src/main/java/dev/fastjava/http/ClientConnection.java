package dev.fastjava.http;

import dev.fastjava.mark.ProvidedByEngine;
import org.jspecify.annotations.Nullable;

/**
 * The connection of a client whose request could not be read.
 *
 * <p>Reference: Server, clientErrorHandler.
 */
@ProvidedByEngine
public interface ClientConnection {
  /**
   * Writes bytes as they are, then closes.
   *
   * @param bytes a complete HTTP response
   */
  void end(byte[] bytes);

  /** Closes at once. */
  void destroy();

  /**
   * Returns the address of the peer.
   *
   * @return an IP address; null when unknown
   */
  @Nullable String remoteAddress();
}
