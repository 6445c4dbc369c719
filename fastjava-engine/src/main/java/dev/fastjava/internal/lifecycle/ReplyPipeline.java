package dev.fastjava.internal.lifecycle;

import dev.fastjava.Response;
import dev.fastjava.error.ErrorCode;
import dev.fastjava.error.FastjavaException;
import dev.fastjava.internal.content.MediaType;
import dev.fastjava.internal.exchange.Exchange;
import dev.fastjava.internal.json.JsonWriter;
import dev.fastjava.schema.Utf8Output;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The second half of the lifecycle, from a payload or an error to the bytes of the response:
 * preSerialization, serialization, onError and error handlers, onSend, writing. Runs within the
 * segments of its request.
 *
 * <p>Reference: Lifecycle, Reply Lifecycle; Reply, send; Errors.
 */
abstract class ReplyPipeline {
  /** Where the reply stands. */
  enum State {
    /** Nothing sent yet. */
    OPEN,
    /** A payload is on its way through the hooks. */
    SENDING,
    /** The response is handed to the transport. */
    ENDED,
    /** The application writes the response itself. */
    HIJACKED
  }

  /** What {@code reply.send()} without a payload sends. */
  static final Object NOTHING = new Object();

  private static final String CONTENT_TYPE = "content-type";
  private static final String JSON = "application/json; charset=utf-8";
  private static final String TEXT = "text/plain; charset=utf-8";
  private static final String BYTES = "application/octet-stream";

  final ServerRuntime server;
  final Exchange exchange;

  /** Changes when a handler calls the not-found handler; the event loop reads it as well. */
  volatile RouteContext context;

  volatile State state = State.OPEN;

  /** The route's: a not-found handler called from it changes neither the hooks nor the view. */
  private final RouteContext declared;

  private static final VarHandle STATE;

  static {
    try {
      STATE = MethodHandles.lookup().findVarHandle(ReplyPipeline.class, "state", State.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /** How often hooks may put another reply in place of the one they see; then it is an error. */
  private static final int MAX_REPLACEMENTS = 16;

  private @Nullable ErrorHandlers nextErrorHandler;
  private boolean runningOnError;

  /** What the payload waits for: the hooks of a phase, or a stage; null while neither. */
  private @Nullable Object awaited;

  private int replacements;

  /** Where the first reply was sent; only when {@link ServerRuntime#tracesReplies}. */
  @Nullable SentPlace firstReply;

  /** Where the reply that is being sent comes from, when another thread sent it. */
  private @Nullable SentPlace sentFrom;

  ReplyPipeline(ServerRuntime server, Exchange exchange, RouteContext context) {
    this.server = server;
    this.exchange = exchange;
    this.context = context;
    this.declared = context;
  }

  /** Writes what has no schema, in a view where there is one. */
  final JsonWriter jsonWriter() {
    return context.jsonWriter(declared, server);
  }

  abstract LiveRequest request();

  abstract LiveReply reply();

  /** Runs a task within a segment: now when within one, else later. */
  abstract void inSegment(Runnable task);

  /** Takes what a handler or error handler returned. */
  abstract void settle(@Nullable Object result);

  boolean isCommitted() {
    return state != State.OPEN;
  }

  /** Takes the right to reply; only one of several threads gets it. */
  final boolean claim() {
    return STATE.compareAndSet(this, State.OPEN, State.SENDING);
  }

  /** Sends a payload; a reply that was sent before stays as it is. */
  final void send(@Nullable Object payload) {
    if (runningOnError) {
      throw ErrorCode.FST_ERR_SEND_INSIDE_ONERR.error();
    }
    if (claim()) {
      traceReply();
    } else if (!replace()) {
      server.log().alreadySent(reply(), SentPlace.alreadySent(reply(), sentFrom, null));
      return;
    }
    route(payload);
  }

  /** Sends a payload that another thread has given; within a segment of its own. */
  final void sendFrom(@Nullable SentPlace place, @Nullable Object payload) {
    sentFrom = place;
    try {
      send(payload);
    } catch (FastjavaException insideOnError) {
      // Whoever sent it is gone: nobody but the log can be told.
      server.log().alreadySent(reply(), insideOnError);
    } finally {
      sentFrom = null;
    }
  }

  private void traceReply() {
    if (server.tracesReplies()) {
      firstReply = sentFrom == null ? SentPlace.here() : sentFrom;
    }
  }

  /**
   * A reply from a hook that sees the payload of another one takes its place: the hooks that were
   * to come do not run for the first one, and all run for the second.
   */
  private boolean replace() {
    if (state != State.SENDING || !(awaited instanceof HookChain chain)) {
      return false;
    }
    awaited = null;
    chain.abandon();
    if (++replacements == MAX_REPLACEMENTS) {
      // A hook that replies each time it runs would never come to an end.
      giveUp(SentPlace.alreadySent(reply(), sentFrom, null));
      return false;
    }
    return true;
  }

  private void route(@Nullable Object payload) {
    if (payload instanceof CompletionStage<?> stage) {
      awaited = stage;
      stage.whenComplete(
          (value, error) ->
              inSegment(
                  () -> {
                    if (awaited == stage) {
                      awaited = null;
                      route(error == null ? value : Failures.unwrap(error));
                    }
                  }));
    } else if (payload instanceof Throwable error) {
      errorHooks(error);
    } else {
      prepare(payload);
    }
  }

  /** Replies with the error of a step of the request. */
  final void fail(Throwable error) {
    if (claim()) {
      traceReply();
      errorHooks(error);
    } else {
      server.log().alreadySent(reply(), SentPlace.alreadySent(reply(), null, error));
    }
  }

  /**
   * The time for the reply is up while it was on its way: its hooks are given up and the error
   * takes its place. Within a segment.
   *
   * @return false when nothing was waited for
   */
  final boolean failWhileSending(Throwable error) {
    if (state != State.SENDING || awaited == null) {
      return false;
    }
    if (awaited instanceof HookChain chain) {
      chain.abandon();
    }
    awaited = null;
    runningOnError = false;
    if (nextErrorHandler != null) {
      // The hooks have had their chance with an error: no more of them.
      giveUp(error);
    } else {
      errorHooks(error);
    }
    return true;
  }

  /** Writes an error without any hook or handler of the application. */
  private void giveUp(Throwable error) {
    nextErrorHandler = ErrorHandlers.EXHAUSTED;
    reply().setErrorStatus(error);
    reply().headers.remove(CONTENT_TYPE);
    reply().headers.remove("content-length");
    handleError(error);
  }

  private void replyPhase(Phase phase, Object[] hooks, @Nullable Object payload) {
    HookChain chain = new HookChain((RequestCycle) this, phase, hooks, payload);
    awaited = chain;
    chain.run();
  }

  /** Decides by payload and content type whether and how the payload is serialized. */
  private void prepare(@Nullable Object payload) {
    if (payload == NOTHING) {
      sendHooks(null);
      return;
    }
    LiveReply reply = reply();
    String contentType = reply.headers.text(CONTENT_TYPE);
    if (contentType == null) {
      contentType = reply.rawContentType();
    }
    // A type that is none does not count.
    boolean typed = contentType != null && isType(contentType);
    if (isStream(payload) || payload instanceof Response) {
      sendHooks(payload);
      return;
    }
    if (payload instanceof byte[] || payload instanceof ByteBuffer) {
      if (!typed) {
        reply.headers.set(CONTENT_TYPE, BYTES);
      }
      sendHooks(payload);
      return;
    }
    if (payload instanceof String && !typed) {
      reply.headers.set(CONTENT_TYPE, TEXT);
      sendHooks(payload);
      return;
    }
    Function<@Nullable Object, ?> serializer = reply.serializer;
    if (serializer != null) {
      if (payload instanceof String) {
        sendSerialized(serializer, payload);
        return;
      }
      serializationHooks(payload);
      return;
    }
    if (!typed || isJson(reply, contentType)) {
      if (!typed) {
        reply.headers.set(CONTENT_TYPE, JSON);
      }
      if (!(payload instanceof String)) {
        serializationHooks(payload);
        return;
      }
    }
    sendHooks(payload);
  }

  private void sendSerialized(Function<@Nullable Object, ?> serializer, Object payload) {
    Object serialized;
    try {
      serialized = serializer.apply(payload);
    } catch (Throwable e) {
      Failures.rethrowFatal(e);
      errorHooks(e);
      return;
    }
    sendHooks(serialized);
  }

  private static boolean isType(String contentType) {
    return contentType.equals(JSON)
        || contentType.equals(TEXT)
        || MediaType.parse(contentType).isValid()
        // Not dropped in silence: whoever lets line breaks into a header has to hear of it.
        || !HeaderCheck.isValue(contentType);
  }

  /** Tells whether a type is JSON, and adds the charset when it has none. */
  private static boolean isJson(LiveReply reply, @Nullable String contentType) {
    if (JSON.equals(contentType)) {
      return true;
    }
    MediaType type = MediaType.parse(contentType);
    String essence = type.essence();
    if (essence == null || !essence.contains("json")) {
      return false;
    }
    if (!type.parameters().containsKey("charset")) {
      reply.headers.set(CONTENT_TYPE, type + "; charset=utf-8");
    }
    return true;
  }

  static boolean isStream(@Nullable Object payload) {
    return payload instanceof InputStream
        || payload instanceof Flow.Publisher<?>
        || payload instanceof Path;
  }

  private void serializationHooks(@Nullable Object payload) {
    if (context.hooks.preSerialization.length == 0) {
      serialize(payload);
    } else {
      replyPhase(Phase.PRE_SERIALIZATION, context.hooks.preSerialization, payload);
    }
  }

  private void serialize(@Nullable Object payload) {
    Object serialized;
    try {
      serialized = reply().serializePayload(payload);
    } catch (Throwable e) {
      Failures.rethrowFatal(e);
      errorHooks(e);
      return;
    }
    sendHooks(serialized);
  }

  private void sendHooks(@Nullable Object payload) {
    if (declared.hooks.onSend.length == 0) {
      write(payload);
    } else {
      // Hooks see texts, not the buffers they are written to.
      Object visible = payload instanceof Utf8Output out ? out.toText() : payload;
      replyPhase(Phase.ON_SEND, declared.hooks.onSend, visible);
    }
  }

  private void write(@Nullable Object payload) {
    if (exchange.headSent()) {
      // A stream that had begun has failed: there is no room for another response.
      PayloadWriter.discard(payload);
      exchange.destroy(null);
      state = State.ENDED;
      return;
    }
    try {
      PayloadWriter.write((RequestCycle) this, payload);
    } catch (Throwable e) {
      Failures.rethrowFatal(e);
      errorHooks(e);
    }
  }

  /** A phase of this half has ended. */
  final void replyPhaseEnded(Phase phase, @Nullable Object payload, @Nullable Throwable failure) {
    awaited = null;
    switch (phase) {
      case PRE_SERIALIZATION -> {
        if (failure != null) {
          errorHooks(failure);
        } else {
          serialize(payload);
        }
      }
      case ON_SEND -> {
        if (failure != null) {
          errorHooks(failure);
        } else {
          write(payload);
        }
      }
      case ON_ERROR -> handleError((Throwable) java.util.Objects.requireNonNull(payload));
      default -> throw new IllegalStateException(phase.name());
    }
  }

  /** An error on the way of a payload: it takes the payload's place. */
  final void errorHooks(Throwable error) {
    state = State.SENDING;
    boolean first = nextErrorHandler == null || nextErrorHandler == ErrorHandlers.EXHAUSTED;
    if (first && context.hooks.onError.length > 0) {
      runningOnError = true;
      replyPhase(Phase.ON_ERROR, context.hooks.onError, error);
    } else {
      handleError(error);
    }
  }

  private void handleError(Throwable error) {
    runningOnError = false;
    LiveReply reply = reply();
    if (nextErrorHandler == ErrorHandlers.EXHAUSTED) {
      if (reply.statusCode() < 400) {
        // No handler got as far as the status: an error is none of the reply before it.
        reply.setErrorStatus(error);
        server.log().errorHandled(error, reply);
      }
      Object payload = ErrorPayload.of(error, reply);
      try {
        PayloadWriter.write((RequestCycle) this, payload);
      } catch (Throwable e) {
        Failures.rethrowFatal(e);
        server.log().headRefused(reply, e);
        reply.clearHead();
        PayloadWriter.write((RequestCycle) this, payload);
      }
      return;
    }
    ErrorHandlers handlers = nextErrorHandler == null ? context.errorHandlers : nextErrorHandler;
    ErrorHandlers parent = handlers.parent();
    nextErrorHandler = parent == null ? ErrorHandlers.EXHAUSTED : parent;
    reply.headers.remove(CONTENT_TYPE);
    reply.headers.remove("content-length");
    if (handlers.handler() == null) {
      sendHooks(ErrorPayload.of(error, reply));
      return;
    }
    state = State.OPEN;
    Object result;
    try {
      result = handlers.handler().handle(error, request(), reply);
    } catch (Throwable e) {
      Failures.rethrowFatal(e);
      fail(e);
      return;
    }
    settle(result);
  }
}
