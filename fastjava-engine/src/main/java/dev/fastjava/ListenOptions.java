package dev.fastjava;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where a server listens. Mutable while it is given.
 *
 * <p>Reference: Server, listen.
 */
public final class ListenOptions {
  private int port = 0;
  private String host = "localhost";
  private int backlog = 0;
  private @Nullable Function<String, String> listenTextResolver;

  /** Makes the defaults. */
  public ListenOptions() {}

  /**
   * Sets the port.
   *
   * @param port the port; 0, any free one, by default
   * @return this
   */
  public ListenOptions port(int port) {
    this.port = port;
    return this;
  }

  /**
   * Returns the port.
   *
   * @return the port
   */
  public int port() {
    return port;
  }

  /**
   * Sets the address.
   *
   * @param host a host name or IP address; {@code localhost} by default, which binds its IPv4 and
   *     IPv6 addresses
   * @return this
   */
  public ListenOptions host(String host) {
    this.host = host;
    return this;
  }

  /**
   * Returns the address.
   *
   * @return a host name or IP address
   */
  public String host() {
    return host;
  }

  /**
   * Sets how many connections may wait to be accepted.
   *
   * @param backlog the count; 0, the option of the server, by default
   * @return this
   */
  public ListenOptions backlog(int backlog) {
    this.backlog = backlog;
    return this;
  }

  /**
   * Returns how many connections may wait to be accepted.
   *
   * @return the count
   */
  public int backlog() {
    return backlog;
  }

  /**
   * Sets how the log line about an address reads.
   *
   * @param listenTextResolver makes the line of an address
   * @return this
   */
  public ListenOptions listenTextResolver(Function<String, String> listenTextResolver) {
    this.listenTextResolver = listenTextResolver;
    return this;
  }

  /**
   * Returns how the log line about an address reads.
   *
   * @return makes the line of an address; null when not set
   */
  public @Nullable Function<String, String> listenTextResolver() {
    return listenTextResolver;
  }

  /**
   * Copies the options.
   *
   * @return an independent copy
   */
  public ListenOptions copy() {
    ListenOptions copy = new ListenOptions();
    copy.port = port;
    copy.host = host;
    copy.backlog = backlog;
    copy.listenTextResolver = listenTextResolver;
    return copy;
  }
}
