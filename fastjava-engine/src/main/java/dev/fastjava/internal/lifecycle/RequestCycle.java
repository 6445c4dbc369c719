package dev.fastjava.internal.lifecycle;

import dev.fastjava.BodyStream;
import dev.fastjava.ErrorHandler;
import dev.fastjava.Execution;
import dev.fastjava.RequestListener;
import dev.fastjava.error.HttpException;
import dev.fastjava.internal.exchange.Exchange;
import dev.fastjava.internal.exchange.ExchangeListener;
import dev.fastjava.internal.routing.RouteMatch;
import java.io.InputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * One request on its way: onRequest, preParsing, body, preValidation, validation, preHandler,
 * handler; the reply half is in {@link ReplyPipeline}. A state machine that runs in segments on the
 * executor of the route's mode; each step runs once, never two at a time.
 *
 * <p>Reference: Lifecycle.
 */
final class RequestCycle extends ReplyPipeline
    implements ExchangeListener, Runnable, SerialExecutor.Owner {
  final LiveRequest request;
  final LiveReply reply;
  private final Executor executor;
  private volatile SerialExecutor segments;
  private @Nullable BodyStream body;

  // Written by segments, read by the event loop when the response is over or the client is gone.
  private volatile @Nullable CycleTimeout timeout;
  private volatile @Nullable RequestRecording recording;

  /** Only of a request whose body a worker may have to wait for. */
  private volatile BodyTurns.@Nullable Turn bodyTurn;

  private @Nullable HandlerWatch watched;
  private @Nullable Throwable responseFailure;
  private @Nullable Throwable logged;

  /** Whether the watchdog knows of this request. */
  private volatile boolean waited;

  private volatile @Nullable Object waitsFor;

  private volatile boolean finished;
  private AbortHooks abortHooks = AbortHooks.NOT_RUN;
  private boolean over;

  /** Where the hooks of an abort stand, which two events may call for. */
  private enum AbortHooks {
    NOT_RUN,
    RUNNING,
    ENDED
  }

  RequestCycle(
      ServerRuntime server,
      Exchange exchange,
      RouteContext context,
      @Nullable RouteMatch<RouteHolder> match) {
    super(server, exchange, context);
    this.executor = server.executors().of(context.execution, exchange);
    this.segments = new SerialExecutor(executor, this);
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

  /**
   * Replies to an error that happened before a route was known; called on the event loop. The
   * handler runs where the server's handlers do.
   */
  void startWith(ErrorHandler handler, Throwable error) {
    Runnable first = () -> segments.begin(() -> replyWith(handler, error));
    if (context.execution == Execution.EVENT_LOOP) {
      first.run();
    } else {
      server.executors().start(context.execution, first);
    }
  }

  private void replyWith(ErrorHandler handler, Throwable error) {
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
  }

  /** The first segment. */
  @Override
  public void run() {
    if (context.execution != Execution.EVENT_LOOP
        && exchange.holdsBack(context.replySize.expected(), this::runLater)) {
      return;
    }
    segments.begin(this::begin);
  }

  /** The first segment of a request that had to wait for its client to take other responses. */
  private void runLater() {
    try {
      executor.execute(
          () -> segments.begin(exchange.isOpen() && !exchange.aborted() ? this::begin : () -> {}));
    } catch (RejectedExecutionException e) {
      // The server has been closed meanwhile, and with it the connection.
      exchange.destroy(e);
    }
  }

  private void begin() {
    if (FlightRecorder.recordsRequests()) {
      recording = RequestRecording.start();
    }
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

  private void runPhase(Phase phase, Object[] hooks, @Nullable Object payload) {
    new HookChain(this, phase, hooks, payload).run();
  }

  /** The hooks of a phase have all run, or one has failed. */
  void phaseEnded(HookChain chain, @Nullable Throwable failure) {
    Phase phase = chain.phase();
    switch (phase) {
      case ON_RESPONSE -> {
        log().completed(reply, failure);
        over();
      }
      // The reference reports nothing here; an error is not to be lost all the same.
      case ON_TIMEOUT -> {
        if (failure != null) {
          log().timeoutHookFailed(reply, failure);
        }
      }
      case ON_REQUEST_ABORT -> {
        if (failure != null) {
          log().abortHookFailed(reply, failure);
        }
        abortHooksEnded();
      }
      case PRE_SERIALIZATION, ON_ERROR, ON_SEND -> replyPhaseEnded(phase, chain.payload(), failure);
      default -> {
        if (failure != null) {
          if (phase == Phase.PRE_HANDLER && !isCommitted()) {
            handlerSkipped(failure);
          }
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
    if (exchange.bodyIsArriving() && holdsWorker() && !beginBodyTurn()) {
      return;
    }
    parseNow();
  }

  private void parseNow() {
    if (context.hooks.preParsing.length == 0) {
      readBody();
    } else {
      runPhase(Phase.PRE_PARSING, context.hooks.preParsing, null);
    }
  }

  /** Whether a worker may have to wait for the body of this request. */
  private boolean holdsWorker() {
    return server.executors().blocksWorkers(context.execution)
        && (context.hooks.preParsing.length > 0
            || (context.execution == Execution.WORKER && BodyReading.takesStream(this)));
  }

  /** Returns false when the request goes on later, or not at all. */
  private boolean beginBodyTurn() {
    BodyTurns.Turn turn =
        server.bodyTurns()
        .new Turn(() -> submit(this::bodyTurnCame), () -> submit(this::bodyTurnMissed));
    bodyTurn = turn;
    boolean now = turn.begin();
    if (isCommitted() || !exchange.isOpen()) {
      // The end of the response may have been told before there was a turn to end.
      now |= turn.end();
      return now && !isCommitted();
    }
    if (!now) {
      waits("other clients that send their bodies: as many workers as may wait for bodies do");
    }
    return now;
  }

  private void bodyTurnCame() {
    if (!isCommitted()) {
      parseNow();
    }
  }

  private void bodyTurnMissed() {
    if (!isCommitted()) {
      reply.headers.set("connection", "close");
      fail(new HttpException(503, "Too many requests wait for their bodies to be read"));
    }
  }

  void endBodyTurn() {
    BodyTurns.Turn turn = bodyTurn;
    if (turn != null) {
      turn.end();
    }
  }

  /** The body as it arrives. */
  BodyStream receivedBody() {
    BodyStream received = exchange.bodyStream();
    BodyTurns.Turn turn = bodyTurn;
    return turn == null ? received : new TurnedBody(received, turn);
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
        body = receivedBody();
      }
      return body;
    }
    throw new IllegalArgumentException(
        "A preParsing hook must return a BodyStream or InputStream, not "
            + payload.getClass().getName());
  }

  /** The body has been parsed, or there is none. */
  void bodyRead() {
    if (bodyTurn != null && !exchange.bodyIsArriving()) {
      endBodyTurn();
    }
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
    HandlerWatch watch = HandlerWatch.of(this);
    if (watch != null) {
      watch.start();
    }
    Object result;
    try {
      result = context.handler.handle(request, reply);
    } catch (Throwable e) {
      Failures.rethrowFatal(e);
      if (watch != null) {
        watch.error(e);
      }
      if (isCurrent()) {
        fail(e);
      } else if (!(e instanceof InterruptedException)) {
        log().alreadySent(reply, SentPlace.alreadySent(reply, null, e));
      }
      if (watch != null) {
        watch.end(false);
      }
      return;
    }
    if (!isCurrent() && result != reply) {
      // Its time is up and the reply has gone: this one comes too late.
      log().alreadySent(reply, SentPlace.alreadySent(reply, null, null));
    }
    if (watch == null) {
      if (isCurrent()) {
        settle(result);
      }
      return;
    }
    if (result instanceof CompletionStage<?>) {
      // A stage that is complete already counts as one that completes later.
      watch.end(true);
      if (isCurrent()) {
        watched = watch;
        settle(result);
      }
    } else {
      if (isCurrent()) {
        settle(result);
      }
      watch.end(false);
    }
  }

  /** A preHandler hook has failed: watchers see it as an error of the handler. */
  private void handlerSkipped(Throwable error) {
    HandlerWatch watch = HandlerWatch.of(this);
    if (watch != null) {
      watch.start();
      watch.error(error);
      watch.end(false);
    }
  }

  @Override
  void settle(@Nullable Object result) {
    if (result == reply) {
      if (!isCommitted()) {
        waits("reply.send(...), as the handler has returned the reply");
        exchange.left();
      }
      return;
    }
    if (result instanceof CompletionStage<?> stage) {
      // Not those of its subclasses that can only be chained, as completedStage returns them.
      if (stage.getClass() == CompletableFuture.class && ((CompletableFuture<?>) stage).isDone()) {
        settleCompleted((CompletableFuture<?>) stage);
      } else {
        waits("the stage that the handler returned");
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
    HandlerWatch watch = watched;
    watched = null;
    Throwable cause = Failures.unwrap(error);
    if (state == State.HIJACKED && cause == null) {
      return;
    }
    if (watch != null) {
      if (cause != null) {
        watch.error(cause);
      }
      watch.asyncStart();
    }
    if (cause != null) {
      if (isCommitted()) {
        log().stageFailedAfterReply(reply, cause);
      } else {
        fail(cause);
      }
    } else if (value == reply) {
      if (!isCommitted()) {
        exchange.left();
      }
    } else {
      if (value != null) {
        send(value);
      } else if (!isCommitted() && exchange.isOpen()) {
        send(NOTHING);
      } else if (!isCommitted()) {
        exchange.left();
      }
    }
    if (watch != null) {
      watch.asyncEnd();
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
    exchange.left();
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

  @Override
  public void submit(Runnable task) {
    segments.submit(task);
  }

  @Override
  void inSegment(Runnable task) {
    segments.run(task);
  }

  @Override
  public @Nullable Runnable enter() {
    RequestListener listener = server.listener();
    return listener == null ? null : listener.threadScope(request, reply);
  }

  /** Runs code of the application outside of a segment. */
  void inScope(Runnable task) {
    Runnable leave = enter();
    try {
      task.run();
    } finally {
      if (leave != null) {
        leave.run();
      }
    }
  }

  /** Whether an error is in the log already, as one that no step should have let out. */
  boolean isLogged(Throwable error) {
    return logged == error;
  }

  /** A step let an error out that it should have handled: the client gets one all the same. */
  @Override
  public void segmentFailed(Throwable error) {
    try {
      logged = error;
      log().stepFailed(reply, error);
    } catch (Throwable again) {
      // It may well be the logger that failed.
      error.addSuppressed(again);
    }
    try {
      if (!isCommitted()) {
        fail(error);
      } else if (state != State.HIJACKED && !finished) {
        exchange.destroy(error);
      }
    } catch (Throwable again) {
      exchange.destroy(again);
    }
  }

  /**
   * Where blocking calls of this request may run: its own executor unless that is an event loop.
   */
  @Override
  public Executor blockingExecutor() {
    return context.execution == Execution.EVENT_LOOP ? server.executors().blocking() : executor;
  }

  /**
   * The request waits for what the application has to complete. Handlers with a time limit need no
   * watchdog.
   *
   * @param what a phase or a text: a constant, as this is said for every request that waits
   */
  void waits(Object what) {
    UnansweredRequests watchdog = server.unanswered();
    if (watchdog != null && context.handlerTimeout == 0) {
      waitsFor = what;
      if (!waited) {
        waited = true;
        watchdog.add(this);
      }
    }
  }

  String waitsFor() {
    Object what = waitsFor;
    return what instanceof Phase phase
        ? "the done of a " + phase.label() + " hook"
        : String.valueOf(what);
  }

  /** Whether nothing has been sent yet and somebody waits for it. */
  boolean isUnanswered() {
    return (state == State.OPEN || state == State.SENDING) && !finished && exchange.isOpen();
  }

  /**
   * A step was completed a second time, or has failed after it was completed. On any thread.
   *
   * @param step a hook by its name, or what else it is
   */
  void completedAgain(String step, @Nullable Throwable error) {
    log().completedAgain(reply, step, error);
  }

  /** The handler's time is up: what still runs is cut off from the reply, and the error replies. */
  void timeUp(Throwable error) {
    if (!claim()) {
      submit(() -> timeUpWhileSending(error));
      return;
    }
    SerialExecutor before = segments;
    SerialExecutor after = before.cutOff();
    segments = after;
    if (after != before) {
      before.forwardWaiting();
    }
    submit(
        () -> {
          request.abort(error);
          if (exchange.headSent()) {
            cutOff(error);
          } else {
            errorHooks(error);
          }
        });
  }

  private void timeUpWhileSending(Throwable error) {
    if (finished || state == State.HIJACKED) {
      return;
    }
    request.abort(error);
    if (exchange.headSent()) {
      cutOff(error);
    } else {
      failWhileSending(error);
    }
  }

  /** The client has a part of the response, and gets no more. */
  private void cutOff(Throwable error) {
    log().streamFailed(reply, error);
    exchange.destroy(error);
  }

  @Override
  public void responseFailed(Throwable cause) {
    submit(() -> log().streamFailed(reply, cause));
  }

  @Override
  public void responseFinished(@Nullable Throwable failure) {
    if (bodyTurn != null) {
      // After the segment that runs: it may still wait for the body.
      submit(this::endBodyTurn);
    }
    if (timeout != null) {
      timeout.cancel();
    }
    boolean hooked =
        failure == null
            ? context.hooks.onResponse.length > 0
            : context.hooks.onRequestAbort.length > 0;
    if (hooked || observed()) {
      submit(() -> responseOver(failure));
    } else {
      finished = true;
    }
  }

  /** Whether anybody wants to know of the end of the response. */
  private boolean observed() {
    return server.observesResponses() || recording != null || waited || reply.isAwaited();
  }

  private void responseOver(@Nullable Throwable failure) {
    if (finished) {
      return;
    }
    finished = true;
    responseFailure = failure;
    reply.responseOver(failure);
    if (failure != null) {
      // Nobody has the response: the end of the request is told by onRequestAbort.
      abortHooks();
    } else if (context.hooks.onResponse.length > 0) {
      runPhase(Phase.ON_RESPONSE, context.hooks.onResponse, null);
    } else {
      log().completed(reply, null);
      over();
    }
  }

  @Override
  public void clientAborted() {
    if (timeout != null) {
      timeout.cancel();
    }
    request.abort(null);
    if (context.hooks.onRequestAbort.length > 0 || observed()) {
      submit(this::abortHooks);
    }
  }

  /** Runs the hooks of an abort, once; at the second of two occasions the request may be over. */
  private void abortHooks() {
    switch (abortHooks) {
      case NOT_RUN -> {
        if (context.hooks.onRequestAbort.length > 0) {
          abortHooks = AbortHooks.RUNNING;
          runPhase(Phase.ON_REQUEST_ABORT, context.hooks.onRequestAbort, null);
        } else {
          abortHooksEnded();
        }
      }
      case RUNNING -> {}
      case ENDED -> over();
    }
  }

  private void abortHooksEnded() {
    abortHooks = AbortHooks.ENDED;
    if (finished) {
      over();
    } else if (state != State.ENDED && !exchange.headSent()) {
      // A reply that may still come reaches nobody: the request is over now.
      responseOver(new ClientAbortedException());
    }
  }

  /** Nothing happens to the request any more. */
  private void over() {
    if (over) {
      return;
    }
    over = true;
    if (waited) {
      java.util.Objects.requireNonNull(server.unanswered()).remove(this);
    }
    if (recording != null) {
      recording.end(this, responseFailure);
    }
    RequestListener listener = server.listener();
    if (listener != null) {
      listener.responseEnd(request, reply, responseFailure);
    }
  }

  @Override
  public void connectionTimedOut() {
    if (context.hooks.onTimeout.length > 0) {
      submit(() -> runPhase(Phase.ON_TIMEOUT, context.hooks.onTimeout, null));
    }
  }
}
