package dev.fastjava.spring.boot.context;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.WebServerException;

/** The server cannot listen, for another reason than a port in use. */
public final class ServerStartException extends WebServerException {
  private static final long serialVersionUID = 1;

  /** Where it was to listen; null for all addresses. */
  private final @Nullable InetAddress address;

  /** The port; 0 for any free one. */
  private final int port;

  ServerStartException(@Nullable InetAddress address, int port, Throwable cause) {
    super("Unable to start the FastJava server", cause);
    this.address = address;
    this.port = port;
  }

  /**
   * Returns the address it was to listen on.
   *
   * @return the address; null for all
   */
  public @Nullable InetAddress address() {
    return address;
  }

  /**
   * Returns the port it was to listen on.
   *
   * @return the port; 0 for any free one
   */
  public int port() {
    return port;
  }
}
