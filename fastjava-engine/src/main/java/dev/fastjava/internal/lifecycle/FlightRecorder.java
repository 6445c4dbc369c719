package dev.fastjava.internal.lifecycle;

/**
 * Whether Java Flight Recorder wants the events of requests. While nothing is recorded the question
 * costs a field read; run-time images without the module {@code jdk.jfr} never record.
 */
final class FlightRecorder {
  private static final boolean AVAILABLE = ModuleLayer.boot().findModule("jdk.jfr").isPresent();

  private FlightRecorder() {}

  static boolean recordsRequests() {
    return AVAILABLE && RequestRecording.isEnabled();
  }

  static boolean recordsHandlers() {
    return AVAILABLE && HandlerRecording.isEnabled();
  }
}
