package dev.fastjava.internal.lifecycle;

import dev.fastjava.RequestListener;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The listeners of a server, sorted by what they want to know: one that only wants threads to know
 * the request costs nothing around handlers and at the end. An error of a listener is logged and
 * touches nothing else.
 */
final class RequestListeners {
  /** What listeners are told; threads are told by {@link #enter}. */
  private enum Event {
    HANDLER_START,
    HANDLER_END,
    HANDLER_ERROR,
    UNHANDLED_ERROR,
    ASYNC_START,
    ASYNC_END,
    RESPONSE_END
  }

  private final RequestLog log;
  private final RequestListener[] scopes;
  private final RequestListener[] handlers;
  private final RequestListener[] errors;
  private final RequestListener[] ends;

  RequestListeners(List<RequestListener> all, RequestLog log) {
    this.log = log;
    this.scopes = with(all, Set.of("threadScope"));
    this.handlers =
        with(all, Set.of("handlerStart", "handlerEnd", "handlerError", "asyncStart", "asyncEnd"));
    this.errors = with(all, Set.of("unhandledError"));
    this.ends = with(all, Set.of("responseEnd"));
  }

  /** Those that have a method of their own of one of the names. */
  private static RequestListener[] with(List<RequestListener> all, Set<String> names) {
    return all.stream().filter(each -> hasOne(each, names)).toArray(RequestListener[]::new);
  }

  private static boolean hasOne(RequestListener listener, Set<String> names) {
    for (Method method : listener.getClass().getMethods()) {
      if (names.contains(method.getName()) && method.getDeclaringClass() != RequestListener.class) {
        return true;
      }
    }
    return false;
  }

  boolean watchHandlers() {
    return handlers.length > 0;
  }

  boolean watchEnds() {
    return ends.length > 0;
  }

  /** Whether requests that have no steps are told of. */
  boolean watchRefused() {
    return ends.length > 0 || errors.length > 0;
  }

  /**
   * A thread begins to work for a request.
   *
   * @return to be given to {@link #leave} on the same thread; null when there is nothing to leave
   */
  @Nullable Runnable enter(LiveRequest request, LiveReply reply) {
    Runnable scope = null;
    for (RequestListener each : scopes) {
      try {
        Runnable own = each.threadScope(request, reply);
        if (own != null) {
          scope = scope == null ? own : nested(own, scope, reply);
        }
      } catch (Throwable e) {
        failed(reply, e);
      }
    }
    return scope;
  }

  /** What was entered last is left first, and what fails keeps nothing else from being left. */
  private Runnable nested(Runnable inner, Runnable outer, LiveReply reply) {
    return () -> {
      leave(inner, reply);
      leave(outer, reply);
    };
  }

  void leave(Runnable scope, LiveReply reply) {
    try {
      scope.run();
    } catch (Throwable e) {
      failed(reply, e);
    }
  }

  private void failed(LiveReply reply, Throwable error) {
    Thrown.rethrowFatal(error);
    log.failedBadly(reply, error, "A request listener failed");
  }

  void handlerStart(Call call) {
    tell(handlers, Event.HANDLER_START, call, null);
  }

  void handlerEnd(Call call) {
    tell(handlers, Event.HANDLER_END, call, null);
  }

  void handlerError(Call call, Throwable error) {
    tell(handlers, Event.HANDLER_ERROR, call, error);
  }

  void unhandledError(Call call, Throwable error) {
    if (errors.length > 0) {
      tell(errors, Event.UNHANDLED_ERROR, call, error);
    }
  }

  void asyncStart(Call call) {
    tell(handlers, Event.ASYNC_START, call, null);
  }

  void asyncEnd(Call call) {
    tell(handlers, Event.ASYNC_END, call, null);
  }

  void responseEnd(Call call, @Nullable Throwable error) {
    tell(ends, Event.RESPONSE_END, call, error);
  }

  private void tell(
      RequestListener[] listeners, Event event, Call call, @Nullable Throwable error) {
    for (RequestListener each : listeners) {
      try {
        tell(each, event, call, error);
      } catch (Throwable e) {
        failed(call.reply, e);
      }
    }
  }

  private static void tell(
      RequestListener listener, Event event, Call call, @Nullable Throwable error) {
    switch (event) {
      case HANDLER_START -> listener.handlerStart(call.request, call.reply);
      case HANDLER_END -> listener.handlerEnd(call.request, call.reply);
      case HANDLER_ERROR ->
          listener.handlerError(call.request, call.reply, Objects.requireNonNull(error));
      case UNHANDLED_ERROR ->
          listener.unhandledError(call.request, call.reply, Objects.requireNonNull(error));
      case ASYNC_START -> listener.asyncStart(call.request, call.reply);
      case ASYNC_END -> listener.asyncEnd(call.request, call.reply);
      case RESPONSE_END -> listener.responseEnd(call.request, call.reply, error);
    }
  }
}
