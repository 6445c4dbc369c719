package dev.fastjava.internal.lifecycle;

import org.jspecify.annotations.Nullable;

/**
 * What watches one run of a handler: listeners, and Java Flight Recorder while it records. Made
 * only when there is any.
 *
 * <p>Reference: Hooks, Diagnostics Channel Hooks.
 */
final class HandlerWatch {
  private final Call call;
  private final RequestListeners listeners;
  private final FlightRecorder.@Nullable OfHandler recording;
  private boolean isAsync;

  private HandlerWatch(Call call, FlightRecorder.@Nullable OfHandler recording) {
    this.call = call;
    this.listeners = call.server.listeners();
    this.recording = recording;
  }

  /** Returns null when nobody watches, and for not-found handlers, as in the reference. */
  static @Nullable HandlerWatch of(Call call) {
    boolean records = FlightRecorder.recordsHandlers();
    if ((!records && !call.server.listeners().watchHandlers()) || call.request.is404()) {
      return null;
    }
    return new HandlerWatch(call, records ? new FlightRecorder.OfHandler() : null);
  }

  /** A preHandler hook has failed: watchers see it as an error of the handler. */
  static void skipped(Call call, Throwable error) {
    HandlerWatch watch = of(call);
    if (watch != null) {
      watch.start();
      watch.error(error);
      watch.end(false);
    }
  }

  void start() {
    if (recording != null) {
      recording.start();
    }
    listeners.handlerStart(call);
  }

  void error(Throwable error) {
    if (recording != null) {
      recording.error(error);
    }
    listeners.handlerError(call, error);
  }

  /** The handler has returned or thrown. */
  void end(boolean completesLater) {
    isAsync = completesLater;
    listeners.handlerEnd(call);
    if (recording != null && !completesLater) {
      recording.end(call, false);
    }
  }

  void asyncStart() {
    listeners.asyncStart(call);
  }

  void asyncEnd() {
    listeners.asyncEnd(call);
    if (recording != null) {
      recording.end(call, isAsync);
    }
  }
}
