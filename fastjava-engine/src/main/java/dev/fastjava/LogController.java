package dev.fastjava;

import dev.fastjava.logging.Logger;
import dev.fastjava.mark.ForImplementation;
import org.jspecify.annotations.Nullable;

/**
 * Decides what is logged where the framework logs a line about a request. Each method is given the
 * line of the framework, to be run or not; whoever overrides none changes nothing.
 *
 * <pre>{@code
 * class QuietArrivals implements LogController {
 *   public void incomingRequest(Request request, Reply reply, Runnable line) {
 *     request.log().debug("%s %s", request.method(), request.url());
 *   }
 * }
 * }</pre>
 *
 * <p>Not asked for requests that {@code disableRequestLogging} switches off; asked on a server
 * without a logger too, whose own lines then go nowhere. Called where the request is at that time,
 * which may be the event loop: do not block. What a method throws is logged, and the request goes
 * on.
 *
 * <p>Reference: Server, logController.
 */
@ForImplementation
public interface LogController {
  /**
   * Logs a request that has arrived, at level {@code info}.
   *
   * @param request the request
   * @param reply its reply
   * @param line writes the line of the framework
   */
  default void incomingRequest(Request request, Reply reply, Runnable line) {
    line.run();
  }

  /**
   * Logs a response that is over, at level {@code info}, or {@code error} when it failed.
   *
   * @param error the error; null when there was none
   * @param request the request
   * @param reply its reply
   * @param line writes the line of the framework
   */
  default void requestCompleted(
      @Nullable Throwable error, Request request, Reply reply, Runnable line) {
    line.run();
  }

  /**
   * Logs an error that the default error handler writes, at level {@code error} from status 500 on,
   * else {@code info}.
   *
   * @param error the error
   * @param request the request
   * @param reply its reply
   * @param line writes the line of the framework
   */
  default void defaultErrorLog(Throwable error, Request request, Reply reply, Runnable line) {
    line.run();
  }

  /**
   * Logs a request without a route, at level {@code info}.
   *
   * @param request the request
   * @param reply its reply
   * @param line writes the line of the framework
   */
  default void routeNotFound(Request request, Reply reply, Runnable line) {
    line.run();
  }

  /**
   * Logs an error behind the head of a response, at level {@code warn}, or a client that went away
   * before the end, at {@code info}.
   *
   * @param error the error; null when the client went away
   * @param request the request
   * @param reply its reply
   * @param line writes the line of the framework
   */
  default void streamError(@Nullable Throwable error, Request request, Reply reply, Runnable line) {
    line.run();
  }

  /**
   * Logs an error whose headers cannot be sent, at level {@code warn}.
   *
   * @param error the error
   * @param request the request
   * @param reply its reply
   * @param line writes the line of the framework
   */
  default void writeHeadError(Throwable error, Request request, Reply reply, Runnable line) {
    line.run();
  }

  /**
   * Logs an error that could not be written with its schema or serializer, at level {@code error}.
   * {@link Reply#statusCode()} tells of which status.
   *
   * @param error the error
   * @param request the request
   * @param reply its reply
   * @param line writes the line of the framework
   */
  default void serializerError(Throwable error, Request request, Reply reply, Runnable line) {
    line.run();
  }

  /**
   * Logs a request that is refused with 503 as the server is closing, at level {@code info}.
   *
   * @param logger the logger of the request
   * @param server the server
   * @param line writes the line of the framework
   */
  default void serviceUnavailable(Logger logger, Fastjava server, Runnable line) {
    line.run();
  }
}
