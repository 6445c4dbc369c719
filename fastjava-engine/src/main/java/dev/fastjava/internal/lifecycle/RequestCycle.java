package dev.fastjava.internal.lifecycle;

import dev.fastjava.BodyStream;
import dev.fastjava.ErrorHandler;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The way of a request from its first hook to the handler, top to bottom: onRequest, preParsing,
 * body, preValidation, validation, preHandler, handler. What is given as a reply goes on in {@link
 * ReplyCycle}. Within the segments of the request.
 *
 * <p>Reference: Lifecycle.
 */
final class RequestCycle implements Runnable, HookChain.Owner {
  private final Call call;

  /** Made for methods that have a body; the event loop reads it as well. */
  private volatile @Nullable BodyReading body;

  RequestCycle(Call call) {
    this.call = call;
  }

  /** The request is received: its way begins. */
  @Override
  public void run() {
    call.end.begin();
    call.log().incoming(call.request);
    hooks(Phase.ON_REQUEST, null);
  }

  private void hooks(Phase phase, @Nullable Object payload) {
    HookStep[] hooks = call.context().hooks().of(phase);
    if (hooks.length == 0) {
      after(phase, payload);
    } else {
      new HookChain(call, this, phase, hooks, payload).run();
    }
  }

  @Override
  public void phaseEnded(Phase phase, @Nullable Object payload, @Nullable Throwable failure) {
    if (failure != null) {
      if (phase == Phase.PRE_HANDLER && !call.end.isCommitted()) {
        HandlerWatch.skipped(call, failure);
      }
      call.replying.fail(failure);
    } else if (!call.end.isCommitted()) {
      after(phase, payload);
    }
  }

  /** What comes after the hooks of a phase. */
  private void after(Phase phase, @Nullable Object payload) {
    switch (phase) {
      case ON_REQUEST -> parse();
      case PRE_PARSING -> readBody(payload);
      case PRE_VALIDATION -> validate();
      case PRE_HANDLER -> handle();
      default -> throw new IllegalStateException(phase.name());
    }
  }

  private void parse() {
    // The request's own method decides: its route may have several, and a not-found handler any.
    if (call.context().shared().methodsWithBody().contains(call.exchange.method())
        || call.context().hooks().has(Phase.PRE_PARSING)) {
      BodyReading reading = new BodyReading(call);
      body = reading;
      if (!reading.mayBegin()) {
        return;
      }
    }
    hooks(Phase.PRE_PARSING, null);
  }

  /** It is the turn of this request to have a thread wait for its body. */
  void bodyTurnCame() {
    if (!call.end.isCommitted()) {
      hooks(Phase.PRE_PARSING, null);
    }
  }

  private void readBody(@Nullable Object replaced) {
    BodyReading reading = body;
    if (reading == null) {
      bodyRead();
    } else {
      reading.read(replaced);
    }
  }

  /** The body as a preParsing hook may have it. */
  BodyStream bodyOf(@Nullable Object payload) {
    return java.util.Objects.requireNonNull(body).streamOf(payload);
  }

  /** The body has been parsed, or there is none. */
  void bodyRead() {
    hooks(Phase.PRE_VALIDATION, null);
  }

  private void validate() {
    RouteContext context = call.context();
    RouteValidators validators = context.compiled().validators();
    if (validators != null) {
      Throwable error = validators.validate(call.request);
      if (error != null) {
        if (!context.info().attachValidation()) {
          call.replying.fail(error);
          return;
        }
        call.request.attach(error);
      }
    }
    hooks(Phase.PRE_HANDLER, null);
  }

  private void handle() {
    HandlerWatch watch = HandlerWatch.of(call);
    if (watch != null) {
      watch.start();
    }
    Object result;
    try {
      result = call.context().handler().handle(call.request, call.reply);
    } catch (Throwable thrown) {
      Thrown.rethrowFatal(thrown);
      Throwable e = Thrown.inner(thrown);
      if (watch != null) {
        watch.error(e);
      }
      if (call.isCurrent()) {
        call.replying.fail(e);
      } else if (!(e instanceof InterruptedException)) {
        call.replying.refused(null, e);
      }
      if (watch != null) {
        watch.end(false);
      }
      return;
    }
    if (!call.isCurrent() && result != call.reply) {
      // Its time is up and the reply has gone: this one comes too late.
      call.replying.refused(null, null);
    }
    // A stage that is complete already counts as one that completes later.
    boolean later = result instanceof CompletionStage<?>;
    if (watch != null && later) {
      watch.end(true);
    }
    if (call.isCurrent()) {
      call.replying.settle(result, watch);
    }
    if (watch != null && !later) {
      watch.end(false);
    }
  }

  /** Hands the request to the not-found handler of its context. */
  void callNotFound() {
    RouteContext notFound = call.context().notFound();
    if (notFound == null) {
      call.log().notFoundInNotFound(call.reply);
      call.reply.code(404);
      call.replying.send("404 Not Found");
      return;
    }
    call.moveTo(notFound);
    // The not-found handler's preHandler hooks run, whatever step the call came from.
    hooks(Phase.PRE_HANDLER, null);
  }

  /** All there is of a request that has failed before its route was known. */
  void failed(ErrorHandler handler, Throwable error) {
    call.log().incoming(call.request);
    call.server.listeners().unhandledError(call, error);
    Object result;
    try {
      result = handler.handle(error, call.request, call.reply);
    } catch (Throwable e) {
      Thrown.rethrowFatal(e);
      call.replying.fail(e);
      return;
    }
    call.replying.settle(result, null);
  }

  /** The response is over: no thread has to wait for the body any more. On the event loop. */
  void responseFinished() {
    BodyReading reading = body;
    if (reading != null) {
      reading.responseFinished();
    }
  }
}
