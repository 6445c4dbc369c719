package dev.fastjava.internal.lifecycle;

import dev.fastjava.LogController;
import dev.fastjava.http.RawRequest;
import dev.fastjava.logging.Logger;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The same lines, of which a {@link LogController} of the application decides. Of its own, so that
 * servers without one make no line that they can do without.
 */
public final class ControlledRequestLog extends RequestLog {
  private final LogController controller;

  /**
   * Makes the log.
   *
   * @param logger the logger of the server
   * @param on false when there is no logger: the controller is asked all the same
   * @param idLabel the key of the request id
   * @param disabled tells which requests are not logged; null for none
   * @param controller decides
   */
  public ControlledRequestLog(
      Logger logger,
      boolean on,
      String idLabel,
      @Nullable Predicate<RawRequest> disabled,
      LogController controller) {
    super(logger, on, idLabel, disabled);
    this.controller = controller;
  }

  /** Ends of responses are watched for the controller. */
  @Override
  boolean isOn() {
    return true;
  }

  /** A request does not fail for its log line. */
  private void ask(LiveReply reply, Consumer<LiveRequest> decision) {
    LiveRequest request = request(reply);
    if (isDisabled(request)) {
      return;
    }
    try {
      decision.accept(request);
    } catch (Throwable e) {
      failed(e);
    }
  }

  private void failed(Throwable error) {
    Thrown.rethrowFatal(error);
    logger.error(error, "logController failed");
  }

  @Override
  void incoming(LiveRequest request) {
    LiveReply reply = request.call().reply;
    Runnable line = () -> super.incoming(request);
    ask(reply, same -> controller.incomingRequest(request, reply, line));
  }

  @Override
  void completed(LiveReply reply, @Nullable Throwable error) {
    Runnable line = () -> super.completed(reply, error);
    ask(reply, request -> controller.requestCompleted(error, request, reply, line));
  }

  @Override
  void errorHandled(Throwable error, LiveReply reply) {
    if (!reply.call().isLogged(error)) {
      Runnable line = () -> super.errorHandled(error, reply);
      ask(reply, request -> controller.defaultErrorLog(error, request, reply, line));
    }
  }

  @Override
  void routeNotFound(LiveRequest request) {
    LiveReply reply = request.call().reply;
    Runnable line = () -> super.routeNotFound(request);
    ask(reply, same -> controller.routeNotFound(request, reply, line));
  }

  @Override
  void streamFailed(LiveReply reply, Throwable error) {
    Runnable line = () -> super.streamFailed(reply, error);
    ask(reply, request -> controller.streamError(error, request, reply, line));
  }

  @Override
  void streamClosed(LiveReply reply) {
    Runnable line = () -> super.streamClosed(reply);
    ask(reply, request -> controller.streamError(null, request, reply, line));
  }

  @Override
  void headRefused(LiveReply reply, Throwable error) {
    Runnable line = () -> super.headRefused(reply, error);
    ask(reply, request -> controller.writeHeadError(error, request, reply, line));
  }

  @Override
  void serializerFailed(LiveReply reply, Throwable error) {
    Runnable line = () -> super.serializerFailed(reply, error);
    ask(reply, request -> controller.serializerError(error, request, reply, line));
  }

  /** Logged whatever {@code disableRequestLogging} says, as without a controller. */
  @Override
  void refusedWhileClosing(LiveRequest request) {
    try {
      controller.serviceUnavailable(
          request.log(), request.server(), () -> super.refusedWhileClosing(request));
    } catch (Throwable e) {
      failed(e);
    }
  }
}
