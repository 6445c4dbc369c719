package dev.fastjava.conformance.scenario;

import dev.fastjava.ErrorHandler;
import dev.fastjava.Fastjava;
import dev.fastjava.Handler;
import dev.fastjava.Reply;
import dev.fastjava.Request;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Makes handlers, error handlers and not-found handlers. */
final class HandlerFunctions {
  private final Interpreter interpreter;

  HandlerFunctions(Interpreter interpreter) {
    this.interpreter = interpreter;
  }

  static boolean isFunction(@Nullable Object value) {
    return Spec.isObject(value) && Spec.of(value).get("do") instanceof List<?>;
  }

  /**
   * Makes a handler.
   *
   * @param bound the instance it is bound to; null for that of the route
   */
  Handler handler(@Nullable Object value, @Nullable Fastjava bound) {
    Spec function = function(value, "a handler");
    return (request, reply) -> call(function, bound, null, request, reply);
  }

  /**
   * Makes an error handler.
   *
   * @param bound the instance it is bound to; null for that of the route
   */
  ErrorHandler errorHandler(@Nullable Object value, @Nullable Fastjava bound) {
    Spec function = function(value, "an error handler");
    return (error, request, reply) -> call(function, bound, error, request, reply);
  }

  private static Spec function(@Nullable Object value, String what) {
    if (!isFunction(value)) {
      throw new NotExpressible(what + " that is no function: " + Kinds.text(value));
    }
    return Spec.of(value);
  }

  @SuppressWarnings("FutureReturnValueIgnored") // the engine takes a stage for the payload
  private @Nullable Object call(
      Spec function,
      @Nullable Fastjava bound,
      @Nullable Throwable error,
      Request request,
      Reply reply) {
    Frame frame =
        new Frame().self(bound == null ? reply.server() : bound).on(request, reply).error(error);
    FunctionRunner runner = interpreter.runner();
    if (!FunctionRunner.isAsync(function)) {
      frame.late = reply::send;
      runner.runCallback(function, frame, () -> {});
      return frame.hasResult && frame.result != Absent.VALUE ? result(frame) : reply;
    }
    if (runner.mustNotBlock(function)) {
      return runner.runPromise(function, frame).thenApply(done -> result(frame));
    }
    try {
      runner.runBlocking(function, frame);
    } catch (Throwable e) {
      if (frame.sent) {
        // What a promise rejects with after the reply is told apart from what a function throws.
        return CompletableFuture.failedFuture(e);
      }
      throw e;
    }
    return result(frame);
  }

  /** What a handler returns for what the described function would. */
  private static @Nullable Object result(Frame frame) {
    if (!frame.hasResult || frame.result == Absent.VALUE) {
      return frame.sent ? frame.reply() : null;
    }
    if (frame.result == null) {
      // Returning null means an empty body; this is the JSON value null.
      return frame.reply().send((Object) null);
    }
    return frame.result;
  }
}
