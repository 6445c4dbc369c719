package dev.fastjava.internal.lifecycle;

import dev.fastjava.ErrorCode;
import dev.fastjava.Response;
import dev.fastjava.internal.content.MediaType;
import dev.fastjava.internal.exchange.Exchange;
import dev.fastjava.schema.Utf8Output;
import java.io.InputStream;
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
  RouteContext context;
  volatile State state = State.OPEN;

  /** Those of the route: a not-found handler called from it does not change them. */
  private final Object[] sendHooks;

  private @Nullable ErrorHandlers nextErrorHandler;
  private boolean runningOnError;

  ReplyPipeline(ServerRuntime server, Exchange exchange, RouteContext context) {
    this.server = server;
    this.exchange = exchange;
    this.context = context;
    this.sendHooks = context.hooks.onSend;
  }

  abstract LiveRequest request();

  abstract LiveReply reply();

  /** Runs the hooks of a phase and then {@link RequestCycle#phaseEnded}. */
  abstract void runPhase(Phase phase, Object[] hooks, @Nullable Object payload);

  /** Runs a task within a segment: now when within one, else later. */
  abstract void inSegment(Runnable task);

  /** Takes what a handler or error handler returned. */
  abstract void settle(@Nullable Object result);

  boolean isCommitted() {
    return state != State.OPEN;
  }

  /** Sends a payload; a reply that was sent before stays as it is. */
  final void send(@Nullable Object payload) {
    if (runningOnError) {
      throw ErrorCode.FST_ERR_SEND_INSIDE_ONERR.error();
    }
    if (state != State.OPEN) {
      server.log().alreadySent(reply());
      return;
    }
    if (payload instanceof CompletionStage<?> stage) {
      state = State.SENDING;
      stage.whenComplete(
          (value, error) ->
              inSegment(
                  () -> {
                    state = State.OPEN;
                    send(error == null ? value : Failures.unwrap(error));
                  }));
      return;
    }
    state = State.SENDING;
    if (payload instanceof Throwable error) {
      errorHooks(error);
    } else {
      prepare(payload);
    }
  }

  /** Replies with the error of a step of the request. */
  final void fail(Throwable error) {
    if (state != State.OPEN) {
      server.log().failedAfterReply(reply(), error);
      return;
    }
    state = State.SENDING;
    errorHooks(error);
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
    boolean typed = contentType != null && !contentType.isEmpty();
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
      runPhase(Phase.PRE_SERIALIZATION, context.hooks.preSerialization, payload);
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
    if (sendHooks.length == 0) {
      write(payload);
    } else {
      // Hooks see texts, not the buffers they are written to.
      Object visible = payload instanceof Utf8Output out ? out.toText() : payload;
      runPhase(Phase.ON_SEND, sendHooks, visible);
    }
  }

  private void write(@Nullable Object payload) {
    if (exchange.headSent()) {
      // A stream that had begun has failed: there is no room for another response.
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
      runPhase(Phase.ON_ERROR, context.hooks.onError, error);
    } else {
      handleError(error);
    }
  }

  private void handleError(Throwable error) {
    runningOnError = false;
    LiveReply reply = reply();
    if (nextErrorHandler == ErrorHandlers.EXHAUSTED) {
      Object payload = ErrorPayload.of(error, reply);
      try {
        PayloadWriter.write((RequestCycle) this, payload);
      } catch (Throwable e) {
        Failures.rethrowFatal(e);
        server.log().headRefused(reply, e);
        reply.headers.clear();
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
