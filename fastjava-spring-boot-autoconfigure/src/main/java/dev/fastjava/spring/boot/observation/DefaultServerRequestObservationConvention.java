package dev.fastjava.spring.boot.observation;

import dev.fastjava.Reply;
import dev.fastjava.Request;
import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.util.StringUtils;

/**
 * The names and key values of Spring's own web servers: {@code exception}, {@code method}, {@code
 * outcome}, {@code status} and {@code uri}, and {@code http.url} for traces alone. Each may be
 * overridden.
 */
public class DefaultServerRequestObservationConvention
    implements ServerRequestObservationConvention {
  private static final String UNKNOWN = "UNKNOWN";

  /** Clients may send any others: each would be a meter of its own. */
  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE");

  private final String name;

  /** Makes a convention with the name {@code http.server.requests}. */
  public DefaultServerRequestObservationConvention() {
    this("http.server.requests");
  }

  /**
   * Makes a convention.
   *
   * @param name the name of the observations, such as that of {@code
   *     management.observations.http.server.requests.name}
   */
  public DefaultServerRequestObservationConvention(String name) {
    this.name = name;
  }

  @Override
  public String getName() {
    return name;
  }

  @Override
  public @Nullable String getContextualName(ServerRequestObservationContext context) {
    Request request = context.getCarrier();
    if (request == null) {
      return null;
    }
    String method = "http " + request.method().toLowerCase(Locale.ROOT);
    String pattern = context.getPathPattern();
    return pattern == null ? method : method + " " + pattern;
  }

  @Override
  public KeyValues getLowCardinalityKeyValues(ServerRequestObservationContext context) {
    return KeyValues.of(
        exception(context), method(context), outcome(context), status(context), uri(context));
  }

  @Override
  public KeyValues getHighCardinalityKeyValues(ServerRequestObservationContext context) {
    return KeyValues.of(httpUrl(context));
  }

  /**
   * Names the class of the error the request failed with, unless an error handler of the
   * application has replied to it.
   *
   * @param context the request
   * @return the simple name of the class, or {@code none}
   */
  protected KeyValue exception(ServerRequestObservationContext context) {
    Throwable error = context.getError();
    if (error == null) {
      return KeyValue.of("exception", KeyValue.NONE_VALUE);
    }
    String simpleName = error.getClass().getSimpleName();
    return KeyValue.of(
        "exception", StringUtils.hasText(simpleName) ? simpleName : error.getClass().getName());
  }

  /**
   * Names the method.
   *
   * @param context the request
   * @return the method, or {@code UNKNOWN} if it is none of Spring's
   */
  protected KeyValue method(ServerRequestObservationContext context) {
    Request request = context.getCarrier();
    return KeyValue.of(
        "method",
        request != null && METHODS.contains(request.method()) ? request.method() : UNKNOWN);
  }

  /**
   * Names what the status means.
   *
   * @param context the request
   * @return the series of the status, such as {@code CLIENT_ERROR}; {@code UNKNOWN} when the
   *     connection broke
   */
  protected KeyValue outcome(ServerRequestObservationContext context) {
    return KeyValue.of("outcome", outcomeOf(context));
  }

  private static String outcomeOf(ServerRequestObservationContext context) {
    Reply reply = context.getResponse();
    if (context.isConnectionAborted() || reply == null) {
      return UNKNOWN;
    }
    int status = reply.statusCode();
    if (status / 100 == 2) {
      return "SUCCESS";
    }
    HttpStatus known = HttpStatus.resolve(status);
    return known == null ? UNKNOWN : known.series().name();
  }

  /**
   * Tells the status.
   *
   * @param context the request
   * @return the status; {@code UNKNOWN} when the connection broke before anything was sent
   */
  protected KeyValue status(ServerRequestObservationContext context) {
    Reply reply = context.getResponse();
    if (reply == null || (context.isConnectionAborted() && reply.raw().bytesWritten() == 0)) {
      return KeyValue.of("status", UNKNOWN);
    }
    return KeyValue.of("status", Integer.toString(reply.statusCode()));
  }

  /**
   * Names the route.
   *
   * @param context the request
   * @return the template of the route, {@code root} for an empty one; without a route {@code
   *     REDIRECTION}, {@code NOT_FOUND} or {@code UNKNOWN} by the status
   */
  protected KeyValue uri(ServerRequestObservationContext context) {
    return KeyValue.of("uri", uriOf(context));
  }

  private static String uriOf(ServerRequestObservationContext context) {
    String pattern = context.getPathPattern();
    if (pattern != null) {
      return pattern.isEmpty() ? "root" : pattern;
    }
    Reply reply = context.getResponse();
    HttpStatus status = reply == null ? null : HttpStatus.resolve(reply.statusCode());
    if (status == null) {
      return UNKNOWN;
    }
    if (status.is3xxRedirection()) {
      return "REDIRECTION";
    }
    return status == HttpStatus.NOT_FOUND ? "NOT_FOUND" : UNKNOWN;
  }

  /**
   * Tells the path that was asked for.
   *
   * @param context the request
   * @return the path as it was received, without the query
   */
  protected KeyValue httpUrl(ServerRequestObservationContext context) {
    Request request = context.getCarrier();
    return KeyValue.of("http.url", request == null ? UNKNOWN : pathOf(request.originalUrl()));
  }

  /** Of the target of a request, which may be a whole url, and have a query or a fragment. */
  private static String pathOf(String target) {
    int start = 0;
    if (!target.startsWith("/")) {
      int scheme = target.indexOf("://");
      start = scheme < 0 ? 0 : target.indexOf('/', scheme + "://".length());
    }
    int end = start < 0 ? 0 : start;
    while (end < target.length() && target.charAt(end) != '?' && target.charAt(end) != '#') {
      end++;
    }
    return start < 0 ? "/" : target.substring(start, end);
  }
}
