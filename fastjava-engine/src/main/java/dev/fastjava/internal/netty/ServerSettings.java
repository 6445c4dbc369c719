package dev.fastjava.internal.netty;

import dev.fastjava.internal.exchange.Millis;
import dev.fastjava.internal.exchange.RequestDispatcher;
import dev.fastjava.option.HttpOptions;

/** What connections need to know, worked out once from the options. Times are milliseconds. */
final class ServerSettings {
  /** Idle connections are looked at this often unless a short limit asks for more. */
  private static final long LONGEST_CHECK_INTERVAL = 1_000;

  private static final long SHORTEST_CHECK_INTERVAL = 10;

  /** How many looks fall into the shortest limit: a limit is exceeded by a quarter at most. */
  private static final long CHECKS_PER_LIMIT = 4;

  final RequestDispatcher dispatcher;
  final long connectionTimeout;
  final long keepAliveTimeout;
  final long requestTimeout;
  final BodyPatience bodyPatience;
  final long headersTimeout;
  final long writeTimeout;
  final long handshakeTimeout;
  final int maxConnections;
  final boolean http2;
  final long http2SessionTimeout;
  final int maxRequestsPerSocket;
  final int maxHeaderSize;
  final long checkInterval;

  ServerSettings(HttpOptions options, RequestDispatcher dispatcher) {
    this.dispatcher = dispatcher;
    this.connectionTimeout = Millis.of(options.connectionTimeout());
    this.keepAliveTimeout = Millis.of(options.keepAliveTimeout());
    this.requestTimeout = Millis.of(options.requestTimeout());
    this.bodyPatience =
        new BodyPatience(Millis.of(options.bodyTimeout()), Millis.of(options.bodyTotalTimeout()));
    this.headersTimeout = Millis.of(options.headersTimeout());
    this.writeTimeout = Millis.of(options.writeTimeout());
    this.handshakeTimeout = Millis.of(options.handshakeTimeout());
    this.maxConnections =
        options.maxConnections() > 0 ? options.maxConnections() : Integer.MAX_VALUE;
    this.http2 = options.http2();
    this.http2SessionTimeout = Millis.of(options.http2SessionTimeout());
    this.maxRequestsPerSocket =
        options.maxRequestsPerSocket() > 0 ? options.maxRequestsPerSocket() : Integer.MAX_VALUE;
    this.maxHeaderSize = Math.toIntExact(options.maxHeaderSize());
    this.checkInterval =
        checkInterval(
            connectionTimeout,
            keepAliveTimeout,
            requestTimeout,
            headersTimeout,
            writeTimeout,
            http2SessionTimeout);
  }

  private static long checkInterval(long... limits) {
    long interval = LONGEST_CHECK_INTERVAL;
    for (long limit : limits) {
      if (limit > 0) {
        interval = Math.min(interval, limit / CHECKS_PER_LIMIT);
      }
    }
    return Math.max(interval, SHORTEST_CHECK_INTERVAL);
  }
}
