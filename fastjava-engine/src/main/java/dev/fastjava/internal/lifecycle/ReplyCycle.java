package dev.fastjava.internal.lifecycle;

import dev.fastjava.ReplyAdapter;
import dev.fastjava.error.ErrorCode;
import dev.fastjava.error.FastjavaException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The way of a reply from what is sent to the bytes of the response, top to bottom: send, prepare,
 * preSerialization, serialize, onSend, write. An error on the way goes on in {@link ErrorReply},
 * what follows the response in {@link ResponseEnd}. Within the segments of the request.
 *
 * <p>Reference: Lifecycle, Reply Lifecycle; Reply, send.
 */
final class ReplyCycle implements HookChain.Owner {
  /** How often hooks may put another reply in place of the one they see; then it is an error. */
  private static final int MAX_REPLACEMENTS = 16;

  private final Call call;

  /** What the payload waits for: the hooks of a phase, or a stage; null while neither. */
  private @Nullable Object awaited;

  private @Nullable ErrorReply errors;
  private int replacements;

  /** Where the first reply was sent; only when {@link ServerRuntime#tracesReplies}. */
  private @Nullable SentPlace firstReply;

  ReplyCycle(Call call) {
    this.call = call;
  }

  /** Takes what a handler or error handler returned. */
  void settle(@Nullable Object result, @Nullable HandlerWatch watch) {
    if (result == call.reply) {
      if (!call.end.isCommitted()) {
        call.waits("reply.send(...), as the handler has returned the reply");
        call.exchange.left();
      }
    } else if (result instanceof CompletionStage<?> stage) {
      // Not those of its subclasses that can only be chained, as completedStage returns them.
      if (stage.getClass() == CompletableFuture.class && ((CompletableFuture<?>) stage).isDone()) {
        settleCompleted((CompletableFuture<?>) stage, watch);
      } else {
        call.waits("the stage that the handler returned");
        stage.whenComplete(
            (value, error) -> call.submit(() -> settled(value, Thrown.unwrap(error), watch)));
      }
    } else if (result != null) {
      send(result);
    } else if (!call.end.isCommitted()) {
      send(Nothing.GIVEN);
    }
  }

  private void settleCompleted(CompletableFuture<?> future, @Nullable HandlerWatch watch) {
    Object value;
    try {
      value = future.join();
    } catch (RuntimeException e) {
      settled(null, Thrown.unwrap(e), watch);
      return;
    }
    settled(value, null, watch);
  }

  private void settled(
      @Nullable Object value, @Nullable Throwable error, @Nullable HandlerWatch watch) {
    if (error == null && call.end.reply() == ResponseEnd.ReplyState.HIJACKED) {
      return;
    }
    if (watch != null) {
      if (error != null) {
        watch.error(error);
      }
      watch.asyncStart();
    }
    if (error != null) {
      if (call.end.isCommitted()) {
        call.log().failed(call.reply, error, "Promise errored, but reply.sent = true was set");
      } else {
        fail(error);
      }
    } else if (value != null && value != call.reply) {
      send(value);
    } else if (!call.end.isCommitted()) {
      if (value == null && call.exchange.isOpen()) {
        send(Nothing.GIVEN);
      } else {
        call.exchange.left();
      }
    }
    if (watch != null) {
      watch.asyncEnd();
    }
  }

  /** Sends a payload; a reply that was sent before stays as it is. */
  void send(@Nullable Object payload) {
    send(payload, null);
  }

  /** Sends a payload that another thread has given; within a segment of its own. */
  void sendFrom(@Nullable SentPlace place, @Nullable Object payload) {
    try {
      send(payload, place);
    } catch (FastjavaException insideOnError) {
      // Whoever sent it is gone: nobody but the log can be told.
      call.log().alreadySent(call.reply, insideOnError);
    }
  }

  private void send(@Nullable Object payload, @Nullable SentPlace place) {
    if (errors != null && errors.isRunningHooks()) {
      throw ErrorCode.FST_ERR_SEND_INSIDE_ONERR.error();
    }
    if (call.end.claim()) {
      traceReply(place);
    } else if (!replaces(place)) {
      refused(place, null);
      return;
    }
    take(payload);
  }

  /** Replies with the error of a step of the request. */
  void fail(Throwable error) {
    if (call.end.claim()) {
      traceReply(null);
      errors().take(error);
    } else {
      refused(null, error);
    }
  }

  /**
   * Reports a reply that comes too late.
   *
   * @param place where it was sent; null for the calling code
   * @param lost the error that would have been the reply; null for a payload
   */
  void refused(@Nullable SentPlace place, @Nullable Throwable lost) {
    call.log().alreadySent(call.reply, alreadySent(place, lost));
  }

  private Throwable alreadySent(@Nullable SentPlace place, @Nullable Throwable lost) {
    return SentPlace.alreadySent(call, firstReply, place, lost);
  }

  private void traceReply(@Nullable SentPlace place) {
    if (call.server.tracesReplies()) {
      firstReply = place == null ? SentPlace.here() : place;
    }
  }

  /**
   * A reply from a hook that sees the payload of another one takes its place: the hooks that were
   * to come do not run for the first one, and all run for the second.
   */
  private boolean replaces(@Nullable SentPlace place) {
    if (call.end.reply() != ResponseEnd.ReplyState.SENDING
        || !(awaited instanceof HookChain chain)) {
      return false;
    }
    awaited = null;
    chain.abandon();
    if (++replacements == MAX_REPLACEMENTS) {
      // A hook that replies each time it runs would never come to an end.
      errors().giveUp(alreadySent(place, null));
      return false;
    }
    return true;
  }

  /**
   * The time for the reply is up while it was on its way: its hooks are given up and the error
   * takes its place, if there was something it waited for.
   */
  void failWhileSending(Throwable error) {
    if (call.end.reply() == ResponseEnd.ReplyState.SENDING && awaited != null) {
      if (awaited instanceof HookChain chain) {
        chain.abandon();
      }
      awaited = null;
      errors().takeAgain(error);
    }
  }

  /** What replies to errors. */
  ErrorReply errors() {
    ErrorReply known = errors;
    if (known == null) {
      known = new ErrorReply(call);
      errors = known;
    }
    return known;
  }

  private void take(@Nullable Object payload) {
    if (payload instanceof CompletionStage<?> stage) {
      awaited = stage;
      stage.whenComplete(
          (value, error) ->
              call.inSegment(
                  () -> {
                    if (awaited == stage) {
                      awaited = null;
                      take(error == null ? value : Thrown.unwrap(error));
                    }
                  }));
    } else if (payload instanceof Throwable error) {
      errors().take(error);
    } else {
      ReplyAdapter adapter = call.server.replyAdapter();
      if (adapter == null || payload == null || payload == Nothing.GIVEN) {
        prepare(payload);
      } else {
        adapt(adapter, payload);
      }
    }
  }

  private void adapt(ReplyAdapter adapter, Object payload) {
    Object adapted;
    try {
      adapted = adapter.payload(payload, call.request, call.reply);
    } catch (Throwable e) {
      Thrown.rethrowFatal(e);
      errors().take(e);
      return;
    }
    if (adapted == payload) {
      prepare(payload);
    } else {
      take(adapted == null ? Nothing.GIVEN : adapted);
    }
  }

  /** Decides by payload and content type whether and how the payload is serialized. */
  private void prepare(@Nullable Object payload) {
    switch (PayloadKind.of(call.reply, payload)) {
      case NOTHING -> sendHooks(null);
      case AS_IT_IS -> sendHooks(payload);
      case TEXT_TO_SERIALIZE -> serialize(payload);
      case VALUE -> hooks(Phase.PRE_SERIALIZATION, call.context().hooks(), payload);
    }
  }

  private void serialize(@Nullable Object payload) {
    Object serialized;
    try {
      serialized = call.reply.serializePayload(payload, call.reply.headers.text("content-type"));
    } catch (Throwable e) {
      Thrown.rethrowFatal(e);
      errors().take(e);
      return;
    }
    sendHooks(serialized);
  }

  /** The last hooks: of a text that is bytes already they get the text only if they want it. */
  void sendHooks(@Nullable Object payload) {
    hooks(Phase.ON_SEND, call.declared.hooks(), payload);
  }

  private void write(@Nullable Object payload) {
    if (call.exchange.headSent()) {
      // A stream that had begun has failed: there is no room for another response.
      PayloadWriter.discard(payload);
      call.exchange.destroy(null);
      call.end.sent();
      return;
    }
    try {
      PayloadWriter.write(call, payload);
    } catch (Throwable e) {
      Thrown.rethrowFatal(e);
      errors().take(e);
    }
  }

  /** Runs the hooks of a phase of this half; another reply, or a time limit, may abandon them. */
  void hooks(Phase phase, HookSet all, @Nullable Object payload) {
    HookStep[] hooks = all.of(phase);
    if (hooks.length == 0) {
      phaseEnded(phase, payload, null);
    } else {
      HookChain chain = new HookChain(call, this, phase, hooks, payload);
      awaited = chain;
      chain.run();
    }
  }

  @Override
  public void phaseEnded(Phase phase, @Nullable Object payload, @Nullable Throwable failure) {
    awaited = null;
    if (phase == Phase.ON_ERROR) {
      errors().handle((Throwable) java.util.Objects.requireNonNull(payload));
    } else if (failure != null) {
      errors().take(failure);
    } else if (phase == Phase.PRE_SERIALIZATION) {
      serialize(payload);
    } else {
      write(payload);
    }
  }
}
