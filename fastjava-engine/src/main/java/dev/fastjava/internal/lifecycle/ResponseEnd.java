package dev.fastjava.internal.lifecycle;

import dev.fastjava.internal.exchange.ExchangeListener;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * The one owner of the end of a response: whether there is a reply, whether the response is over,
 * and all that happens once because of it. Nobody else writes what is here; {@link #reply()} may be
 * asked from any thread.
 *
 * <p>The reply. The first line is decided between threads, all others within the segments of the
 * request:
 *
 * <pre>
 * event                                        OPEN      SENDING   SENT      HIJACKED
 * claim: a payload, an error, a time limit     SENDING   refused   refused   refused
 * sending: an error takes the reply's place    SENDING   SENDING   SENDING   SENDING
 * reopened: an error handler is called         OPEN      OPEN      OPEN      OPEN
 * sent: it is given to the transport           SENT      SENT      SENT      SENT
 * sentBelow: ended below the framework         SENT      SENT      SENT      HIJACKED
 * hijacked                                     HIJACKED  HIJACKED  HIJACKED  HIJACKED
 * </pre>
 *
 * <p>The response. A reply may still be given when it is over: then it reaches nobody.
 *
 * <pre>
 * event                           LIVE          ABORTING      ABORTED       ENDING  OVER
 * the client is gone              ABORTING (a)  -             -             -       -
 * (a) ended, nothing is sent                    OVER                        OVER    -
 * (a) ended, something is sent                  ABORTED                     OVER    -
 * the response is written         ENDING (r)    ENDING (r)    ENDING (r)    -       -
 * the response has failed         ENDING (a)    ENDING        OVER          -       -
 * (r) ended                                                                 OVER    -
 * an end nobody wants to know of  OVER
 *
 * (a) the onRequestAbort hooks run, (r) the onResponse hooks run
 * </pre>
 *
 * <p>Told are the watchdog, Java Flight Recorder and the listeners, in this order, once.
 */
final class ResponseEnd implements ExchangeListener, HookChain.Owner {
  /** Where the reply stands. */
  enum ReplyState {
    /** Nobody has replied yet. */
    OPEN,
    /** A payload is on its way through the hooks. */
    SENDING,
    /** The response is handed to the transport. */
    SENT,
    /** The application writes the response itself. */
    HIJACKED
  }

  /** Where the response stands. */
  enum Stage {
    /** Nothing has ended. */
    LIVE,
    /** The client is gone; hooks are told of it. */
    ABORTING,
    /** The client is gone and the hooks know; what is being sent has not failed yet. */
    ABORTED,
    /** The response is over; the last hooks run. */
    ENDING,
    /** Nothing happens to the request any more. */
    OVER
  }

  private static final VarHandle REPLY;
  private static final VarHandle STAGE;

  static {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      REPLY = lookup.findVarHandle(ResponseEnd.class, "reply", ReplyState.class);
      STAGE = lookup.findVarHandle(ResponseEnd.class, "stage", Stage.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final Call call;
  private volatile ReplyState reply = ReplyState.OPEN;
  private volatile Stage stage = Stage.LIVE;

  /** The request gets its reply without any hook and line of the log. */
  private boolean bare;

  /** Why the response could not be sent; written before the stage that tells of it. */
  private @Nullable Throwable failure;

  /** When the response was over, as far as somebody wanted to know. */
  private volatile long ended;

  private volatile @Nullable CompletableFuture<Void> completion;

  // Written by segments, read by the event loop.
  private volatile @Nullable HandlerTimeout timeout;
  private volatile FlightRecorder.@Nullable OfRequest recording;

  ResponseEnd(Call call) {
    this.call = call;
  }

  /** The first segment begins: from here on there is somebody to be told of the end. */
  void begin() {
    if (FlightRecorder.recordsRequests()) {
      recording = FlightRecorder.OfRequest.start();
    }
    long limit = call.context().handlerTimeout();
    if (limit > 0) {
      timeout = HandlerTimeout.start(call, limit);
    }
  }

  /** Nobody but listeners is told of this request. Before it begins. */
  void withoutSteps() {
    bare = true;
  }

  // The reply.

  ReplyState reply() {
    return reply;
  }

  boolean isCommitted() {
    return reply != ReplyState.OPEN;
  }

  /** Takes the right to reply; only one of several threads gets it. */
  boolean claim() {
    return REPLY.compareAndSet(this, ReplyState.OPEN, ReplyState.SENDING);
  }

  void sending() {
    reply = ReplyState.SENDING;
  }

  void reopened() {
    reply = ReplyState.OPEN;
  }

  void sent() {
    reply = ReplyState.SENT;
  }

  void sentBelow() {
    if (reply != ReplyState.HIJACKED) {
      reply = ReplyState.SENT;
    }
  }

  void hijacked() {
    reply = ReplyState.HIJACKED;
    call.exchange.left();
    cancelTimeout();
  }

  private void cancelTimeout() {
    HandlerTimeout limit = timeout;
    if (limit != null) {
      limit.cancel();
    }
  }

  // The response: what the transport tells, on the event loop.

  @Override
  public void responseFinished(@Nullable Throwable why) {
    call.way.responseFinished();
    cancelTimeout();
    boolean hooked =
        call.context().hooks().has(why == null ? Phase.ON_RESPONSE : Phase.ON_REQUEST_ABORT);
    if (hooked || isObserved() || !endUnobserved(why)) {
      call.submit(() -> responseOver(why));
    }
  }

  /** Whether anybody wants to know of the end of the response. */
  private boolean isObserved() {
    return call.server.observesResponses()
        || recording != null
        || call.isWatched()
        || completion != null;
  }

  private boolean endUnobserved(@Nullable Throwable why) {
    failure = why;
    if (!STAGE.compareAndSet(this, Stage.LIVE, Stage.OVER)) {
      return false;
    }
    // Somebody may have come in between, who has not seen that it is over.
    complete(completion);
    return true;
  }

  @Override
  public void responseFailed(Throwable cause) {
    call.submit(() -> call.log().streamFailed(call.reply, cause));
  }

  @Override
  public void clientAborted() {
    cancelTimeout();
    call.signal().abort(null);
    if (call.context().hooks().has(Phase.ON_REQUEST_ABORT) || isObserved()) {
      call.submit(this::clientGone);
    }
  }

  @Override
  public void connectionTimedOut() {
    if (call.context().hooks().has(Phase.ON_TIMEOUT)) {
      call.submit(() -> run(Phase.ON_TIMEOUT));
    }
  }

  @Override
  public Executor blockingExecutor() {
    return call.blockingExecutor();
  }

  // The response: what becomes of it, within segments.

  private void run(Phase phase) {
    HookStep[] hooks = call.context().hooks().of(phase);
    if (hooks.length == 0 || bare) {
      phaseEnded(phase, null, null);
    } else {
      new HookChain(call, this, phase, hooks, null).run();
    }
  }

  private void clientGone() {
    if (STAGE.compareAndSet(this, Stage.LIVE, Stage.ABORTING)) {
      if (reply == ReplyState.SENDING && call.exchange.headSent()) {
        call.log().streamClosed(call.reply);
      }
      run(Phase.ON_REQUEST_ABORT);
    }
  }

  private void responseOver(@Nullable Throwable why) {
    Stage before = stage;
    if (isEnded()) {
      return;
    }
    ended = System.nanoTime();
    failure = why;
    stage = Stage.ENDING;
    complete(completion);
    if (why == null) {
      run(Phase.ON_RESPONSE);
    } else if (before == Stage.LIVE) {
      // Nobody has the response: the end of the request is told by onRequestAbort.
      run(Phase.ON_REQUEST_ABORT);
    } else if (before == Stage.ABORTED) {
      over();
    }
  }

  @Override
  public void phaseEnded(Phase phase, @Nullable Object payload, @Nullable Throwable error) {
    switch (phase) {
      case ON_RESPONSE -> {
        if (!bare) {
          call.log().completed(call.reply, error);
        }
        over();
      }
      case ON_REQUEST_ABORT -> {
        if (error != null) {
          call.log().failed(call.reply, error, "onRequestAborted hook failed");
        }
        abortHooksEnded();
      }
      // The reference reports nothing here; an error is not to be lost all the same.
      default -> {
        if (error != null) {
          call.log().failed(call.reply, error, "onTimeout hook failed");
        }
      }
    }
  }

  private void abortHooksEnded() {
    if (isEnded()) {
      over();
      return;
    }
    stage = Stage.ABORTED;
    if (reply != ReplyState.SENT && !call.exchange.headSent()) {
      // A reply that may still come reaches nobody: the request is over now.
      responseOver(new ClientAbortedException());
    }
  }

  private void over() {
    if (stage == Stage.OVER) {
      return;
    }
    stage = Stage.OVER;
    call.unwatch();
    FlightRecorder.OfRequest recorded = recording;
    if (recorded != null) {
      recorded.end(call, failure);
    }
    call.server.listeners().responseEnd(call, failure);
  }

  /** Whether the response is over: written, failed or given up. */
  boolean isEnded() {
    Stage now = stage;
    return now == Stage.ENDING || now == Stage.OVER;
  }

  Stage stage() {
    return stage;
  }

  /** When the response was over, in the time of {@link System#nanoTime}; 0 when not yet. */
  long ended() {
    return ended;
  }

  /** Completes when the response is over. */
  CompletionStage<Void> completion() {
    CompletableFuture<Void> future;
    synchronized (this) {
      future = completion == null ? new CompletableFuture<>() : completion;
      completion = future;
    }
    if (isEnded()) {
      complete(future);
    }
    return future;
  }

  private void complete(@Nullable CompletableFuture<Void> future) {
    if (future != null) {
      boolean unused =
          failure == null ? future.complete(null) : future.completeExceptionally(failure);
    }
  }
}
