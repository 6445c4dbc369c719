package dev.fastjava.internal.lifecycle;

import dev.fastjava.RequestListener;
import org.jspecify.annotations.Nullable;

/**
 * What watches one run of a handler: listeners, and Java Flight Recorder while it records. Made
 * only when there is any.
 *
 * <p>Reference: Hooks, Diagnostics Channel Hooks.
 */
final class HandlerWatch {
  private final RequestCycle cycle;
  private final @Nullable RequestListener listener;
  private final @Nullable HandlerRecording recording;
  private boolean isAsync;

  private HandlerWatch(
      RequestCycle cycle,
      @Nullable RequestListener listener,
      @Nullable HandlerRecording recording) {
    this.cycle = cycle;
    this.listener = listener;
    this.recording = recording;
  }

  /** Returns null when nobody watches, and for not-found handlers, as in the reference. */
  static @Nullable HandlerWatch of(RequestCycle cycle) {
    RequestListener listener = cycle.server.listener();
    boolean records = FlightRecorder.recordsHandlers();
    if ((listener == null && !records) || cycle.request.is404()) {
      return null;
    }
    return new HandlerWatch(cycle, listener, records ? new HandlerRecording() : null);
  }

  void start() {
    if (recording != null) {
      recording.start();
    }
    if (listener != null) {
      listener.handlerStart(cycle.request, cycle.reply);
    }
  }

  void error(Throwable error) {
    if (recording != null) {
      recording.error(error);
    }
    if (listener != null) {
      listener.handlerError(cycle.request, cycle.reply, error);
    }
  }

  /** The handler has returned or thrown. */
  void end(boolean completesLater) {
    isAsync = completesLater;
    if (listener != null) {
      listener.handlerEnd(cycle.request, cycle.reply);
    }
    if (recording != null && !completesLater) {
      recording.end(cycle, false);
    }
  }

  void asyncStart() {
    if (listener != null) {
      listener.asyncStart(cycle.request, cycle.reply);
    }
  }

  void asyncEnd() {
    if (listener != null) {
      listener.asyncEnd(cycle.request, cycle.reply);
    }
    if (recording != null) {
      recording.end(cycle, isAsync);
    }
  }
}
