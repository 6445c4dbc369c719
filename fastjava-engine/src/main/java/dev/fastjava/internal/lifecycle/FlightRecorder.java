package dev.fastjava.internal.lifecycle;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

/**
 * Whether Java Flight Recorder wants the events of requests. While nothing is recorded the question
 * costs a field read; run-time images without the module {@code jdk.jfr} never record.
 */
final class FlightRecorder {
  private static final boolean AVAILABLE = ModuleLayer.boot().findModule("jdk.jfr").isPresent();

  private FlightRecorder() {}

  static boolean recordsRequests() {
    return AVAILABLE && OfRequest.isEnabled();
  }

  static boolean recordsHandlers() {
    return AVAILABLE && OfHandler.isEnabled();
  }

  /** One request in a recording of Java Flight Recorder. */
  static final class OfRequest {
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

    private OfRequest() {}

    static boolean isEnabled() {
      return PROTOTYPE.isEnabled();
    }

    static OfRequest start() {
      OfRequest recording = new OfRequest();
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
        event.execution = call.context().execution().name();
        event.failure = failure == null ? "" : failure.toString();
        event.commit();
      }
    }

    static String routeOf(Call call) {
      String route = call.context().info().url();
      return route == null ? "" : route;
    }
  }

  /** One run of a handler in a recording of Java Flight Recorder. */
  static final class OfHandler {
    /** The event. Its fields are read by the recorder. */
    @Name("dev.fastjava.Handler")
    @Label("Handler")
    @Description("A handler, from its call to its result, which may come later")
    @Category("FastJava")
    @StackTrace(false)
    @SuppressWarnings("UnusedVariable") // read by the recorder
    static final class HandlerEvent extends Event {
      @Label("Request Id")
      @Nullable String requestId;

      @Label("Method")
      @Nullable String method;

      @Label("Route")
      @Nullable String route;

      @Label("Asynchronous")
      @Description("Whether the handler returned a stage")
      boolean asynchronous;

      @Label("Error")
      @Description("What the handler or a preHandler hook failed with; empty when neither did")
      @Nullable String error;
    }

    /** Is asked whether anything records, so that no event is made for the question. */
    private static final HandlerEvent PROTOTYPE = new HandlerEvent();

    private final HandlerEvent event = new HandlerEvent();

    static boolean isEnabled() {
      return PROTOTYPE.isEnabled();
    }

    void start() {
      event.begin();
    }

    void error(Throwable error) {
      event.error = error.toString();
    }

    void end(Call call, boolean asynchronous) {
      if (event.shouldCommit()) {
        event.requestId = call.request.id();
        event.method = call.request.method();
        event.route = OfRequest.routeOf(call);
        event.asynchronous = asynchronous;
        if (event.error == null) {
          event.error = "";
        }
        event.commit();
      }
    }
  }
}
