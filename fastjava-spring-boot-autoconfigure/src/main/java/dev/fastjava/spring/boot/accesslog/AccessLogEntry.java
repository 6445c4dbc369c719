package dev.fastjava.spring.boot.accesslog;

import dev.fastjava.Reply;
import dev.fastjava.Request;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A request that is over, as lines tell it: as it came, before any url was rewritten.
 *
 * @param request the request
 * @param reply its reply
 * @param aborted whether the connection broke before the response was complete
 * @param endMillis when it was over
 */
record AccessLogEntry(Request request, Reply reply, boolean aborted, long endMillis) {

  /** When it came. */
  ZonedDateTime time() {
    return Instant.ofEpochMilli(endMillis - (long) reply.elapsedTime())
        .atZone(ZoneId.systemDefault());
  }

  String path() {
    String url = request.originalUrl();
    int query = url.indexOf('?');
    return query < 0 ? url : url.substring(0, query);
  }

  /** With its question mark; empty for none. */
  String query() {
    String url = request.originalUrl();
    int query = url.indexOf('?');
    return query < 0 ? "" : url.substring(query);
  }

  /** In the form of other servers' logs. */
  String protocol() {
    String version = request.raw().httpVersion();
    return "HTTP/" + (version.indexOf('.') < 0 ? version + ".0" : version);
  }

  /** Null when the connection broke before anything was sent. */
  @Nullable Integer status() {
    return aborted && reply.raw().bytesWritten() == 0 ? null : reply.statusCode();
  }

  long bytes() {
    return reply.raw().bytesWritten();
  }

  /** The template of the route. */
  @Nullable String route() {
    return request.is404() ? null : request.routeOptions().url();
  }
}
