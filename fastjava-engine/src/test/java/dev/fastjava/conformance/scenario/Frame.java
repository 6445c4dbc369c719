package dev.fastjava.conformance.scenario;

import dev.fastjava.Done;
import dev.fastjava.Fastjava;
import dev.fastjava.Reply;
import dev.fastjava.Request;
import dev.fastjava.RouteDefinition;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One call of a described function: its arguments, and what its actions have done so far. */
final class Frame {
  /** The instance the function is bound to. */
  @Nullable Fastjava self;

  @Nullable Request request;
  @Nullable Reply reply;
  @Nullable Throwable error;
  @Nullable RouteDefinition route;
  @Nullable Map<String, @Nullable Object> options;

  /** The payload the function received, then the one it leaves. */
  @Nullable Object payload = Absent.VALUE;

  boolean payloadChanged;

  /** The callback, in callback style. */
  @Nullable Done done;

  /** Takes an error thrown after the function has returned. */
  @Nullable Consumer<Throwable> late;

  /** The rest of the list must not run. */
  boolean stopped;

  /** The function ends the request or its step by itself. */
  boolean settled;

  /** A reply was sent, not only promised. */
  boolean sent;

  boolean hasResult;
  @Nullable Object result;

  /** What a parser made. */
  @Nullable Object parsed = Absent.VALUE;

  Frame self(@Nullable Fastjava instance) {
    this.self = instance;
    return this;
  }

  Frame on(@Nullable Request newRequest, @Nullable Reply newReply) {
    this.request = newRequest;
    this.reply = newReply;
    return this;
  }

  Frame error(@Nullable Throwable newError) {
    this.error = newError;
    return this;
  }

  Frame payload(@Nullable Object newPayload) {
    this.payload = newPayload;
    return this;
  }

  Frame callback(Done callback) {
    this.done = callback;
    this.late = callback::fail;
    return this;
  }

  /** The same call seen by a function within it, which has its own payload. */
  Frame within(Reply newReply, @Nullable Object newPayload) {
    Frame inner = new Frame().self(self).on(newReply.request(), newReply).payload(newPayload);
    inner.error = error;
    return inner;
  }

  Fastjava instance() {
    return require(self, "instance");
  }

  Request request() {
    return require(request, "request");
  }

  Reply reply() {
    return require(reply, "reply");
  }

  private static <T> T require(@Nullable T value, String what) {
    if (value == null) {
      throw new IllegalStateException("this function has no " + what);
    }
    return value;
  }
}
