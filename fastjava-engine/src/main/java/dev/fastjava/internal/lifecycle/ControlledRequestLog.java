package dev.fastjava.internal.lifecycle;

import dev.fastjava.LogController;
import dev.fastjava.http.RawRequest;
import dev.fastjava.logging.Logger;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The same lines, of which a {@link LogController} of the application decides. Of its own, so that
 * servers without one make no line that they can do without.
 */
public final class ControlledRequestLog extends RequestLog {
  private final Logger logger;
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
    this.logger = logger;
    this.controller = controller;
  }

  /** Ends of responses are watched for the controller. */
  @Override
  boolean isOn() {
    return true;
  }

  /** A request does not fail for its log line. */
  private void ask(LiveRequest request, Runnable line) {
    if (isDisabled(request)) {
      return;
    }
    try {
      line.run();
    } catch (Throwable e) {
      Thrown.rethrowFatal(e);
      logger.error(e, "logController failed");
    }
  }

  @Override
  void incoming(LiveRequest request) {
    ask(
        request,
        () ->
            controller.incomingRequest(
                request, request.call().reply, () -> super.incoming(request)));
  }

  @Override
  void completed(LiveReply reply, @Nullable Throwable error) {
    LiveRequest request = request(reply);
    ask(
        request,
        () ->
            controller.requestCompleted(
                error, request, reply, () -> super.completed(reply, error)));
  }

  @Override
  void errorHandled(Throwable error, LiveReply reply) {
    if (reply.call().isLogged(error)) {
      return;
    }
    LiveRequest request = request(reply);
    ask(
        request,
        () ->
            controller.defaultErrorLog(
                error, request, reply, () -> super.errorHandled(error, reply)));
  }

  @Override
  void routeNotFound(LiveRequest request) {
    ask(
        request,
        () ->
            controller.routeNotFound(
                request, request.call().reply, () -> super.routeNotFound(request)));
  }

  @Override
  void streamFailed(LiveReply reply, Throwable error) {
    LiveRequest request = request(reply);
    ask(
        request,
        () ->
            controller.streamError(error, request, reply, () -> super.streamFailed(reply, error)));
  }

  @Override
  void streamClosed(LiveReply reply) {
    LiveRequest request = request(reply);
    ask(
        request,
        () -> controller.streamError(null, request, reply, () -> super.streamClosed(reply)));
  }

  @Override
  void headRefused(LiveReply reply, Throwable error) {
    LiveRequest request = request(reply);
    ask(
        request,
        () ->
            controller.writeHeadError(
                error, request, reply, () -> super.headRefused(reply, error)));
  }

  @Override
  void serializerFailed(LiveReply reply, Throwable error) {
    LiveRequest request = request(reply);
    ask(
        request,
        () ->
            controller.serializerError(
                error, request, reply, () -> super.serializerFailed(reply, error)));
  }

  /** Logged whatever {@code disableRequestLogging} says, as without a controller. */
  @Override
  void refusedWhileClosing(LiveRequest request) {
    try {
      controller.serviceUnavailable(
          request.log(), request.server(), () -> super.refusedWhileClosing(request));
    } catch (Throwable e) {
      Thrown.rethrowFatal(e);
      logger.error(e, "logController failed");
    }
  }
}
