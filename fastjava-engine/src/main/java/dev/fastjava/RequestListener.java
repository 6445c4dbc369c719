package dev.fastjava;

import dev.fastjava.logging.DiagnosticContext;
import dev.fastjava.mark.ForImplementation;
import org.jspecify.annotations.Nullable;

/**
 * Watches handlers and responses, for tracing and metrics. Costs nothing when none is added. Called
 * on the thread of the step; must not block. An error that it throws, or that what it returns
 * throws, is logged and touches nothing else.
 *
 * <p>For each request that reaches its handler, or fails in a preHandler hook: {@code
 * handlerStart}, then {@code handlerError} if it fails, then {@code handlerEnd}. A handler that
 * returned a stage has completed with {@code asyncStart} and {@code asyncEnd}, around the reply,
 * and before them {@code handlerError} if the stage failed. Not-found handlers are not watched.
 * {@code unhandledError} tells of errors, of whatever step, that no error handler of the
 * application has replied to. {@code responseEnd} comes once for every request, whatever happened
 * to it: also for those that get a reply without any step, as their url is bad or too many wait
 * already. Only what is no request of HTTP, and is refused as such, is not told.
 *
 * <p>Java Flight Recorder has the same as the events {@code dev.fastjava.Request} and {@code
 * dev.fastjava.Handler}.
 *
 * <p>Reference: Hooks, Diagnostics Channel Hooks.
 */
@ForImplementation
public interface RequestListener {
  /**
   * Makes a listener that holds the id of the request in SLF4J's diagnostic context (MDC) wherever
   * the engine runs code for it: hooks, body parsers, handlers, error handlers, in every execution
   * mode. Lines of any SLF4J logger then tell the request.
   *
   * <pre>{@code app.addRequestListener(RequestListener.mdc("reqId"));}</pre>
   *
   * @param key the key in the diagnostic context
   * @return a listener to add
   */
  static RequestListener mdc(String key) {
    return new RequestListener() {
      @Override
      public Runnable threadScope(Request request, Reply reply) {
        return DiagnosticContext.put(key, request.id());
      }
    };
  }

  /**
   * A thread is about to work for the request. A request usually has one such stretch; it has more
   * when a step completes later, and they may be on different threads, never two at a time, but for
   * the reading of a payload that is a stream. What is bound to the thread here, and unbound by the
   * action returned, is there for all steps of the request and for no other request.
   *
   * <p>Threads of the application's own are not covered, such as those that complete a stage.
   *
   * @param request the request
   * @param reply the reply
   * @return run on the same thread when the stretch is over; null for nothing
   */
  default @Nullable Runnable threadScope(Request request, Reply reply) {
    return null;
  }

  /**
   * A handler is about to run.
   *
   * @param request the request
   * @param reply the reply
   */
  default void handlerStart(Request request, Reply reply) {}

  /**
   * A handler has returned or failed. A payload that it returned has been sent by now, unless it
   * was a stage.
   *
   * @param request the request
   * @param reply the reply
   */
  default void handlerEnd(Request request, Reply reply) {}

  /**
   * A preHandler hook, the handler itself or the stage it returned failed; the reply to the error
   * follows.
   *
   * @param request the request
   * @param reply the reply
   * @param error the error
   */
  default void handlerError(Request request, Reply reply, Throwable error) {}

  /**
   * A step of the request failed, whichever: a hook, a parser, the validation, the handler, the
   * serialization, an error handler, a time limit; and there is no error handler of the
   * application, or all have passed the error on. The framework's own reply to it follows. Comes
   * again when that fails as well.
   *
   * @param request the request
   * @param reply the reply
   * @param error the error
   */
  default void unhandledError(Request request, Reply reply, Throwable error) {}

  /**
   * The stage a handler returned has completed, its value or error is about to be sent. Not for
   * hijacked replies.
   *
   * @param request the request
   * @param reply the reply
   */
  default void asyncStart(Request request, Reply reply) {}

  /**
   * What the stage of a handler completed with has been sent.
   *
   * @param request the request
   * @param reply the reply
   */
  default void asyncEnd(Request request, Reply reply) {}

  /**
   * The request is over: its reply was sent, or its connection broke. Comes exactly once.
   *
   * @param request the request
   * @param reply the reply
   * @param error why the reply could not be sent; null when it was
   */
  default void responseEnd(Request request, Reply reply, @Nullable Throwable error) {}

  /**
   * Closing has come so far that no connection is left; onClose hooks follow. Comes exactly once,
   * on a server without sockets too.
   *
   * @param requestsCut how many requests were under way on connections that closing has cut,
   *     because their time was over or at once; see {@link FastjavaOptions#closeTimeout()}
   */
  default void connectionsClosed(int requestsCut) {}
}
