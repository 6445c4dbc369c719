package dev.fastjava.internal.lifecycle;

import dev.fastjava.ErrorHandler;
import dev.fastjava.ReplyAdapter;
import dev.fastjava.error.HttpException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The way of an error to the reply: onError hooks, then the error handlers of its context from the
 * innermost to the default one. What one of them fails with goes to the next; behind the last the
 * error is written as it is, and if that fails too, without hooks. Made for the first error of a
 * request. Within its segments.
 *
 * <p>Reference: Errors; Reply, Errors.
 */
final class ErrorReply {
  private final Call call;

  /** Those of the context in which the first error came. */
  private @Nullable List<ErrorHandler> handlers;

  /** How many handlers have had their turn; writing with hooks counts as one, behind the last. */
  private int turns;

  private boolean runningHooks;

  /** The last error listeners were told of. */
  private @Nullable Throwable told;

  /** What the adapter was asked about last, and what it said. */
  private @Nullable Throwable asked;

  private @Nullable Throwable answer;

  ErrorReply(Call call) {
    this.call = call;
  }

  /** Whether onError hooks run, which must not reply. */
  boolean isRunningHooks() {
    return runningHooks;
  }

  /** The one entry: an error takes the place of whatever there was of a reply. */
  void take(Throwable given) {
    Throwable error = Thrown.inner(given);
    call.end.sending();
    if ((turns == 0 || isExhausted()) && call.context().hooks().has(Phase.ON_ERROR)) {
      runningHooks = true;
      call.replying.hooks(Phase.ON_ERROR, call.context().hooks(), error);
    } else {
      handle(error);
    }
  }

  /** Tells of an error that is at the last handler, the default one, or behind it. */
  private void tellUnhandled(Throwable error) {
    if (turns >= handlers().size() - 1 && told != error) {
      told = error;
      call.server.listeners().unhandledError(call, error);
    }
  }

  /** Takes an error that came from outside, in the middle of another reply. */
  void takeAgain(Throwable error) {
    runningHooks = false;
    if (turns > 0) {
      // The hooks have had their chance with an error: no more of them.
      giveUp(error);
    } else {
      take(error);
    }
  }

  /** Writes an error without any hook or handler of the application. */
  void giveUp(Throwable error) {
    turns = Integer.MAX_VALUE;
    call.reply.setErrorStatus(error);
    clearContent();
    handle(error);
  }

  /** An error with status, code and headers as far as the adapter knows better than it does. */
  Throwable described(Throwable error) {
    ReplyAdapter adapter = call.server.replyAdapter();
    if (adapter == null) {
      return error;
    }
    if (asked != error || answer == null) {
      Throwable told;
      try {
        told = adapter.describe(error);
      } catch (Throwable e) {
        Thrown.rethrowFatal(e);
        told = adapterFailed(e);
      }
      asked = error;
      answer = told == null ? error : told;
    }
    return answer;
  }

  /** An adapter may hide what clients must not read: without it they read nothing of an error. */
  HttpException adapterFailed(Throwable failure) {
    call.log().failedBadly(call.reply, failure, "The reply adapter failed");
    return new HttpException(500, "Internal Server Error", details -> details.cause(failure));
  }

  private List<ErrorHandler> handlers() {
    List<ErrorHandler> known = handlers;
    if (known == null) {
      known = call.context().errorHandlers();
      handlers = known;
    }
    return known;
  }

  private boolean isExhausted() {
    return turns > handlers().size();
  }

  private void clearContent() {
    call.reply.headers.remove("content-type");
    call.reply.headers.remove("content-length");
  }

  /** The hooks have run: the next handler has its turn. */
  void handle(Throwable error) {
    runningHooks = false;
    tellUnhandled(error);
    if (isExhausted()) {
      write(error);
      return;
    }
    int turn = turns++;
    clearContent();
    if (turn == handlers().size()) {
      call.replying.sendHooks(ErrorPayload.of(error, call.reply));
      return;
    }
    call.end.reopened();
    Object result;
    try {
      result = handlers().get(turn).handle(error, call.request, call.reply);
    } catch (Throwable e) {
      Thrown.rethrowFatal(e);
      call.replying.fail(e);
      return;
    }
    call.replying.settle(result, null);
  }

  private void write(Throwable error) {
    LiveReply reply = call.reply;
    if (reply.statusCode() < 400) {
      // No handler got as far as the status: an error is none of the reply before it.
      reply.setErrorStatus(error);
      call.log().errorHandled(error, reply);
    }
    Object payload = ErrorPayload.of(error, reply);
    try {
      PayloadWriter.write(call, payload);
    } catch (Throwable e) {
      Thrown.rethrowFatal(e);
      call.log().headRefused(reply, e);
      reply.clearHead();
      PayloadWriter.write(call, payload);
    }
  }
}
