package dev.fastjava.internal.lifecycle;

import dev.fastjava.Fastjava;
import dev.fastjava.Reply;
import dev.fastjava.Request;
import dev.fastjava.RouteInfo;
import dev.fastjava.Trailer;
import dev.fastjava.error.ErrorCode;
import dev.fastjava.http.Headers;
import dev.fastjava.http.RawReply;
import dev.fastjava.internal.content.MediaType;
import dev.fastjava.internal.exchange.ResponseHeaders;
import dev.fastjava.logging.Logger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The reply of one request: what handlers set, read by {@link ReplyCycle}. */
final class LiveReply implements SerializingReply, DecoratorSlots {
  /** Changed by whoever works for the reply; replaced by a copy when they are sent. */
  ResponseHeaders headers = new ResponseHeaders();

  private boolean detached;
  @Nullable ResponseHeaders rawHeaders;
  private @Nullable Function<@Nullable Object, ?> serializer;
  private final Call call;
  private final @Nullable Object[] decorators;
  private final DecoratorTable decoratorTable;
  private final long started = System.nanoTime();
  private int statusCode = 200;
  private boolean statusSet;
  private @Nullable ReplyTrailers trailers;
  private @Nullable LiveRawReply raw;

  LiveReply(Call call) {
    this.call = call;
    this.decoratorTable = call.context().shared().replyDecorators();
    this.decorators = decoratorTable.newValues();
  }

  @Override
  public Call call() {
    return call;
  }

  @Override
  public @Nullable Function<@Nullable Object, ?> serializer() {
    return serializer;
  }

  @Override
  public DecoratorTable decoratorTable() {
    return decoratorTable;
  }

  @Override
  public @Nullable Object[] decorators() {
    return decorators;
  }

  @Override
  public Request request() {
    return call.request;
  }

  @Override
  public Fastjava server() {
    return call.context().shared().instance();
  }

  @Override
  public Logger log() {
    return call.request.log();
  }

  @Override
  public RouteInfo routeOptions() {
    return call.request.routeOptions();
  }

  @Override
  public Reply code(int statusCode) {
    if (statusCode < 100 || statusCode > 599) {
      throw ErrorCode.FST_ERR_BAD_STATUS_CODE.error(statusCode);
    }
    this.statusCode = statusCode;
    this.statusSet = true;
    return this;
  }

  @Override
  public int statusCode() {
    return statusCode;
  }

  /** Takes the status of an error: its own, else the one set when it is one of errors, else 500. */
  void setErrorStatus(Throwable error) {
    int own = ErrorMembers.status(call.replying.errors().described(error));
    statusCode = own != 0 ? own : statusCode >= 400 ? statusCode : 500;
  }

  void rawStatus(int status) {
    if (status < 100 || status > 599) {
      throw ErrorCode.FST_ERR_BAD_STATUS_CODE.error(status);
    }
    statusCode = status;
  }

  /** Takes back what may have made a head that is refused. */
  void clearHead() {
    headers.clear();
    rawHeaders = null;
    trailers = null;
  }

  @Override
  public Reply header(String name, @Nullable Object value) {
    String key = HeaderText.lowerCase(name);
    Object lines = HeaderText.headerValue(value);
    if (key.equals("set-cookie")) {
      Object before = open().get(key);
      if (before != null) {
        List<String> all = new ArrayList<>(HeaderText.asLines(before));
        all.addAll(HeaderText.asLines(lines));
        lines = all;
      }
    }
    open().set(key, lines);
    return this;
  }

  /**
   * The headers for changes. Once they belong to the transport, which may be reading them on
   * another thread, changes go to a copy: they come too late, and have not been checked.
   */
  private ResponseHeaders open() {
    if (call.end.reply() == ResponseEnd.ReplyState.SENT && !detached) {
      detached = true;
      headers = headers.copy();
    }
    return headers;
  }

  @Override
  public Reply headers(Map<String, ?> headers) {
    headers.forEach(this::header);
    return this;
  }

  @Override
  public @Nullable String getHeader(String name) {
    String key = HeaderText.lowerCase(name);
    Object value = headers.get(key);
    return HeaderText.joined(value == null && rawHeaders != null ? rawHeaders.get(key) : value);
  }

  @Nullable String rawContentType() {
    return rawHeaders == null ? null : rawHeaders.text("content-type");
  }

  @Override
  public Headers getHeaders() {
    Map<String, Object> all =
        rawHeaders == null ? new LinkedHashMap<>() : new LinkedHashMap<>(rawHeaders.toMap());
    all.putAll(headers.toMap());
    return Headers.of(all);
  }

  @Override
  public boolean hasHeader(String name) {
    return getHeader(name) != null;
  }

  @Override
  public Reply removeHeader(String name) {
    String key = HeaderText.lowerCase(name);
    open().remove(key);
    if (rawHeaders != null) {
      rawHeaders.remove(key);
    }
    return this;
  }

  @Override
  public Reply type(String contentType) {
    open().set("content-type", contentType);
    return this;
  }

  @Override
  public @Nullable String mediaType() {
    String type = getHeader("content-type");
    return type == null ? null : MediaType.parse(type).essence();
  }

  @Override
  public Reply redirect(String url) {
    return redirect(url, statusSet ? statusCode : 302);
  }

  @Override
  public Reply redirect(String url, int statusCode) {
    return header("location", url).code(statusCode).send();
  }

  @Override
  public Reply callNotFound() {
    call.inSegment(call.way::callNotFound);
    return this;
  }

  @Override
  public Reply send() {
    return send(Nothing.GIVEN);
  }

  @Override
  public Reply send(@Nullable Object payload) {
    if (call.isCurrent()) {
      call.replying.send(payload);
    } else {
      // The place is for the log: of a reply that is late already, or of each when debugging.
      boolean traced = call.server.tracesReplies() || call.end.isCommitted();
      SentPlace place = traced ? SentPlace.here() : null;
      call.submit(() -> call.replying.sendFrom(place, payload));
    }
    return this;
  }

  @Override
  public boolean sent() {
    ResponseEnd.ReplyState state = call.end.reply();
    return state == ResponseEnd.ReplyState.SENT || state == ResponseEnd.ReplyState.HIJACKED;
  }

  @Override
  public Reply hijack() {
    call.end.hijacked();
    return this;
  }

  @Override
  public RawReply raw() {
    if (raw == null) {
      raw = new LiveRawReply(this);
    }
    return raw;
  }

  ResponseHeaders openRawHeaders() {
    if (rawHeaders == null) {
      rawHeaders = new ResponseHeaders();
    }
    return rawHeaders;
  }

  @Override
  public Reply serializer(@Nullable Function<@Nullable Object, ?> serializer) {
    this.serializer = serializer;
    return this;
  }

  @Override
  public Reply trailer(String name, Trailer trailer) {
    return addTrailer(name, trailer);
  }

  @Override
  public Reply trailer(String name, Trailer.Callback trailer) {
    return addTrailer(name, trailer);
  }

  private Reply addTrailer(String name, @Nullable Object trailer) {
    if (trailers == null) {
      trailers = new ReplyTrailers();
    }
    trailers.add(HeaderText.lowerCase(name), trailer);
    return this;
  }

  @Override
  public boolean hasTrailer(String name) {
    return trailers != null && trailers.has(HeaderText.lowerCase(name));
  }

  @Override
  public Reply removeTrailer(String name) {
    if (trailers != null) {
      trailers.remove(HeaderText.lowerCase(name));
    }
    return this;
  }

  @Nullable ReplyTrailers trailers() {
    return trailers == null || trailers.isEmpty() ? null : trailers;
  }

  @Override
  public CompletionStage<Void> writeEarlyHints(Map<String, ?> hints) {
    ResponseHeaders lines = new ResponseHeaders();
    hints.forEach(
        (name, value) -> lines.set(HeaderText.lowerCase(name), HeaderText.headerValue(value)));
    HeaderText.check(lines);
    return call.exchange.sendInformational(103, lines);
  }

  @Override
  public double elapsedTime() {
    long end = call.end.ended();
    return ((end == 0 ? System.nanoTime() : end) - started) / 1e6;
  }

  @Override
  public CompletionStage<Void> completion() {
    return call.end.completion();
  }
}
