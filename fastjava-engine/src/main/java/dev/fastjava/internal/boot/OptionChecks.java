package dev.fastjava.internal.boot;

import dev.fastjava.ErrorCode;
import dev.fastjava.FastjavaOptions;

/** Refuses options that make no sense. Reference: Errors. */
final class OptionChecks {
  private OptionChecks() {}

  static void check(FastjavaOptions options) {
    if (options.bodyLimit() <= 0) {
      throw ErrorCode.FST_ERR_ROUTE_BODY_LIMIT_OPTION_NOT_INT.error(options.bodyLimit());
    }
    atLeast(0, "pluginTimeout", options.pluginTimeout());
    atLeast(0, "handlerTimeout", options.handlerTimeout());
    atLeast(0, "unansweredWarning", options.unansweredWarning());
    atLeast(0, "closeTimeout", options.closeTimeout());
    atLeast(0, "workerThreads", options.workerThreads());
    atLeast(0, "workerQueue", options.workerQueue());
    atLeast(0, "http.connectionTimeout", options.http().connectionTimeout());
    atLeast(0, "http.keepAliveTimeout", options.http().keepAliveTimeout());
    atLeast(0, "http.bodyTimeout", options.http().bodyTimeout());
    atLeast(0, "http.bodyTotalTimeout", options.http().bodyTotalTimeout());
    atLeast(0, "http.requestTimeout", options.http().requestTimeout());
    atLeast(0, "http.headersTimeout", options.http().headersTimeout());
    atLeast(0, "http.writeTimeout", options.http().writeTimeout());
    atLeast(0, "http.handshakeTimeout", options.http().handshakeTimeout());
    atLeast(0, "http.http2SessionTimeout", options.http().http2SessionTimeout());
    atLeast(0, "http.maxConnections", options.http().maxConnections());
    atLeast(0, "http.eventLoopThreads", options.http().eventLoopThreads());
    atLeast(1, "http.backlog", options.http().backlog());
    atLeast(0, "http.maxRequestsPerSocket", options.http().maxRequestsPerSocket());
    atLeast(1, "http.maxHeaderSize", options.http().maxHeaderSize());
  }

  private static void atLeast(long least, String name, long value) {
    if (value < least) {
      throw ErrorCode.FST_ERR_INIT_OPTS_INVALID.error(
          "[\"" + name + " must be >= " + least + "\"]");
    }
  }
}
