package dev.fastjava.internal.lifecycle;

import dev.fastjava.ErrorHandler;
import dev.fastjava.Execution;
import dev.fastjava.internal.exchange.Exchange;
import dev.fastjava.internal.exchange.ResponseHeaders;
import dev.fastjava.internal.routing.RouteMatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * One request and its reply: what all steps share, and the threads they run on. The steps are in
 * {@link RequestCycle} and {@link ReplyCycle}, the end is in {@link ResponseEnd}. They run in
 * segments on the executor of the route's mode, each once, never two at a time.
 *
 * <p>Reference: Lifecycle.
 */
final class Call implements Runnable, SerialExecutor.Owner {
  final ServerRuntime server;
  final Exchange exchange;
  final RequestCycle way;
  final ReplyCycle replying;
  final ResponseEnd end;
  final LiveRequest request;
  final LiveReply reply;

  /** The route's: a not-found handler called from it changes neither the hooks nor the view. */
  final RouteContext declared;

  /** Changes when a handler calls the not-found handler; the event loop reads it as well. */
  private volatile RouteContext context;

  private final Executor executor;
  private volatile SerialExecutor segments;

  /** What the application has to complete; read by the event loop and by the watchdog. */
  private volatile @Nullable Object waitsFor;

  /** Made when somebody asks for it, or when there is something to tell. */
  private volatile @Nullable RequestSignal signal;

  /** What is in the log already. */
  private @Nullable Throwable logged;

  Call(
      ServerRuntime server,
      Exchange exchange,
      RouteContext context,
      @Nullable RouteMatch<RouteHolder> match,
      boolean counts) {
    this.server = server;
    this.exchange = exchange;
    this.declared = context;
    this.context = context;
    this.executor = server.threads().of(context.execution(), exchange);
    this.segments = new SerialExecutor(executor, this);
    this.way = new RequestCycle(this);
    this.replying = new ReplyCycle(this);
    this.end = new ResponseEnd(this);
    this.request = new LiveRequest(this, match, counts);
    this.reply = new LiveReply(this);
    exchange.listener(end);
  }

  RouteContext context() {
    return context;
  }

  /** The request is another context's from now on. */
  void moveTo(RouteContext other) {
    context = other;
  }

  RequestLog log() {
    return server.log();
  }

  /** Starts the request; called on the event loop. */
  void start() {
    start(this);
  }

  /**
   * Replies to an error that happened before a route was known; called on the event loop. The
   * handler runs where the server's handlers do.
   */
  void startWith(ErrorHandler handler, Throwable error) {
    start(() -> segments.begin(() -> way.failed(handler, error)));
  }

  /**
   * Gives a reply without any step of the request; listeners are told of it all the same. On the
   * event loop, where all of it stays: there may be no other thread that has time for it.
   *
   * @param error what is the matter; null when it is not the request
   */
  void answer(int status, ResponseHeaders headers, byte[] body, @Nullable Throwable error) {
    segments = new SerialExecutor(exchange.eventLoop(), this);
    end.withoutSteps();
    reply.rawStatus(status);
    segments.begin(
        () -> {
          if (error != null) {
            server.listeners().unhandledError(this, error);
          }
          exchange.send(status, headers, body, 0, body.length);
          end.sent();
        });
  }

  private void start(Runnable first) {
    if (context.execution() == Execution.EVENT_LOOP) {
      first.run();
    } else {
      server.threads().start(context.execution(), first);
    }
  }

  /** The first segment. */
  @Override
  public void run() {
    if (context.execution() != Execution.EVENT_LOOP
        && exchange.holdsBack(context.replySize().expected(), this::runLater)) {
      return;
    }
    segments.begin(way);
  }

  /** The first segment of a request that had to wait for its client to take other responses. */
  private void runLater() {
    try {
      executor.execute(
          () -> segments.begin(exchange.isOpen() && !exchange.aborted() ? way : () -> {}));
    } catch (RejectedExecutionException e) {
      // The server has been closed meanwhile, and with it the connection.
      exchange.destroy(e);
    }
  }

  /** Whether the caller is within a segment of this request. */
  boolean isCurrent() {
    return segments.isCurrent();
  }

  /** Runs a task as a segment of its own, after the current one. From any thread. */
  @Override
  public void submit(Runnable task) {
    segments.submit(task);
  }

  /** Runs a task within a segment: now when within one, else later. */
  void inSegment(Runnable task) {
    segments.run(task);
  }

  /**
   * Separates the segment that runs from the request, whose reply it has lost already: it ends
   * without effect.
   */
  void cutOffSegment() {
    SerialExecutor before = segments;
    SerialExecutor after = before.cutOff();
    segments = after;
    if (after != before) {
      before.forwardWaiting();
    }
  }

  @Override
  public @Nullable Runnable enter() {
    return server.listeners().enter(request, reply);
  }

  @Override
  public void leave(Runnable scope) {
    server.listeners().leave(scope, reply);
  }

  /** Runs code of the application outside of a segment. */
  void inScope(Runnable task) {
    Runnable scope = enter();
    try {
      task.run();
    } finally {
      if (scope != null) {
        leave(scope);
      }
    }
  }

  /**
   * Where blocking calls of this request may run: its own executor unless that is an event loop.
   */
  Executor blockingExecutor() {
    return context.execution() == Execution.EVENT_LOOP ? server.threads().blocking() : executor;
  }

  RequestSignal signal() {
    RequestSignal known = signal;
    return known == null ? makeSignal() : known;
  }

  private synchronized RequestSignal makeSignal() {
    RequestSignal known = signal;
    if (known == null) {
      known =
          new RequestSignal(
              error -> log().failed(reply, error, "An action of the abort signal failed"));
      signal = known;
    }
    return known;
  }

  /** A step let an error out that it should have handled: the client gets one all the same. */
  @Override
  public void segmentFailed(Throwable thrown) {
    Throwable error = Thrown.inner(thrown);
    try {
      logged = error;
      log().failedBadly(reply, error, "A step of the request failed");
    } catch (Throwable again) {
      // It may well be the logger that failed.
      error.addSuppressed(again);
    }
    try {
      if (!end.isCommitted()) {
        replying.fail(error);
      } else if (end.reply() != ResponseEnd.ReplyState.HIJACKED && !end.isEnded()) {
        exchange.destroy(error);
      }
    } catch (Throwable again) {
      exchange.destroy(again);
    }
  }

  /** Whether an error is in the log already, as one that no step should have let out. */
  boolean isLogged(Throwable error) {
    return logged == error;
  }

  /** Code that completes by a callback. */
  interface Step {
    void call(StepDone done) throws Exception;
  }

  /**
   * Calls code that completes by a callback.
   *
   * @param name what it is called in the log
   * @param ended takes its value or error, within a segment
   * @return whether it has completed within the call
   */
  boolean call(String name, Step step, BiConsumer<@Nullable Object, @Nullable Throwable> ended) {
    StepDone done =
        new StepDone(
            true,
            late -> submit(() -> ended.accept(late.value(), late.error())),
            again -> completedAgain(name, again));
    try {
      step.call(done);
    } catch (Throwable e) {
      Thrown.rethrowFatal(e);
      if (done.threw()) {
        ended.accept(null, e);
        return true;
      }
      completedAgain(name, e);
    }
    boolean within = done.returned();
    if (within) {
      ended.accept(done.value(), done.error());
    }
    return within;
  }

  /**
   * A step was completed a second time, or has failed after it was completed. On any thread.
   *
   * @param step a hook by its name, or what else it is
   */
  void completedAgain(String step, @Nullable Throwable error) {
    log().completedAgain(reply, step, error);
  }

  /**
   * The request waits for what the application has to complete. Handlers with a time limit need no
   * watchdog.
   *
   * @param what a phase or a text: a constant, as this is said for every request that waits
   */
  void waits(Object what) {
    UnansweredRequests watchdog = server.unanswered();
    if (watchdog != null && context.handlerTimeout() == 0) {
      boolean known = isWatched();
      waitsFor = what;
      if (!known) {
        watchdog.add(this);
      }
    }
  }

  /** Whether the watchdog knows of this request. */
  boolean isWatched() {
    return waitsFor != null;
  }

  void unwatch() {
    UnansweredRequests watchdog = server.unanswered();
    if (watchdog != null && isWatched()) {
      watchdog.remove(this);
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
    ResponseEnd.ReplyState state = end.reply();
    return (state == ResponseEnd.ReplyState.OPEN || state == ResponseEnd.ReplyState.SENDING)
        && !end.isEnded()
        && exchange.isOpen();
  }
}
