package dev.fastjava.internal.lifecycle;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

/** One run of a handler in a recording of Java Flight Recorder. */
final class HandlerRecording {
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
      event.route = RequestRecording.routeOf(call);
      event.asynchronous = asynchronous;
      if (event.error == null) {
        event.error = "";
      }
      event.commit();
    }
  }
}
