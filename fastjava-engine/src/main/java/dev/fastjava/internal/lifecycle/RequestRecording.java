package dev.fastjava.internal.lifecycle;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

/** One request in a recording of Java Flight Recorder. */
final class RequestRecording {
  /** The event. Its fields are read by the recorder. */
  @Name("dev.fastjava.Request")
  @Label("Request")
  @Description("An HTTP request, from its first hook to the end of its response")
  @Category("FastJava")
  @StackTrace(false)
  @SuppressWarnings("UnusedVariable") // read by the recorder
  static final class RequestEvent extends Event {
    @Label("Request Id")
    @Nullable String requestId;

    @Label("Method")
    @Nullable String method;

    @Label("Route")
    @Description("The pattern of the route; empty when there is none for the url")
    @Nullable String route;

    @Label("URL")
    @Nullable String url;

    @Label("Status")
    int status;

    @Label("Execution")
    @Nullable String execution;

    @Label("Failure")
    @Description("Why the response could not be sent; empty when it was")
    @Nullable String failure;
  }

  /** Is asked whether anything records, so that no event is made for the question. */
  private static final RequestEvent PROTOTYPE = new RequestEvent();

  private final RequestEvent event = new RequestEvent();

  private RequestRecording() {}

  static boolean isEnabled() {
    return PROTOTYPE.isEnabled();
  }

  static RequestRecording start() {
    RequestRecording recording = new RequestRecording();
    recording.event.begin();
    return recording;
  }

  void end(Call call, @Nullable Throwable failure) {
    if (event.shouldCommit()) {
      event.requestId = call.request.id();
      event.method = call.request.method();
      event.route = routeOf(call);
      event.url = call.request.url();
      event.status = call.reply.statusCode();
      event.execution = call.context().execution.name();
      event.failure = failure == null ? "" : failure.toString();
      event.commit();
    }
  }

  static String routeOf(Call call) {
    String route = call.context().info.url();
    return route == null ? "" : route;
  }
}
