package dev.fastjava.internal.boot;

import dev.fastjava.FastjavaOptions;
import dev.fastjava.error.ErrorCode;
import dev.fastjava.error.FastjavaException;
import java.time.Duration;
import java.util.regex.Pattern;

/** Refuses options that make no sense. Reference: Errors. */
final class OptionChecks {
  private static final Pattern HEADER_NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]*");

  private OptionChecks() {}

  static void check(FastjavaOptions options) {
    if (options.bodyLimit() <= 0) {
      throw ErrorCode.FST_ERR_ROUTE_BODY_LIMIT_OPTION_NOT_INT.error(options.bodyLimit());
    }
    notNegative("pluginTimeout", options.pluginTimeout());
    notNegative("handlerTimeout", options.handlerTimeout());
    notNegative("unansweredWarning", options.unansweredWarning());
    notNegative("closeTimeout", options.closeTimeout());
    atLeast(0, "workerThreads", options.workerThreads());
    atLeast(0, "workerQueue", options.workerQueue());
    notNegative("http.connectionTimeout", options.http().connectionTimeout());
    notNegative("http.keepAliveTimeout", options.http().keepAliveTimeout());
    notNegative("http.bodyTimeout", options.http().bodyTimeout());
    notNegative("http.bodyTotalTimeout", options.http().bodyTotalTimeout());
    notNegative("http.requestTimeout", options.http().requestTimeout());
    notNegative("http.headersTimeout", options.http().headersTimeout());
    notNegative("http.writeTimeout", options.http().writeTimeout());
    notNegative("http.handshakeTimeout", options.http().handshakeTimeout());
    notNegative("http.http2SessionTimeout", options.http().http2SessionTimeout());
    atLeast(0, "routerOptions.maxParamLength", options.routerOptions().maxParamLength());
    String header = options.requestIdHeader();
    if (header != null && !HEADER_NAME.matcher(header).matches()) {
      throw invalid("requestIdHeader must be the name of a header");
    }
    atLeast(0, "http.maxConnections", options.http().maxConnections());
    atLeast(0, "http.eventLoopThreads", options.http().eventLoopThreads());
    atLeast(1, "http.backlog", options.http().backlog());
    atLeast(0, "http.maxRequestsPerSocket", options.http().maxRequestsPerSocket());
    atLeast(1, "http.maxHeaderSize", options.http().maxHeaderSize());
    if (options.http().maxHeaderSize() > Integer.MAX_VALUE) {
      throw invalid("http.maxHeaderSize must be <= " + Integer.MAX_VALUE);
    }
  }

  private static void atLeast(long least, String name, long value) {
    if (value < least) {
      throw invalid(name + " must be >= " + least);
    }
  }

  private static void notNegative(String name, Duration value) {
    if (value.isNegative()) {
      throw invalid(name + " must be >= 0");
    }
  }

  private static FastjavaException invalid(String problem) {
    return ErrorCode.FST_ERR_INIT_OPTS_INVALID.error("[\"" + problem + "\"]");
  }
}
