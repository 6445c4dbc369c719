package dev.fastjava.option;

import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * What the transport does and how long it waits. Immutable. A time of zero switches a limit off;
 * times are counted in milliseconds, what is finer is rounded up.
 *
 * <p>Reference: Server.
 */
public final class HttpOptions {
  private static final HttpOptions DEFAULTS = new HttpOptions(new Builder());

  /** Holds the values; nobody else has it. */
  private final Builder values;

  private HttpOptions(Builder values) {
    this.values = values;
  }

  /**
   * Returns the defaults.
   *
   * @return the options of a server that sets none
   */
  public static HttpOptions defaults() {
    return DEFAULTS;
  }

  /**
   * Makes options.
   *
   * @param options sets them; the others have their defaults
   * @return the options
   */
  public static HttpOptions of(Consumer<Builder> options) {
    return DEFAULTS.with(options);
  }

  /**
   * Returns these options with changes.
   *
   * @param changes sets what differs
   * @return new options
   */
  public HttpOptions with(Consumer<Builder> changes) {
    Builder builder = new Builder(values);
    Objects.requireNonNull(changes, "http").accept(builder);
    return new HttpOptions(new Builder(builder));
  }

  /**
   * Returns the time a connection may be silent.
   *
   * @return the time; zero for no limit
   */
  public Duration connectionTimeout() {
    return values.connectionTimeout;
  }

  /**
   * Returns the time an idle connection is kept.
   *
   * @return the time; zero for no limit
   */
  public Duration keepAliveTimeout() {
    return values.keepAliveTimeout;
  }

  /**
   * Returns the time a client may take to send a whole request.
   *
   * @return the time; zero for no limit
   */
  public Duration requestTimeout() {
    return values.requestTimeout;
  }

  /**
   * Returns how long a thread may wait for the body of a request that it reads as a stream.
   *
   * @return the time; zero for no limit
   */
  public Duration bodyTimeout() {
    return values.bodyTimeout;
  }

  /**
   * Returns how long a thread may wait in all for a body that it reads as a stream.
   *
   * @return the time; zero for no limit
   */
  public Duration bodyTotalTimeout() {
    return values.bodyTotalTimeout;
  }

  /**
   * Returns the time a client may take to send the head of a request.
   *
   * @return the time; zero for no limit
   */
  public Duration headersTimeout() {
    return values.headersTimeout;
  }

  /**
   * Returns how long a response may wait for a client that takes nothing of it.
   *
   * @return the time; zero for no limit
   */
  public Duration writeTimeout() {
    return values.writeTimeout;
  }

  /**
   * Returns the time a TLS handshake may take.
   *
   * @return the time; zero for no limit
   */
  public Duration handshakeTimeout() {
    return values.handshakeTimeout;
  }

  /**
   * Returns how many connections may be open at a time.
   *
   * @return the count; 0 for no limit
   */
  public int maxConnections() {
    return values.maxConnections;
  }

  /**
   * Returns how many requests a connection may send.
   *
   * @return the count
   */
  public int maxRequestsPerSocket() {
    return values.maxRequestsPerSocket;
  }

  /**
   * Returns the longest head of a request.
   *
   * @return bytes of request line and headers
   */
  public long maxHeaderSize() {
    return values.maxHeaderSize;
  }

  /**
   * Returns whether HTTP/2 is served.
   *
   * @return true for HTTP/2 beside HTTP/1.1: by ALPN with TLS, by prior knowledge or upgrade
   *     without
   */
  public boolean http2() {
    return values.http2;
  }

  /**
   * Returns the time an idle HTTP/2 connection is kept.
   *
   * @return the time; zero for no limit
   */
  public Duration http2SessionTimeout() {
    return values.http2SessionTimeout;
  }

  /**
   * Returns the TLS context.
   *
   * @return supplies it when the server listens; null when not set; see {@link #tlsOptions()}
   */
  public @Nullable Supplier<SSLContext> tls() {
    return values.tls;
  }

  /**
   * Returns what says how connections are encrypted.
   *
   * @return is asked at each new connection; null when not set
   */
  public @Nullable Supplier<TlsOptions> tlsOptions() {
    return values.tlsOptions;
  }

  /**
   * Returns whether connections are encrypted.
   *
   * @return true with {@link Builder#tls} or {@link Builder#tlsOptions}
   */
  public boolean isEncrypted() {
    return values.tls != null || values.tlsOptions != null;
  }

  /**
   * Returns how many event loops serve connections.
   *
   * @return the count
   */
  public int eventLoopThreads() {
    return values.eventLoopThreads;
  }

  /**
   * Returns how many connections may wait to be accepted.
   *
   * @return the count
   */
  public int backlog() {
    return values.backlog;
  }

  /** Collects options. Not thread-safe. */
  public static final class Builder {
    private Duration connectionTimeout = Duration.ZERO;
    private Duration keepAliveTimeout = Duration.ofSeconds(72);
    private Duration requestTimeout = Duration.ZERO;
    private Duration bodyTimeout = Duration.ofSeconds(60);
    private Duration bodyTotalTimeout = Duration.ofMinutes(5);
    private Duration headersTimeout = Duration.ofSeconds(60);
    private Duration writeTimeout = Duration.ofSeconds(60);
    private Duration handshakeTimeout = Duration.ofSeconds(10);
    private int maxConnections = 0;
    private int maxRequestsPerSocket = 0;
    private long maxHeaderSize = 16_384;
    private boolean http2 = false;
    private Duration http2SessionTimeout = Duration.ofSeconds(72);
    private @Nullable Supplier<SSLContext> tls;
    private @Nullable Supplier<TlsOptions> tlsOptions;
    private int eventLoopThreads = 0;
    private int backlog = 511;

    private Builder() {}

    private Builder(Builder from) {
      connectionTimeout = from.connectionTimeout;
      keepAliveTimeout = from.keepAliveTimeout;
      requestTimeout = from.requestTimeout;
      bodyTimeout = from.bodyTimeout;
      bodyTotalTimeout = from.bodyTotalTimeout;
      headersTimeout = from.headersTimeout;
      writeTimeout = from.writeTimeout;
      handshakeTimeout = from.handshakeTimeout;
      maxConnections = from.maxConnections;
      maxRequestsPerSocket = from.maxRequestsPerSocket;
      maxHeaderSize = from.maxHeaderSize;
      http2 = from.http2;
      http2SessionTimeout = from.http2SessionTimeout;
      tls = from.tls;
      tlsOptions = from.tlsOptions;
      eventLoopThreads = from.eventLoopThreads;
      backlog = from.backlog;
    }

    /**
     * Sets the time a connection may be silent.
     *
     * @param connectionTimeout zero, no limit, by default
     * @return this
     */
    public Builder connectionTimeout(Duration connectionTimeout) {
      this.connectionTimeout = Objects.requireNonNull(connectionTimeout, "connectionTimeout");
      return this;
    }

    /**
     * Sets the time an idle connection is kept.
     *
     * @param keepAliveTimeout 72 seconds by default
     * @return this
     */
    public Builder keepAliveTimeout(Duration keepAliveTimeout) {
      this.keepAliveTimeout = Objects.requireNonNull(keepAliveTimeout, "keepAliveTimeout");
      return this;
    }

    /**
     * Sets the time a client may take to send a whole request.
     *
     * @param requestTimeout zero, no limit, by default, then 408; set it for servers that face
     *     clients without a proxy
     * @return this
     */
    public Builder requestTimeout(Duration requestTimeout) {
      this.requestTimeout = Objects.requireNonNull(requestTimeout, "requestTimeout");
      return this;
    }

    /**
     * Sets how long a thread may wait for the body of a request that it reads as a stream. The time
     * that it waits is counted together, and each byte that comes gives some of it back, all of it
     * after 64 KB: a body that trickles in cannot hold a thread for ever. Then reading fails, with
     * 408 as status when nobody handles it. Subscribers and collected bodies hold no thread.
     *
     * @param bodyTimeout 60 seconds by default; zero for no limit
     * @return this
     */
    public Builder bodyTimeout(Duration bodyTimeout) {
      this.bodyTimeout = Objects.requireNonNull(bodyTimeout, "bodyTimeout");
      return this;
    }

    /**
     * Sets how long a thread may wait in all for a body that it reads as a stream, however the
     * bytes are spread, so that a client which always sends just enough for {@link
     * #bodyTimeout(Duration)} does not hold a thread for ever. Each 64 KB that come add a second:
     * what comes faster than that has no end. Then reading fails, with 408 as status when nobody
     * handles it.
     *
     * @param bodyTotalTimeout five minutes by default; zero for no limit
     * @return this
     */
    public Builder bodyTotalTimeout(Duration bodyTotalTimeout) {
      this.bodyTotalTimeout = Objects.requireNonNull(bodyTotalTimeout, "bodyTotalTimeout");
      return this;
    }

    /**
     * Sets the time a client may take to send the head of a request: from the connection on, or
     * from its TLS handshake, for the first request; from its first byte on for the others. On
     * HTTP/2 the limit holds until the client has sent its preface, its settings and the head of
     * its first request.
     *
     * @param headersTimeout 60 seconds by default, then 408 on HTTP/1.1, GOAWAY on HTTP/2, and the
     *     connection is closed
     * @return this
     */
    public Builder headersTimeout(Duration headersTimeout) {
      this.headersTimeout = Objects.requireNonNull(headersTimeout, "headersTimeout");
      return this;
    }

    /**
     * Sets how long a response may wait for a client that takes nothing of it: no byte on the
     * connection, no window on HTTP/2. A client that reads slowly is not ended. The hook {@code
     * onTimeout} runs, then the connection is closed, on HTTP/2 the stream, and the source of the
     * response is cancelled.
     *
     * @param writeTimeout 60 seconds by default
     * @return this
     */
    public Builder writeTimeout(Duration writeTimeout) {
      this.writeTimeout = Objects.requireNonNull(writeTimeout, "writeTimeout");
      return this;
    }

    /**
     * Sets the time a TLS handshake may take, from the connection on.
     *
     * @param handshakeTimeout 10 seconds by default; then the connection is closed
     * @return this
     */
    public Builder handshakeTimeout(Duration handshakeTimeout) {
      this.handshakeTimeout = Objects.requireNonNull(handshakeTimeout, "handshakeTimeout");
      return this;
    }

    /**
     * Sets how many connections may be open at a time, those in their TLS handshake included.
     * Further ones are closed as soon as they are accepted; a warning tells how many.
     *
     * @param maxConnections the count; 0, no limit, by default
     * @return this
     */
    public Builder maxConnections(int maxConnections) {
      this.maxConnections = maxConnections;
      return this;
    }

    /**
     * Sets how many requests a connection may send.
     *
     * @param maxRequestsPerSocket the count; 0, no limit, by default
     * @return this
     */
    public Builder maxRequestsPerSocket(int maxRequestsPerSocket) {
      this.maxRequestsPerSocket = maxRequestsPerSocket;
      return this;
    }

    /**
     * Sets the longest head of a request.
     *
     * @param maxHeaderSize bytes of request line and headers; 16,384 by default; then 431
     * @return this
     */
    public Builder maxHeaderSize(long maxHeaderSize) {
      this.maxHeaderSize = maxHeaderSize;
      return this;
    }

    /**
     * Sets whether HTTP/2 is served.
     *
     * @param http2 true for HTTP/2 beside HTTP/1.1: by ALPN with TLS, by prior knowledge or upgrade
     *     without; false by default
     * @return this
     */
    public Builder http2(boolean http2) {
      this.http2 = http2;
      return this;
    }

    /**
     * Sets the time an idle HTTP/2 connection is kept.
     *
     * @param http2SessionTimeout 72 seconds by default
     * @return this
     */
    public Builder http2SessionTimeout(Duration http2SessionTimeout) {
      this.http2SessionTimeout = Objects.requireNonNull(http2SessionTimeout, "http2SessionTimeout");
      return this;
    }

    /**
     * Sets the TLS context. Takes the place of {@link #tlsOptions(Supplier)}.
     *
     * @param tls supplies it when the server listens; none, plain text, by default
     * @return this
     */
    public Builder tls(Supplier<SSLContext> tls) {
      this.tls = Objects.requireNonNull(tls, "tls");
      tlsOptions = null;
      return this;
    }

    /**
     * Sets how connections are encrypted, with all there is to say: certificates of clients and by
     * name of the server, protocols, ciphers. Takes the place of {@link #tls(Supplier)}.
     *
     * @param tlsOptions is asked when the server listens and at each new connection, on an event
     *     loop: has to have the answer at hand. When it gives another object, new connections are
     *     encrypted by it, and open ones keep what they have; when what it gives cannot be used, an
     *     error is logged and the one before stays
     * @return this
     */
    public Builder tlsOptions(Supplier<TlsOptions> tlsOptions) {
      this.tlsOptions = Objects.requireNonNull(tlsOptions, "tlsOptions");
      tls = null;
      return this;
    }

    /**
     * Sets how many event loops serve connections.
     *
     * @param eventLoopThreads the count; 0, as many as cores, by default
     * @return this
     */
    public Builder eventLoopThreads(int eventLoopThreads) {
      this.eventLoopThreads = eventLoopThreads;
      return this;
    }

    /**
     * Sets how many connections may wait to be accepted.
     *
     * @param backlog the count; 511 by default
     * @return this
     */
    public Builder backlog(int backlog) {
      this.backlog = backlog;
      return this;
    }
  }
}
