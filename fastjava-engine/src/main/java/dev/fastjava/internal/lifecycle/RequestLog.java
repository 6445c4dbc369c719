package dev.fastjava.internal.lifecycle;

import dev.fastjava.error.ErrorCode;
import dev.fastjava.http.RawRequest;
import dev.fastjava.logging.ChildOptions;
import dev.fastjava.logging.LogLevel;
import dev.fastjava.logging.LogSerializers;
import dev.fastjava.logging.Logger;
import dev.fastjava.spi.ChildLoggerFactory;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The lines the framework itself logs about a request, in one place.
 *
 * <p>Reference: Logging; Server, disableRequestLogging.
 */
public sealed class RequestLog permits ControlledRequestLog {
  /** For what must not be lost on a server without a logger. */
  private static final org.slf4j.Logger FALLBACK =
      org.slf4j.LoggerFactory.getLogger("dev.fastjava");

  final Logger logger;
  private final boolean on;
  private final String idLabel;
  private final @Nullable Predicate<RawRequest> disabled;

  /**
   * Makes the log.
   *
   * @param logger the logger of the server
   * @param on false when there is no logger: then nothing is even built
   * @param idLabel the key of the request id
   * @param disabled tells which requests are not logged; null for none
   */
  public RequestLog(
      Logger logger, boolean on, String idLabel, @Nullable Predicate<RawRequest> disabled) {
    this.logger = logger;
    this.on = on;
    this.idLabel = idLabel;
    this.disabled = disabled;
  }

  boolean isOn() {
    return on;
  }

  boolean isDebugging() {
    return on && logger.isLevelEnabled(LogLevel.DEBUG);
  }

  Logger child(LiveRequest request, RouteContext context) {
    ChildLoggerFactory factory = context.childLoggerFactory();
    if (!on && factory == null) {
      return logger;
    }
    Map<String, Object> bindings = new LinkedHashMap<>();
    bindings.put(idLabel, request.id());
    ChildOptions options = context.loggerOptions();
    return factory == null
        ? logger.child(bindings, options)
        : made(factory, bindings, options, request.raw());
  }

  /** Whether the logger a request would get, with no level of its own, has the level off. */
  boolean drops(RouteContext context, LogLevel level) {
    return context.childLoggerFactory() == null
        && context.loggerOptions().level() == null
        && !logger.isLevelEnabled(level);
  }

  /** A request does not fail for want of a logger: without one it gets the default. */
  private Logger made(
      ChildLoggerFactory factory,
      Map<String, Object> bindings,
      ChildOptions options,
      RawRequest request) {
    Throwable problem;
    try {
      @Nullable Logger made = factory.create(logger, bindings, options, request);
      if (made != null) {
        return made;
      }
      problem =
          ErrorCode.FST_ERR_LOG_INVALID_LOGGER.error("info,error,debug,fatal,warn,trace,child");
    } catch (Throwable e) {
      Thrown.rethrowFatal(e);
      problem = e;
    }
    Logger standard = logger.child(bindings, options);
    standard.error(problem, "childLoggerFactory failed");
    return standard;
  }

  private boolean isSilent(LiveRequest request) {
    return !on || isDisabled(request);
  }

  final boolean isDisabled(LiveRequest request) {
    return disabled != null && isDisabled(disabled, request.raw());
  }

  /** Logging too much is better than a request that fails for its log line. */
  private boolean isDisabled(Predicate<RawRequest> decision, RawRequest request) {
    try {
      return decision.test(request);
    } catch (Throwable e) {
      Thrown.rethrowFatal(e);
      logger.error(e, "disableRequestLogging failed");
      return false;
    }
  }

  void incoming(LiveRequest request) {
    if (!request.dropsLines(LogLevel.INFO) && !isSilent(request)) {
      request.log().info(Map.of(LogSerializers.REQUEST, request), "incoming request");
    }
  }

  void completed(LiveReply reply, @Nullable Throwable error) {
    LiveRequest request = request(reply);
    LogLevel level = error == null ? LogLevel.INFO : LogLevel.ERROR;
    if (request.dropsLines(level) || isSilent(request)) {
      return;
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put(LogSerializers.REPLY, reply);
    if (error != null) {
      fields.put(LogSerializers.ERROR, error);
    }
    fields.put("responseTime", reply.elapsedTime());
    if (error == null) {
      reply.log().info(fields, "request completed");
    } else {
      reply.log().error(fields, "request errored");
    }
  }

  void errorHandled(Throwable error, LiveReply reply) {
    if (reply.call().isLogged(error) || isSilent(request(reply))) {
      return;
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    if (reply.statusCode() >= 500) {
      fields.put(LogSerializers.REQUEST, reply.request());
    }
    fields.put(LogSerializers.REPLY, reply);
    fields.put(LogSerializers.ERROR, error);
    LogLevel level = reply.statusCode() >= 500 ? LogLevel.ERROR : LogLevel.INFO;
    if (reply.log().isLevelEnabled(level)) {
      reply.log().log(level, fields, "%s", ErrorMembers.message(error, reply.statusCode()));
    }
  }

  void routeNotFound(LiveRequest request) {
    if (!isSilent(request)) {
      request.log().info("%s", "Route " + request.method() + ":" + request.url() + " not found");
    }
  }

  void streamFailed(LiveReply reply, Throwable error) {
    if (!isSilent(request(reply))) {
      reply
          .log()
          .warn(
              Map.of(LogSerializers.ERROR, error),
              "response terminated with an error with headers already sent");
    }
  }

  void streamClosed(LiveReply reply) {
    if (!isSilent(request(reply))) {
      reply.log().info(Map.of(LogSerializers.REPLY, reply), "stream closed prematurely");
    }
  }

  void headRefused(LiveReply reply, Throwable error) {
    if (!isSilent(request(reply))) {
      reply
          .log()
          .warn(
              Map.of(
                  LogSerializers.REQUEST,
                  reply.request(),
                  LogSerializers.REPLY,
                  reply,
                  LogSerializers.ERROR,
                  error),
              "%s",
              error.getMessage());
    }
  }

  void serializerFailed(LiveReply reply, Throwable error) {
    if (!isSilent(request(reply))) {
      reply
          .log()
          .error(
              Map.of(LogSerializers.ERROR, error, "statusCode", reply.statusCode()),
              "The serializer for the given status code failed");
    }
  }

  void alreadySent(LiveReply reply, Throwable error) {
    if (on) {
      reply.log().warn(Map.of(LogSerializers.ERROR, error));
    }
  }

  void notFoundInNotFound(LiveReply reply) {
    if (on) {
      reply
          .log()
          .warn(
              "Trying to send a NotFound error inside a 404 handler. Sending basic 404 response.");
    }
  }

  void trailerFailed(LiveReply reply, Throwable error) {
    if (on) {
      reply.log().debug(error);
    }
  }

  void completedAgain(LiveReply reply, String step, @Nullable Throwable error) {
    if (!on) {
      return;
    }
    Throwable again =
        new IllegalStateException(
            error == null
                ? "A " + step + " of the request was completed more than once"
                : "A " + step + " of the request failed after it was completed",
            error);
    reply.log().warn(Map.of(LogSerializers.ERROR, again), "%s", again.getMessage());
  }

  /**
   * The application failed where no reply can tell of it.
   *
   * @param what a whole sentence
   */
  void failed(LiveReply reply, Throwable error, String what) {
    if (on) {
      reply.log().error(Map.of(LogSerializers.ERROR, error), what);
    }
  }

  /** The same of what must not be lost on a server without a logger. */
  void failedBadly(LiveReply reply, Throwable error, String what) {
    if (on) {
      failed(reply, error, what);
    } else {
      FALLBACK.error(what, error);
    }
  }

  /** A request that nobody has replied to for some time: said even when nothing else is logged. */
  void unanswered(LiveReply reply, String waitsFor, long millis) {
    String text =
        "No reply to %s %s (route %s) after %d ms: it waits for %s"
            .formatted(
                reply.request().method(),
                reply.request().url(),
                reply.routeOptions().url(),
                millis,
                waitsFor);
    if (on) {
      reply.log().warn("%s", text);
    } else {
      FALLBACK.warn(text);
    }
  }

  void refusedWhileClosing(LiveRequest request) {
    if (on) {
      request
          .log()
          .info(
              Map.of(LogSerializers.REPLY, Map.of("statusCode", 503)),
              "request aborted - refusing to accept new requests as server is closing");
    }
  }

  static LiveRequest request(LiveReply reply) {
    return (LiveRequest) reply.request();
  }
}
