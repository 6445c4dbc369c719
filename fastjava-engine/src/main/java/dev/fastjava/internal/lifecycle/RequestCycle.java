package dev.fastjava.internal.lifecycle;

import dev.fastjava.BodyStream;
import dev.fastjava.ErrorHandler;
import dev.fastjava.Execution;
import dev.fastjava.RequestListener;
import dev.fastjava.internal.exchange.Exchange;
import dev.fastjava.internal.exchange.ExchangeListener;
import dev.fastjava.internal.routing.RouteMatch;
import java.io.InputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * One request on its way: onRequest, preParsing, body, preValidation, validation, preHandler,
 * handler; the reply half is in {@link ReplyPipeline}. A state machine that runs in segments on the
 * executor of the route's mode; each step runs once, never two at a time.
 *
 * <p>Reference: Lifecycle.
 */
final class RequestCycle extends ReplyPipeline implements ExchangeListener, Runnable {
  final LiveRequest request;
  final LiveReply reply;
  private final Executor executor;
  private volatile SerialExecutor segments;
  private @Nullable BodyStream body;
  private @Nullable CycleTimeout timeout;
  private boolean finished;

  RequestCycle(
      ServerRuntime server,
      Exchange exchange,
      RouteContext context,
      @Nullable RouteMatch<RouteHolder> match) {
    super(server, exchange, context);
    this.executor = server.executors().of(context.execution, exchange);
    this.segments = new SerialExecutor(executor);
    this.request = new LiveRequest(this, match);
    this.reply = new LiveReply(this);
    exchange.listener(this);
  }

  @Override
  LiveRequest request() {
    return request;
  }

  @Override
  LiveReply reply() {
    return reply;
  }

  RequestLog log() {
    return server.log();
  }

  /** Starts the request; called on the event loop. */
  void start() {
    if (context.execution == Execution.EVENT_LOOP) {
      run();
    } else {
      server.executors().start(context.execution, this);
    }
  }

  /** Replies to an error that happened before a route was known; called on the event loop. */
  void startWith(ErrorHandler handler, Throwable error) {
    segments.begin(
        () -> {
          log().incoming(request);
          Object result;
          try {
            result = handler.handle(error, request, reply);
          } catch (Throwable e) {
            Failures.rethrowFatal(e);
            fail(e);
            return;
          }
          settle(result);
        });
  }

  /** The first segment. */
  @Override
  public void run() {
    segments.begin(this::begin);
  }

  private void begin() {
    log().incoming(request);
    if (context.handlerTimeout > 0) {
      timeout = CycleTimeout.start(this, context.handlerTimeout);
    }
    if (context.hooks.onRequest.length == 0) {
      parse();
    } else {
      runPhase(Phase.ON_REQUEST, context.hooks.onRequest, null);
    }
  }

  @Override
  void runPhase(Phase phase, Object[] hooks, @Nullable Object payload) {
    new HookChain(this, phase, hooks, payload).run();
  }

  /** The hooks of a phase have all run, or one has failed. */
  void phaseEnded(HookChain chain, @Nullable Throwable failure) {
    Phase phase = chain.phase();
    switch (phase) {
      case ON_RESPONSE -> responseHooksEnded(failure);
      case ON_TIMEOUT -> {}
      case ON_REQUEST_ABORT -> {
        if (failure != null) {
          log().abortHookFailed(reply, failure);
        }
      }
      case PRE_SERIALIZATION, ON_ERROR, ON_SEND -> replyPhaseEnded(phase, chain.payload(), failure);
      default -> {
        if (failure != null) {
          fail(failure);
        } else if (!isCommitted()) {
          requestPhaseEnded(phase, chain.payload());
        }
      }
    }
  }

  private void requestPhaseEnded(Phase phase, @Nullable Object payload) {
    switch (phase) {
      case ON_REQUEST -> parse();
      case PRE_PARSING -> {
        body = payload == null ? null : bodyOf(payload);
        readBody();
      }
      case PRE_VALIDATION -> validate();
      case PRE_HANDLER -> handle();
      default -> throw new IllegalStateException(phase.name());
    }
  }

  private void parse() {
    if (context.hooks.preParsing.length == 0) {
      readBody();
    } else {
      runPhase(Phase.PRE_PARSING, context.hooks.preParsing, null);
    }
  }

  private void readBody() {
    BodyReading.read(this, body);
  }

  /** The body of the request for a preParsing hook or a parser: a replaced one or the original. */
  BodyStream bodyOf(@Nullable Object payload) {
    if (payload instanceof BodyStream stream) {
      return stream;
    }
    if (payload instanceof InputStream stream) {
      return BodyStream.of(stream);
    }
    if (payload == null) {
      if (body == null) {
        body = exchange.bodyStream();
      }
      return body;
    }
    throw new IllegalArgumentException(
        "A preParsing hook must return a BodyStream or InputStream, not "
            + payload.getClass().getName());
  }

  /** The body has been parsed, or there is none. */
  void bodyRead() {
    if (context.hooks.preValidation.length == 0) {
      validate();
    } else {
      runPhase(Phase.PRE_VALIDATION, context.hooks.preValidation, null);
    }
  }

  private void validate() {
    if (context.validators != null) {
      Throwable error = context.validators.validate(request);
      if (error != null) {
        if (!context.attachValidation) {
          fail(error);
          return;
        }
        request.validationError = error;
      }
    }
    beforeHandler();
  }

  private void beforeHandler() {
    if (context.hooks.preHandler.length == 0) {
      handle();
    } else {
      runPhase(Phase.PRE_HANDLER, context.hooks.preHandler, null);
    }
  }

  private void handle() {
    RequestListener listener = server.listener();
    if (listener != null) {
      listener.handlerStart(request, reply);
    }
    Object result;
    try {
      result = context.handler.handle(request, reply);
    } catch (Throwable e) {
      Failures.rethrowFatal(e);
      if (listener != null) {
        listener.handlerError(request, reply, e);
        listener.handlerEnd(request, reply);
      }
      if (isCurrent()) {
        fail(e);
      }
      return;
    }
    if (isCurrent()) {
      settle(result);
    }
    if (listener != null) {
      listener.handlerEnd(request, reply);
    }
  }

  @Override
  void settle(@Nullable Object result) {
    if (result == reply) {
      return;
    }
    if (result instanceof CompletionStage<?> stage) {
      if (stage instanceof CompletableFuture<?> future && future.isDone()) {
        settleCompleted(future);
      } else {
        stage.whenComplete((value, error) -> submit(() -> settled(value, error)));
      }
    } else if (result != null) {
      send(result);
    } else if (!isCommitted()) {
      send(NOTHING);
    }
  }

  private void settleCompleted(CompletableFuture<?> future) {
    Object value;
    try {
      value = future.join();
    } catch (RuntimeException e) {
      settled(null, e);
      return;
    }
    settled(value, null);
  }

  private void settled(@Nullable Object value, @Nullable Throwable error) {
    RequestListener listener = server.listener();
    if (error != null) {
      Throwable cause = Failures.unwrap(error);
      if (listener != null && cause != null) {
        listener.handlerError(request, reply, cause);
      }
      if (isCommitted()) {
        log().stageFailedAfterReply(reply, cause);
      } else if (cause != null) {
        fail(cause);
      }
    } else if (value != reply) {
      if (value != null) {
        send(value);
      } else if (!isCommitted() && exchange.isOpen()) {
        send(NOTHING);
      }
    }
    if (listener != null) {
      listener.asyncEnd(request, reply);
    }
  }

  /** Hands the request to the not-found handler of its context. */
  void callNotFound() {
    RouteContext notFound = context.notFound;
    if (notFound == null) {
      log().notFoundInNotFound(reply);
      reply.code(404);
      send("404 Not Found");
      return;
    }
    context = notFound;
    // The not-found handler's preHandler hooks run, whatever step the call came from.
    beforeHandler();
  }

  /** The application takes the response over. */
  void hijacked() {
    state = State.HIJACKED;
    if (timeout != null) {
      timeout.cancel();
    }
  }

  /** The application has ended the response below the framework. */
  void rawEnded() {
    if (state != State.HIJACKED) {
      state = State.ENDED;
    }
  }

  boolean isCurrent() {
    return segments.isCurrent();
  }

  void submit(Runnable task) {
    segments.submit(task);
  }

  @Override
  void inSegment(Runnable task) {
    segments.run(task);
  }

  /**
   * Where blocking calls of this request may run: its own executor unless that is an event loop.
   */
  Executor blockingExecutor() {
    return context.execution == Execution.EVENT_LOOP ? server.executors().blocking() : executor;
  }

  /** A step was completed a second time, or after a reply. */
  void completedAgain(@Nullable Throwable error) {
    log().completedAgain(reply, error);
  }

  /** The handler's time is up: what still runs is cut off from the reply, and the error replies. */
  void timeUp(Throwable error) {
    Thread busy = segments.runner();
    if (busy == null || state != State.OPEN) {
      submit(() -> timeoutReply(error));
      return;
    }
    segments = new SerialExecutor(executor);
    busy.interrupt();
    submit(() -> timeoutReply(error));
  }

  private void timeoutReply(Throwable error) {
    if (finished || state == State.HIJACKED) {
      return;
    }
    request.signal.abort(error);
    if (exchange.headSent()) {
      exchange.destroy(error);
    } else if (state == State.OPEN) {
      fail(error);
    }
  }

  @Override
  public void responseFinished(@Nullable Throwable failure) {
    if (timeout != null) {
      timeout.cancel();
    }
    if (context.hooks.onResponse.length > 0 || server.observesResponses() || reply.isAwaited()) {
      submit(() -> responseOver(failure));
    } else {
      finished = true;
    }
  }

  private void responseOver(@Nullable Throwable failure) {
    finished = true;
    reply.responseOver(failure);
    responseFailure = failure;
    if (context.hooks.onResponse.length > 0) {
      runPhase(Phase.ON_RESPONSE, context.hooks.onResponse, null);
    } else {
      responseHooksEnded(failure);
    }
  }

  private @Nullable Throwable responseFailure;

  private void responseHooksEnded(@Nullable Throwable hookFailure) {
    log().completed(reply, hookFailure);
    RequestListener listener = server.listener();
    if (listener != null) {
      listener.responseEnd(request, reply, responseFailure);
    }
  }

  @Override
  public void clientAborted() {
    request.signal.abort(null);
    if (timeout != null) {
      timeout.cancel();
    }
    if (context.hooks.onRequestAbort.length > 0) {
      submit(() -> runPhase(Phase.ON_REQUEST_ABORT, context.hooks.onRequestAbort, null));
    }
  }

  @Override
  public void connectionTimedOut() {
    if (context.hooks.onTimeout.length > 0) {
      submit(() -> runPhase(Phase.ON_TIMEOUT, context.hooks.onTimeout, null));
    }
  }
}
