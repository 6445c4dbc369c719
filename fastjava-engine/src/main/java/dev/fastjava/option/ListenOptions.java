package dev.fastjava.option;

import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where a server listens. Immutable.
 *
 * <p>Reference: Server, listen.
 */
public final class ListenOptions {
  private static final ListenOptions DEFAULTS = new ListenOptions(new Builder());

  /** Holds the values; nobody else has it. */
  private final Builder values;

  private ListenOptions(Builder values) {
    this.values = values;
  }

  /**
   * Returns the defaults.
   *
   * @return any free port of {@code localhost}
   */
  public static ListenOptions defaults() {
    return DEFAULTS;
  }

  /**
   * Makes options.
   *
   * @param options sets them; the others have their defaults
   * @return the options
   */
  public static ListenOptions of(Consumer<Builder> options) {
    return DEFAULTS.with(options);
  }

  /**
   * Returns these options with changes.
   *
   * @param changes sets what differs
   * @return new options
   */
  public ListenOptions with(Consumer<Builder> changes) {
    Builder builder = new Builder(values);
    changes.accept(builder);
    return new ListenOptions(new Builder(builder));
  }

  /**
   * Returns the port.
   *
   * @return the port
   */
  public int port() {
    return values.port;
  }

  /**
   * Returns the address.
   *
   * @return a host name or IP address
   */
  public String host() {
    return values.host;
  }

  /**
   * Returns how many connections may wait to be accepted.
   *
   * @return the count
   */
  public int backlog() {
    return values.backlog;
  }

  /**
   * Returns how the log line about an address reads.
   *
   * @return makes the line of an address; null when not set
   */
  public @Nullable Function<String, String> listenTextResolver() {
    return values.listenTextResolver;
  }

  /** Collects options. Not thread-safe. */
  public static final class Builder {
    private int port = 0;
    private String host = "localhost";
    private int backlog = 0;
    private @Nullable Function<String, String> listenTextResolver;

    private Builder() {}

    private Builder(Builder from) {
      port = from.port;
      host = from.host;
      backlog = from.backlog;
      listenTextResolver = from.listenTextResolver;
    }

    /**
     * Sets the port.
     *
     * @param port the port; 0, any free one, by default
     * @return this
     */
    public Builder port(int port) {
      this.port = port;
      return this;
    }

    /**
     * Sets the address.
     *
     * @param host a host name or IP address; {@code localhost} by default, which binds its IPv4 and
     *     IPv6 addresses
     * @return this
     */
    public Builder host(String host) {
      this.host = Objects.requireNonNull(host, "host is null");
      return this;
    }

    /**
     * Sets how many connections may wait to be accepted.
     *
     * @param backlog the count; 0, the option of the server, by default
     * @return this
     */
    public Builder backlog(int backlog) {
      this.backlog = backlog;
      return this;
    }

    /**
     * Sets how the log line about an address reads.
     *
     * @param listenTextResolver makes the line of an address
     * @return this
     */
    public Builder listenTextResolver(Function<String, String> listenTextResolver) {
      this.listenTextResolver =
          Objects.requireNonNull(listenTextResolver, "listenTextResolver is null");
      return this;
    }
  }
}
