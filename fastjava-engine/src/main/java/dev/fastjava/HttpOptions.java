package dev.fastjava;

import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * What the transport does and how long it waits. Mutable while the server is made; the server keeps
 * a copy. All times are milliseconds, 0 switches a limit off.
 *
 * <p>Reference: Server.
 */
public final class HttpOptions {
  private long connectionTimeout = 0;
  private long keepAliveTimeout = 72_000;
  private long requestTimeout = 0;
  private long bodyTimeout = 60_000;
  private long bodyTotalTimeout = 300_000;
  private long headersTimeout = 60_000;
  private long writeTimeout = 60_000;
  private long handshakeTimeout = 10_000;
  private int maxConnections = 0;
  private int maxRequestsPerSocket = 0;
  private int maxHeaderSize = 16_384;
  private boolean http2 = false;
  private long http2SessionTimeout = 72_000;
  private @Nullable Supplier<SSLContext> tls;
  private int eventLoopThreads = 0;
  private int backlog = 511;

  /** Makes the defaults. */
  public HttpOptions() {}

  /**
   * Sets the time a connection may be silent.
   *
   * @param connectionTimeout milliseconds; 0, no limit, by default
   * @return this
   */
  public HttpOptions connectionTimeout(long connectionTimeout) {
    this.connectionTimeout = connectionTimeout;
    return this;
  }

  /**
   * Returns the time a connection may be silent.
   *
   * @return milliseconds
   */
  public long connectionTimeout() {
    return connectionTimeout;
  }

  /**
   * Sets the time an idle connection is kept.
   *
   * @param keepAliveTimeout milliseconds; 72,000 by default
   * @return this
   */
  public HttpOptions keepAliveTimeout(long keepAliveTimeout) {
    this.keepAliveTimeout = keepAliveTimeout;
    return this;
  }

  /**
   * Returns the time an idle connection is kept.
   *
   * @return milliseconds
   */
  public long keepAliveTimeout() {
    return keepAliveTimeout;
  }

  /**
   * Sets the time a client may take to send a whole request.
   *
   * @param requestTimeout milliseconds; 0, no limit, by default, then 408; set it for servers that
   *     face clients without a proxy
   * @return this
   */
  public HttpOptions requestTimeout(long requestTimeout) {
    this.requestTimeout = requestTimeout;
    return this;
  }

  /**
   * Returns the time a client may take to send a whole request.
   *
   * @return milliseconds
   */
  public long requestTimeout() {
    return requestTimeout;
  }

  /**
   * Sets how long a thread may wait for the body of a request that it reads as a stream. The time
   * that it waits is counted together, and each byte that comes gives some of it back, all of it
   * after 64 KB: a body that trickles in cannot hold a thread for ever. Then reading fails, with
   * 408 as status when nobody handles it. Subscribers and collected bodies hold no thread.
   *
   * @param bodyTimeout milliseconds; 60,000 by default; 0 for no limit
   * @return this
   */
  public HttpOptions bodyTimeout(long bodyTimeout) {
    this.bodyTimeout = bodyTimeout;
    return this;
  }

  /**
   * Returns how long a thread may wait for the body of a request that it reads as a stream.
   *
   * @return milliseconds
   */
  public long bodyTimeout() {
    return bodyTimeout;
  }

  /**
   * Sets how long a thread may wait in all for a body that it reads as a stream, however the bytes
   * are spread, so that a client which always sends just enough for {@link #bodyTimeout(long)} does
   * not hold a thread for ever. Each 64 KB that come add a second: what comes faster than that has
   * no end. Then reading fails, with 408 as status when nobody handles it.
   *
   * @param bodyTotalTimeout milliseconds; 300,000 by default; 0 for no limit
   * @return this
   */
  public HttpOptions bodyTotalTimeout(long bodyTotalTimeout) {
    this.bodyTotalTimeout = bodyTotalTimeout;
    return this;
  }

  /**
   * Returns how long a thread may wait in all for a body that it reads as a stream.
   *
   * @return milliseconds
   */
  public long bodyTotalTimeout() {
    return bodyTotalTimeout;
  }

  /**
   * Sets the time a client may take to send the head of a request: from the connection on, or from
   * its TLS handshake, for the first request; from its first byte on for the others. On HTTP/2 the
   * limit holds until the client has sent its preface, its settings and the head of its first
   * request.
   *
   * @param headersTimeout milliseconds; 60,000 by default, then 408 on HTTP/1.1, GOAWAY on HTTP/2,
   *     and the connection is closed
   * @return this
   */
  public HttpOptions headersTimeout(long headersTimeout) {
    this.headersTimeout = headersTimeout;
    return this;
  }

  /**
   * Returns the time a client may take to send the head of a request.
   *
   * @return milliseconds
   */
  public long headersTimeout() {
    return headersTimeout;
  }

  /**
   * Sets how long a response may wait for a client that takes nothing of it: no byte on the
   * connection, no window on HTTP/2. A client that reads slowly is not ended. The hook {@code
   * onTimeout} runs, then the connection is closed, on HTTP/2 the stream, and the source of the
   * response is cancelled.
   *
   * @param writeTimeout milliseconds; 60,000 by default
   * @return this
   */
  public HttpOptions writeTimeout(long writeTimeout) {
    this.writeTimeout = writeTimeout;
    return this;
  }

  /**
   * Returns how long a response may wait for a client that takes nothing of it.
   *
   * @return milliseconds
   */
  public long writeTimeout() {
    return writeTimeout;
  }

  /**
   * Sets the time a TLS handshake may take, from the connection on.
   *
   * @param handshakeTimeout milliseconds; 10,000 by default; then the connection is closed
   * @return this
   */
  public HttpOptions handshakeTimeout(long handshakeTimeout) {
    this.handshakeTimeout = handshakeTimeout;
    return this;
  }

  /**
   * Returns the time a TLS handshake may take.
   *
   * @return milliseconds
   */
  public long handshakeTimeout() {
    return handshakeTimeout;
  }

  /**
   * Sets how many connections may be open at a time, those in their TLS handshake included. Further
   * ones are closed as soon as they are accepted; a warning tells how many.
   *
   * @param maxConnections the count; 0, no limit, by default
   * @return this
   */
  public HttpOptions maxConnections(int maxConnections) {
    this.maxConnections = maxConnections;
    return this;
  }

  /**
   * Returns how many connections may be open at a time.
   *
   * @return the count; 0 for no limit
   */
  public int maxConnections() {
    return maxConnections;
  }

  /**
   * Sets how many requests a connection may send.
   *
   * @param maxRequestsPerSocket the count; 0, no limit, by default
   * @return this
   */
  public HttpOptions maxRequestsPerSocket(int maxRequestsPerSocket) {
    this.maxRequestsPerSocket = maxRequestsPerSocket;
    return this;
  }

  /**
   * Returns how many requests a connection may send.
   *
   * @return the count
   */
  public int maxRequestsPerSocket() {
    return maxRequestsPerSocket;
  }

  /**
   * Sets the longest head of a request.
   *
   * @param maxHeaderSize bytes of request line and headers; 16,384 by default; then 431
   * @return this
   */
  public HttpOptions maxHeaderSize(int maxHeaderSize) {
    this.maxHeaderSize = maxHeaderSize;
    return this;
  }

  /**
   * Returns the longest head of a request.
   *
   * @return bytes of request line and headers
   */
  public int maxHeaderSize() {
    return maxHeaderSize;
  }

  /**
   * Sets whether HTTP/2 is served.
   *
   * @param http2 true for HTTP/2 beside HTTP/1.1: by ALPN with TLS, by prior knowledge or upgrade
   *     without; false by default
   * @return this
   */
  public HttpOptions http2(boolean http2) {
    this.http2 = http2;
    return this;
  }

  /**
   * Returns whether HTTP/2 is served.
   *
   * @return true for HTTP/2 beside HTTP/1.1: by ALPN with TLS, by prior knowledge or upgrade
   *     without
   */
  public boolean http2() {
    return http2;
  }

  /**
   * Sets the time an idle HTTP/2 connection is kept.
   *
   * @param http2SessionTimeout milliseconds; 72,000 by default
   * @return this
   */
  public HttpOptions http2SessionTimeout(long http2SessionTimeout) {
    this.http2SessionTimeout = http2SessionTimeout;
    return this;
  }

  /**
   * Returns the time an idle HTTP/2 connection is kept.
   *
   * @return milliseconds
   */
  public long http2SessionTimeout() {
    return http2SessionTimeout;
  }

  /**
   * Sets the TLS context.
   *
   * @param tls supplies it when the server listens; none, plain text, by default
   * @return this
   */
  public HttpOptions tls(Supplier<SSLContext> tls) {
    this.tls = tls;
    return this;
  }

  /**
   * Returns the TLS context.
   *
   * @return supplies it when the server listens; null when not set
   */
  public @Nullable Supplier<SSLContext> tls() {
    return tls;
  }

  /**
   * Sets how many event loops serve connections.
   *
   * @param eventLoopThreads the count; 0, as many as cores, by default
   * @return this
   */
  public HttpOptions eventLoopThreads(int eventLoopThreads) {
    this.eventLoopThreads = eventLoopThreads;
    return this;
  }

  /**
   * Returns how many event loops serve connections.
   *
   * @return the count
   */
  public int eventLoopThreads() {
    return eventLoopThreads;
  }

  /**
   * Sets how many connections may wait to be accepted.
   *
   * @param backlog the count; 511 by default
   * @return this
   */
  public HttpOptions backlog(int backlog) {
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
   * Copies the options.
   *
   * @return an independent copy
   */
  public HttpOptions copy() {
    HttpOptions copy = new HttpOptions();
    copy.connectionTimeout = connectionTimeout;
    copy.keepAliveTimeout = keepAliveTimeout;
    copy.requestTimeout = requestTimeout;
    copy.bodyTimeout = bodyTimeout;
    copy.bodyTotalTimeout = bodyTotalTimeout;
    copy.headersTimeout = headersTimeout;
    copy.writeTimeout = writeTimeout;
    copy.handshakeTimeout = handshakeTimeout;
    copy.maxConnections = maxConnections;
    copy.maxRequestsPerSocket = maxRequestsPerSocket;
    copy.maxHeaderSize = maxHeaderSize;
    copy.http2 = http2;
    copy.http2SessionTimeout = http2SessionTimeout;
    copy.tls = tls;
    copy.eventLoopThreads = eventLoopThreads;
    copy.backlog = backlog;
    return copy;
  }
}
