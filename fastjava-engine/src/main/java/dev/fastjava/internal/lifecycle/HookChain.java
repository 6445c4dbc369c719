package dev.fastjava.internal.lifecycle;

import dev.fastjava.AbortHook;
import dev.fastjava.BodyStream;
import dev.fastjava.ErrorHook;
import dev.fastjava.Hook;
import dev.fastjava.ParsingHook;
import dev.fastjava.PayloadHook;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Runs the hooks of one phase of one request, in order, each once: plain ones in a loop, those that
 * return a stage and callback ones until they complete, within the call or later. Made only for
 * phases that have hooks.
 */
final class HookChain {
  private final RequestCycle cycle;
  private final Phase phase;
  private final Object[] hooks;
  private @Nullable Object payload;
  private int next;
  private boolean abandoned;

  /** The callback or the stage that the chain goes on with. */
  private @Nullable Object waiting;

  /**
   * Makes a chain.
   *
   * @param payload the payload, or the error for onError
   */
  HookChain(RequestCycle cycle, Phase phase, Object[] hooks, @Nullable Object payload) {
    this.cycle = cycle;
    this.phase = phase;
    this.hooks = hooks;
    this.payload = payload;
  }

  Phase phase() {
    return phase;
  }

  @Nullable Object payload() {
    return payload;
  }

  /** Another reply has taken the place of the payload: the remaining hooks do not run. */
  void abandon() {
    abandoned = true;
  }

  void run() {
    while (next < hooks.length) {
      if (phase.endsWithReply() && cycle.isCommitted()) {
        return;
      }
      Throwable failure = null;
      try {
        if (!invoke(hooks[next++])) {
          if (!abandoned) {
            cycle.waits(waiting instanceof StepDone ? phase : phase.stage());
          }
          return;
        }
      } catch (Throwable e) {
        Failures.rethrowFatal(e);
        failure = e;
      }
      if (!cycle.isCurrent()) {
        // The reply was taken over while the hook ran: its time was up.
        return;
      }
      if (abandoned) {
        // The hook has replied itself.
        if (failure != null) {
          cycle.fail(failure);
        }
        return;
      }
      if (failure != null) {
        cycle.phaseEnded(this, failure);
        return;
      }
    }
    cycle.phaseEnded(this, null);
  }

  /** Returns whether the hook has completed. */
  private boolean invoke(Object hook) throws Throwable {
    if (hook instanceof Hook plain) {
      plain.run(cycle.request, cycle.reply);
      return true;
    }
    if (hook instanceof PayloadHook plain) {
      return take(plain.run(cycle.request, cycle.reply, payload), true);
    }
    if (hook instanceof ParsingHook plain) {
      return take(plain.run(cycle.request, cycle.reply, body()), true);
    }
    if (hook instanceof ErrorHook plain) {
      plain.run(cycle.request, cycle.reply, error());
      return true;
    }
    if (hook instanceof AbortHook plain) {
      plain.run(cycle.request);
      return true;
    }
    if (hook instanceof Hook.Async async) {
      return await(async.run(cycle.request, cycle.reply), false);
    }
    if (hook instanceof PayloadHook.Async async) {
      return await(async.run(cycle.request, cycle.reply, payload), true);
    }
    if (hook instanceof ParsingHook.Async async) {
      return await(async.run(cycle.request, cycle.reply, body()), true);
    }
    if (hook instanceof ErrorHook.Async async) {
      return await(async.run(cycle.request, cycle.reply, error()), false);
    }
    if (hook instanceof AbortHook.Async async) {
      return await(async.run(cycle.request), false);
    }
    return invokeCallback(hook);
  }

  /** Takes what a hook gave; returns whether that is no stage that completes later. */
  private boolean take(@Nullable Object value, boolean isPayload) throws Throwable {
    if (value instanceof CompletionStage<?> stage) {
      return await(stage, isPayload);
    }
    if (isPayload) {
      replace(value);
    }
    return true;
  }

  private boolean await(@Nullable CompletionStage<?> stage, boolean isPayload) throws Throwable {
    if (stage == null) {
      throw new NullPointerException("A " + phase.label() + " hook returned null for a stage");
    }
    // Not those of its subclasses that can only be chained, as completedStage returns them.
    if (stage.getClass() == CompletableFuture.class && ((CompletableFuture<?>) stage).isDone()) {
      return take(valueOf((CompletableFuture<?>) stage), isPayload);
    }
    waiting = stage;
    stage.whenComplete(
        (value, error) ->
            cycle.submit(() -> resume(stage, value, Failures.unwrap(error), isPayload)));
    return false;
  }

  private static @Nullable Object valueOf(CompletableFuture<?> future) throws Throwable {
    try {
      return future.join();
    } catch (CompletionException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
  }

  private boolean invokeCallback(Object hook) throws Throwable {
    StepDone done = new StepDone(false, this::completedLater, this::completedAgain);
    waiting = done;
    try {
      if (hook instanceof Hook.Callback callback) {
        callback.run(cycle.request, cycle.reply, done);
      } else if (hook instanceof PayloadHook.Callback callback) {
        callback.run(cycle.request, cycle.reply, payload, done);
      } else if (hook instanceof ParsingHook.Callback callback) {
        callback.run(cycle.request, cycle.reply, body(), done);
      } else if (hook instanceof ErrorHook.Callback callback) {
        callback.run(cycle.request, cycle.reply, error(), done);
      } else if (hook instanceof AbortHook.Callback callback) {
        callback.run(cycle.request, done);
      } else {
        throw new IllegalStateException("Not a hook: " + hook.getClass().getName());
      }
    } catch (Throwable e) {
      if (done.threw()) {
        throw e;
      }
      // The hook had completed before it threw: that completion counts.
      completedAgain(e);
    }
    if (!done.returned()) {
      return false;
    }
    Throwable failure = done.error();
    if (failure != null) {
      throw failure;
    }
    return take(done.value(), true);
  }

  /** On any thread. */
  private void completedLater(StepDone done) {
    cycle.submit(() -> resume(done, done.value(), done.error(), true));
  }

  /** On any thread: a hook was completed once more, or has thrown after its completion. */
  private void completedAgain(@Nullable Throwable error) {
    cycle.completedAgain(phase.label(), error);
  }

  private void resume(
      Object completed, @Nullable Object value, @Nullable Throwable error, boolean isPayload) {
    if (waiting != completed) {
      return;
    }
    waiting = null;
    if (abandoned) {
      if (error != null) {
        cycle.fail(error);
      }
      return;
    }
    if (error != null) {
      cycle.phaseEnded(this, error);
      return;
    }
    try {
      if (!take(value, isPayload)) {
        return;
      }
    } catch (Throwable e) {
      Failures.rethrowFatal(e);
      cycle.phaseEnded(this, e);
      return;
    }
    run();
  }

  private void replace(@Nullable Object value) {
    if (!phase.replacesPayload() || value == StepDone.UNCHANGED) {
      return;
    }
    if (phase == Phase.PRE_PARSING && value == null) {
      return;
    }
    payload = value;
  }

  private BodyStream body() {
    return cycle.bodyOf(payload);
  }

  private Throwable error() {
    return (Throwable) java.util.Objects.requireNonNull(payload);
  }
}
