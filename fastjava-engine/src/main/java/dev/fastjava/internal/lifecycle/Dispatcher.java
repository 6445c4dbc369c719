package dev.fastjava.internal.lifecycle;

import dev.fastjava.ErrorHandler;
import dev.fastjava.error.ErrorCode;
import dev.fastjava.error.FastjavaException;
import dev.fastjava.http.ClientConnection;
import dev.fastjava.http.ClientFault;
import dev.fastjava.http.ReasonPhrases;
import dev.fastjava.internal.exchange.Exchange;
import dev.fastjava.internal.exchange.RequestDispatcher;
import dev.fastjava.internal.exchange.ResponseHeaders;
import dev.fastjava.internal.routing.RouteMatch;
import dev.fastjava.internal.routing.Router;
import dev.fastjava.logging.Logger;
import dev.fastjava.schema.Utf8Output;
import dev.fastjava.spi.ClientErrorHandler;
import dev.fastjava.spi.UrlRewriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Where every request comes in: rewrites its url, finds its route or not-found handler, and starts
 * its way. Runs on the event loop.
 *
 * <p>Reference: Lifecycle; Server, rewriteUrl, frameworkErrors, clientErrorHandler.
 */
public final class Dispatcher implements RequestDispatcher {
  private static final String UNEXPECTED =
      "{\"statusCode\":500,\"error\":\"Internal Server Error\",\"message\":\"Internal Server"
          + " Error\"}";

  private final ServerRuntime server;
  private final Router<RouteHolder> routes;
  private final Router<RouteHolder> notFound;
  private final RouteContext frameworkContext;
  private final @Nullable ErrorHandler frameworkErrors;
  private final @Nullable ClientErrorHandler clientErrors;
  private final @Nullable UrlRewriter rewriter;
  private final boolean refusesWhenClosing;
  private final Logger logger;
  private volatile boolean closing;

  /**
   * Makes the dispatcher.
   *
   * @param routes finds routes
   * @param notFound finds not-found handlers by prefix; has one for every path
   * @param frameworkContext the context of errors that happen before a route is known
   * @param refusesWhenClosing whether requests get 503 once closing has begun
   */
  public Dispatcher(
      ServerRuntime server,
      Router<RouteHolder> routes,
      Router<RouteHolder> notFound,
      RouteContext frameworkContext,
      @Nullable ErrorHandler frameworkErrors,
      @Nullable ClientErrorHandler clientErrors,
      @Nullable UrlRewriter rewriter,
      boolean refusesWhenClosing,
      Logger logger) {
    this.server = server;
    this.routes = routes;
    this.notFound = notFound;
    this.frameworkContext = frameworkContext;
    this.frameworkErrors = frameworkErrors;
    this.clientErrors = clientErrors;
    this.rewriter = rewriter;
    this.refusesWhenClosing = refusesWhenClosing;
    this.logger = logger;
  }

  /** From now on requests are refused, or served with the last response of their connection. */
  public void closing() {
    closing = true;
  }

  @Override
  public void dispatch(Exchange exchange) {
    if (rewriter != null && !rewrite(exchange, rewriter)) {
      return;
    }
    if (routes.isAsync()) {
      routes.findLater(
          exchange.method(),
          exchange.url(),
          exchange,
          (match, error) ->
              exchange
                  .eventLoop()
                  .execute(
                      () -> {
                        if (match == null) {
                          constraintFailed(exchange, error);
                        } else {
                          route(exchange, match);
                        }
                      }));
    } else {
      find(routes, exchange.method(), exchange);
    }
  }

  /** Goes on with what a router finds, unless a constraint of the application fails. */
  private void find(Router<RouteHolder> router, String method, Exchange exchange) {
    RouteMatch<RouteHolder> match;
    try {
      match = router.find(method, exchange.url(), exchange);
    } catch (Throwable e) {
      Thrown.rethrowFatal(e);
      constraintFailed(exchange, e);
      return;
    }
    route(exchange, match);
  }

  private boolean rewrite(Exchange exchange, UrlRewriter rewriter) {
    try {
      String url = rewriter.rewrite(exchange);
      if (url == null) {
        exchange.destroy(ErrorCode.FST_ERR_ROUTE_REWRITE_NOT_STR.error(exchange.url(), "null"));
        return false;
      }
      exchange.rewriteUrl(url);
      return true;
    } catch (Throwable e) {
      Thrown.rethrowFatal(e);
      logger.error(e, "rewriteUrl failed");
      plain(exchange, 500, UNEXPECTED, e);
      return false;
    }
  }

  private void route(Exchange exchange, RouteMatch<RouteHolder> match) {
    switch (match.outcome()) {
      case FOUND -> start(exchange, match);
      // Not-found handlers are for every method: one that nobody knows is as good as any.
      case NOT_FOUND -> find(notFound, "GET", exchange);
      case BAD_URL -> badRequest(exchange, ErrorCode.FST_ERR_BAD_URL.error(match.path()));
      case MAX_PARAM_LENGTH ->
          badRequest(exchange, ErrorCode.FST_ERR_MAX_PARAM_LENGTH.error(match.path()));
    }
  }

  private void start(Exchange exchange, RouteMatch<RouteHolder> match) {
    Call call = call(exchange, match.store().context(), match, true);
    if (call == null) {
      return;
    }
    if (closing && refusesWhenClosing) {
      call.log().refusedWhileClosing(call.request);
      refuse(exchange, call);
      return;
    }
    if (closing) {
      call.reply.openRawHeaders().set("connection", "close");
    }
    try {
      call.start();
    } catch (RejectedExecutionException e) {
      logger.warn("request refused: too many requests wait for a worker");
      refuse(exchange, call);
    }
  }

  /** Makes the call of a request; null when it is answered already. */
  private @Nullable Call call(
      Exchange exchange,
      RouteContext context,
      @Nullable RouteMatch<RouteHolder> match,
      boolean counts) {
    try {
      return new Call(server, exchange, context, match, counts);
    } catch (Throwable e) {
      Thrown.rethrowFatal(e);
      // Only genReqId can fail here; nothing of the request has run yet.
      logger.error(e, "genReqId failed");
      send(exchange, 500, new ResponseHeaders(), UNEXPECTED);
      return null;
    }
  }

  private void refuse(Exchange exchange, Call call) {
    ResponseHeaders headers = new ResponseHeaders();
    if (!exchange.isHttp2()) {
      headers.set("connection", "close");
    }
    String json = json(503, "Service Unavailable", null, "Service Unavailable");
    if (server.listeners().watchRefused()) {
      call.answer(503, headers, jsonBody(headers, json), null);
    } else {
      send(exchange, 503, headers, json);
    }
  }

  private void constraintFailed(Exchange exchange, @Nullable Throwable cause) {
    FastjavaException error =
        cause == null
            ? ErrorCode.FST_ERR_ASYNC_CONSTRAINT.error()
            : ErrorCode.FST_ERR_ASYNC_CONSTRAINT.causedBy(Thrown.inner(cause));
    logger.error(error, "A constraint could not be derived");
    frameworkError(exchange, error, "Internal Server Error", null);
  }

  private void badRequest(Exchange exchange, FastjavaException error) {
    frameworkError(exchange, error, "Bad Request", error.code());
  }

  private void frameworkError(
      Exchange exchange, FastjavaException error, String phrase, @Nullable String code) {
    if (frameworkErrors == null) {
      int status = error.statusCode();
      String json = json(status, phrase, code, String.valueOf(error.getMessage()));
      plain(exchange, status, json, error);
      return;
    }
    Call call = call(exchange, frameworkContext, null, true);
    if (call == null) {
      return;
    }
    try {
      call.startWith(frameworkErrors, error);
    } catch (RejectedExecutionException e) {
      logger.warn("request refused: too many requests wait for a worker");
      refuse(exchange, call);
    }
  }

  private static String json(int status, String phrase, @Nullable String code, String message) {
    Utf8Output body = new Utf8Output();
    body.writeAscii("{\"error\":");
    body.writeJsonString(phrase);
    if (code != null) {
      body.writeAscii(",\"code\":");
      body.writeJsonString(code);
    }
    body.writeAscii(",\"message\":");
    body.writeJsonString(message);
    body.writeAscii(",\"statusCode\":");
    body.writeInt(status);
    body.writeByte('}');
    return body.toText();
  }

  /** Replies to a request that has no steps; who listens to requests is told of it. */
  private void plain(Exchange exchange, int status, String json, Throwable error) {
    ResponseHeaders headers = new ResponseHeaders();
    if (!server.listeners().watchRefused()) {
      send(exchange, status, headers, json);
      return;
    }
    // Whether somebody listens must not change the ids of the requests that come after.
    Call call = call(exchange, frameworkContext, null, false);
    if (call != null) {
      call.answer(status, headers, jsonBody(headers, json), error);
    }
  }

  private static void send(Exchange exchange, int status, ResponseHeaders headers, String json) {
    byte[] body = jsonBody(headers, json);
    exchange.send(status, headers, body, 0, body.length);
  }

  private static byte[] jsonBody(ResponseHeaders headers, String json) {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    headers.set("content-type", "application/json");
    headers.set("content-length", Integer.toString(body.length));
    return body;
  }

  @Override
  public void clientError(ClientFault fault, Throwable cause, ClientConnection connection) {
    if (clientErrors != null) {
      try {
        clientErrors.handle(fault, cause, connection);
      } catch (RuntimeException e) {
        logger.error(e, "clientErrorHandler failed");
        connection.destroy();
      }
      return;
    }
    switch (fault) {
      case TIMEOUT -> end(connection, cause, "timeout", 408, "Client Timeout");
      case HEADER_OVERFLOW ->
          end(
              connection,
              cause,
              "header_overflow",
              431,
              "Exceeded maximum allowed HTTP header size");
      default -> end(connection, cause, "error", 400, "Client Error");
    }
  }

  private void end(
      ClientConnection connection, Throwable cause, String label, int status, String message) {
    logger.trace(cause, "client %s", label);
    String phrase = ReasonPhrases.of(status);
    String json = json(status, phrase, null, message);
    String response =
        "HTTP/1.1 "
            + status
            + ' '
            + phrase
            + "\r\nContent-Length: "
            + json.length()
            + "\r\nContent-Type: application/json\r\n\r\n"
            + json;
    connection.end(response.getBytes(StandardCharsets.US_ASCII));
  }
}
