package dev.fastjava.conformance.scenario;

import dev.fastjava.AbortHook;
import dev.fastjava.AppHook;
import dev.fastjava.BodyStream;
import dev.fastjava.CallbackAppHook;
import dev.fastjava.CloseHook;
import dev.fastjava.ContextHook;
import dev.fastjava.Done;
import dev.fastjava.ErrorHook;
import dev.fastjava.Fastjava;
import dev.fastjava.Hook;
import dev.fastjava.ParsingHook;
import dev.fastjava.PayloadDone;
import dev.fastjava.PayloadHook;
import dev.fastjava.Reply;
import dev.fastjava.Request;
import dev.fastjava.RouteHook;
import org.jspecify.annotations.Nullable;

/**
 * Makes hooks. A plain function becomes a hook in callback style, one that returns a promise a hook
 * in plain style, or in callback style when it must not block.
 */
final class HookFunctions {
  private final Interpreter interpreter;

  HookFunctions(Interpreter interpreter) {
    this.interpreter = interpreter;
  }

  /**
   * Makes a hook.
   *
   * @param owner the instance it is added to, for hooks that are not given one
   * @return one of the hook types of the phase; what is not described as a function as it is
   */
  Object hook(String phase, @Nullable Object value, @Nullable Fastjava owner) {
    if (!HandlerFunctions.isFunction(value)) {
      return value == null ? Absent.VALUE : value;
    }
    Spec function = Spec.of(value);
    // A promise of the reply waits for it to be sent: in Java, a callback that is never called.
    boolean callback =
        !FunctionRunner.isAsync(function)
            || interpreter.runner().mustNotBlock(function)
            || FunctionRunner.has(function, "returnReply");
    return switch (phase) {
      case "preParsing" -> callback ? callbackParsing(function) : plainParsing(function);
      case "preSerialization" ->
          callback ? callbackPayload(function, null) : plainPayload(function, null);
      // Null is what an onSend hook gets for a reply without a payload; JSON's null is a text.
      case "onSend" ->
          callback ? callbackPayload(function, Absent.VALUE) : plainPayload(function, Absent.VALUE);
      case "onError" -> callback ? callbackError(function) : plainError(function);
      case "onRequestAbort" -> callback ? callbackAbort(function) : plainAbort(function);
      case "onReady", "onListen", "preClose" ->
          callback ? callbackApp(function, owner) : plainApp(function, owner);
      case "onClose" -> callback ? callbackClose(function) : plainClose(function);
      case "onRoute" -> route(function);
      case "onRegister" -> register(function);
      default -> callback ? callbackRequest(function) : plainRequest(function);
    };
  }

  private static Frame frame(Request request, Reply reply) {
    return new Frame().self(reply.server()).on(request, reply);
  }

  /** Runs in callback style and completes when the described function does. */
  private void callback(Spec function, Frame frame, Done done) {
    frame.callback(done);
    interpreter.runner().runCallback(function, frame, () -> complete(function, frame, done));
  }

  private static void complete(Spec function, Frame frame, Done done) {
    if (FunctionRunner.isAsync(function)) {
      completePromise(frame, done);
    } else if (!frame.settled) {
      if (frame.payloadChanged && frame.payload != Absent.VALUE) {
        replace(done, frame.payload);
      } else {
        done.done();
      }
    }
  }

  private static void completePromise(Frame frame, Done done) {
    Object outcome = outcome(frame);
    if (outcome instanceof Reply) {
      // The function waits for its own reply, which ends the request; done must not go on.
      if (frame.sent) {
        done.done();
      }
    } else if (outcome == Absent.VALUE) {
      done.done();
    } else {
      replace(done, outcome);
    }
  }

  /** A value means nothing to hooks that have no payload. */
  private static void replace(Done done, @Nullable Object payload) {
    if (done instanceof PayloadDone hook) {
      hook.done(payload);
    } else {
      done.done();
    }
  }

  /** What the promise of a hook resolves with. */
  private static @Nullable Object outcome(Frame frame) {
    if (frame.hasResult) {
      return frame.result;
    }
    return frame.payloadChanged ? frame.payload : Absent.VALUE;
  }

  private Hook plainRequest(Spec function) {
    return (request, reply) -> interpreter.runner().runBlocking(function, frame(request, reply));
  }

  private Hook.Callback callbackRequest(Spec function) {
    return (request, reply, done) -> callback(function, frame(request, reply), done);
  }

  private ParsingHook plainParsing(Spec function) {
    return (Request request, Reply reply, BodyStream payload) ->
        plain(function, request, reply, payload, null);
  }

  private ParsingHook.Callback callbackParsing(Spec function) {
    return (request, reply, payload, done) ->
        callback(function, frame(request, reply).payload(payload), done);
  }

  private PayloadHook plainPayload(Spec function, @Nullable Object nothing) {
    return (Request request, Reply reply, @Nullable Object payload) ->
        plain(function, request, reply, payload, nothing);
  }

  private @Nullable Object plain(
      Spec function,
      Request request,
      Reply reply,
      @Nullable Object payload,
      @Nullable Object nothing) {
    Frame frame = frame(request, reply).payload(payload == null ? nothing : payload);
    interpreter.runner().runBlocking(function, frame);
    Object outcome = outcome(frame);
    return outcome == Absent.VALUE || outcome instanceof Reply ? payload : outcome;
  }

  private PayloadHook.Callback callbackPayload(Spec function, @Nullable Object nothing) {
    return (request, reply, payload, done) ->
        callback(
            function, frame(request, reply).payload(payload == null ? nothing : payload), done);
  }

  private ErrorHook plainError(Spec function) {
    return (request, reply, error) ->
        interpreter.runner().runBlocking(function, frame(request, reply).error(error));
  }

  private ErrorHook.Callback callbackError(Spec function) {
    return (request, reply, error, done) ->
        callback(function, frame(request, reply).error(error), done);
  }

  private AbortHook plainAbort(Spec function) {
    return request ->
        interpreter
            .runner()
            .runBlocking(function, new Frame().self(request.server()).on(request, null));
  }

  private AbortHook.Callback callbackAbort(Spec function) {
    return (request, done) ->
        callback(function, new Frame().self(request.server()).on(request, null), done);
  }

  private AppHook plainApp(Spec function, @Nullable Fastjava owner) {
    return () -> interpreter.runner().runBlocking(function, new Frame().self(owner));
  }

  private CallbackAppHook callbackApp(Spec function, @Nullable Fastjava owner) {
    return done -> callback(function, new Frame().self(owner), done);
  }

  private CloseHook plainClose(Spec function) {
    return instance -> interpreter.runner().runBlocking(function, new Frame().self(instance));
  }

  private CloseHook.Callback callbackClose(Spec function) {
    return (instance, done) -> callback(function, new Frame().self(instance), done);
  }

  private RouteHook route(Spec function) {
    return (definition, instance) -> {
      Frame frame = new Frame().self(instance);
      frame.route = definition;
      interpreter.runner().runCallback(function, frame, () -> {});
    };
  }

  private ContextHook register(Spec function) {
    return (instance, options) -> {
      Frame frame = new Frame().self(instance);
      frame.options = Echo.view(options);
      interpreter.runner().runCallback(function, frame, () -> {});
    };
  }
}
