package dev.fastjava.internal.lifecycle;

import dev.fastjava.BodyStream;
import dev.fastjava.ReplyBody;
import dev.fastjava.schema.Utf8Output;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Runs the hooks of one phase of one request, in order, each once: those that are done when they
 * return in a loop, those that complete later within the call or in a segment of its own. Made only
 * for phases that have hooks.
 */
final class HookChain {
  /** Who goes on when the hooks have run. */
  interface Owner {
    /**
     * The hooks of a phase have all run, or one has failed.
     *
     * @param payload what the hooks left, or were given
     */
    void phaseEnded(Phase phase, @Nullable Object payload, @Nullable Throwable failure);
  }

  private final Call call;
  private final Owner owner;
  private final Phase phase;
  private final HookStep[] hooks;
  private @Nullable Object payload;
  private int next;
  private boolean abandoned;

  /** The text of a payload that is bytes, once a hook wanted it. */
  private @Nullable String text;

  /** The callback or the stage that the chain goes on with. */
  private @Nullable Object waiting;

  /**
   * Makes a chain.
   *
   * @param payload the payload, or the error for onError
   */
  HookChain(Call call, Owner owner, Phase phase, HookStep[] hooks, @Nullable Object payload) {
    this.call = call;
    this.owner = owner;
    this.phase = phase;
    this.hooks = hooks;
    this.payload = payload;
  }

  /** Another reply has taken the place of the payload: the remaining hooks do not run. */
  void abandon() {
    abandoned = true;
  }

  void run() {
    while (next < hooks.length) {
      if (phase.endsWithReply() && call.end.isCommitted()) {
        return;
      }
      Throwable failure = null;
      try {
        if (!invoke(hooks[next++])) {
          if (!abandoned) {
            call.waits(waiting instanceof StepDone ? phase : phase.stage());
          }
          return;
        }
      } catch (Throwable e) {
        Thrown.rethrowFatal(e);
        failure = Thrown.inner(e);
      }
      if (!call.isCurrent()) {
        // The reply was taken over while the hook ran: its time was up.
        return;
      }
      if (abandoned) {
        // The hook has replied itself.
        if (failure != null) {
          call.replying.fail(failure);
        }
        return;
      }
      if (failure != null) {
        owner.phaseEnded(phase, payload, failure);
        return;
      }
    }
    owner.phaseEnded(phase, payload, null);
  }

  /** Returns whether the hook has completed. */
  private boolean invoke(HookStep hook) throws Throwable {
    waiting = null;
    Object value = Nothing.GIVEN;
    try {
      value = hook.call(this);
    } catch (Throwable e) {
      if (!(waiting instanceof StepDone done) || done.threw()) {
        throw e;
      }
      // The hook had completed before it threw: that completion counts.
      completedAgain(e);
    }
    if (waiting instanceof StepDone done) {
      if (!done.returned()) {
        return false;
      }
      Throwable failure = done.error();
      if (failure != null) {
        throw failure;
      }
      value = done.value();
    }
    return take(value);
  }

  /** Takes what a hook gave; returns whether that is no stage that completes later. */
  private boolean take(@Nullable Object given) throws Throwable {
    Object value = given;
    while (value instanceof CompletionStage<?> stage) {
      // Not those of its subclasses that can only be chained, as completedStage returns them.
      if (stage.getClass() != CompletableFuture.class || !((CompletableFuture<?>) stage).isDone()) {
        waiting = stage;
        stage.whenComplete(
            (late, error) -> call.submit(() -> resume(stage, late, Thrown.unwrap(error))));
        return false;
      }
      value = valueOf((CompletableFuture<?>) stage);
    }
    if (value instanceof ReplyBody body) {
      value = body.payload();
    }
    boolean unchanged =
        value == Nothing.GIVEN
            || value == payload
            || (text != null && value == text)
            || (value == null && phase == Phase.PRE_PARSING);
    if (!unchanged && phase.replacesPayload()) {
      payload = value;
      text = null;
    }
    return true;
  }

  private static @Nullable Object valueOf(CompletableFuture<?> future) throws Throwable {
    try {
      return future.join();
    } catch (CompletionException e) {
      throw Thrown.inner(e);
    }
  }

  /** On any thread: a hook was completed once more, or has thrown after its completion. */
  private void completedAgain(@Nullable Throwable error) {
    call.completedAgain(phase.label(), error);
  }

  private void resume(Object completed, @Nullable Object value, @Nullable Throwable error) {
    if (waiting != completed) {
      return;
    }
    waiting = null;
    if (abandoned) {
      if (error != null) {
        call.replying.fail(error);
      }
      return;
    }
    Throwable failure = error;
    if (failure == null) {
      try {
        if (!take(value)) {
          return;
        }
      } catch (Throwable e) {
        Thrown.rethrowFatal(e);
        failure = e;
      }
    }
    if (failure == null) {
      run();
    } else {
      owner.phaseEnded(phase, payload, failure);
    }
  }

  // What steps give to their hooks.

  Phase phase() {
    return phase;
  }

  LiveRequest request() {
    return call.request;
  }

  LiveReply reply() {
    return call.reply;
  }

  /** The payload as it is. */
  @Nullable Object payload() {
    return payload;
  }

  /** The payload as hooks see it: texts, not the buffers they are written to. */
  @Nullable Object visiblePayload() {
    if (phase != Phase.ON_SEND || !(payload instanceof Utf8Output bytes)) {
      return payload;
    }
    if (text == null) {
      text = bytes.toText();
    }
    return text;
  }

  BodyStream body() {
    return call.way.bodyOf(payload);
  }

  Throwable error() {
    return (Throwable) java.util.Objects.requireNonNull(payload);
  }

  /** The callback of the hook that is being called. */
  StepDone done() {
    StepDone done =
        new StepDone(
            false,
            late -> call.submit(() -> resume(late, late.value(), late.error())),
            this::completedAgain);
    waiting = done;
    return done;
  }
}
