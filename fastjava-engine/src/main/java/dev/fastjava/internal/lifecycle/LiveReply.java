package dev.fastjava.internal.lifecycle;

import dev.fastjava.Fastjava;
import dev.fastjava.Reply;
import dev.fastjava.ReplySerializer;
import dev.fastjava.Request;
import dev.fastjava.RouteInfo;
import dev.fastjava.Trailer;
import dev.fastjava.error.ErrorCode;
import dev.fastjava.http.Headers;
import dev.fastjava.http.RawReply;
import dev.fastjava.internal.content.MediaType;
import dev.fastjava.internal.exchange.ResponseHeaders;
import dev.fastjava.internal.serialization.ResponseSerializers;
import dev.fastjava.logging.Logger;
import dev.fastjava.schema.Serializer;
import dev.fastjava.schema.Utf8Output;
import dev.fastjava.type.DecoratorKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The reply of one request: what handlers set, read by {@link ReplyCycle}. */
final class LiveReply implements Reply {
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
    this.decoratorTable = call.context().replyDecorators;
    this.decorators = decoratorTable.newValues();
  }

  Call call() {
    return call;
  }

  @Override
  public Request request() {
    return call.request;
  }

  @Override
  public Fastjava server() {
    return call.context().instance;
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
    int own = ErrorStatus.of(error);
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
    String key = lowerCase(name);
    Object lines = headerValue(value);
    if (key.equals("set-cookie")) {
      Object before = open().get(key);
      if (before != null) {
        List<String> all = new ArrayList<>(asLines(before));
        all.addAll(asLines(lines));
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

  private static Object headerValue(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof String) {
      return value;
    }
    return value instanceof Collection<?> many
        ? many.stream().map(String::valueOf).toList()
        : String.valueOf(value);
  }

  private static List<String> asLines(Object value) {
    return value instanceof Collection<?> many
        ? many.stream().map(String::valueOf).toList()
        : List.of((String) value);
  }

  /** Header names are constants as a rule and in lower case already. */
  static String lowerCase(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if ((c >= 'A' && c <= 'Z') || c > 127) {
        return name.toLowerCase(Locale.ROOT);
      }
    }
    return name;
  }

  @Override
  public Reply headers(Map<String, ?> headers) {
    headers.forEach(this::header);
    return this;
  }

  @Override
  public @Nullable String getHeader(String name) {
    String key = lowerCase(name);
    Object value = headers.get(key);
    return joined(value == null && rawHeaders != null ? rawHeaders.get(key) : value);
  }

  /** The lines of a header as one text. */
  static @Nullable String joined(@Nullable Object value) {
    return value instanceof Collection<?> lines
        ? String.join(", ", asLines(lines))
        : (String) value;
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
    String key = lowerCase(name);
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

  /** Whether the application serializes the payload of this reply itself. */
  boolean hasSerializer() {
    return serializer != null;
  }

  /** Serializes a payload as this reply does: a text, bytes, or the buffer they were written to. */
  Object serializePayload(@Nullable Object payload) throws Exception {
    if (serializer != null) {
      return serializer.apply(payload);
    }
    return serializeByRoute(payload, headers.text("content-type"));
  }

  private Object serializeByRoute(@Nullable Object payload, @Nullable String contentType)
      throws Exception {
    RouteContext context = call.context();
    ReplySerializer replySerializer = context.replySerializer;
    if (replySerializer != null) {
      return replySerializer.serialize(payload, statusCode);
    }
    Serializer compiled = context.serializers.find(statusCode, contentType);
    Serializer used = compiled == null ? context.jsonWriter(call.declared, call.server) : compiled;
    Utf8Output out = new Utf8Output(context.replySize.hint(), Integer.MAX_VALUE);
    write(used, payload, out);
    context.replySize.note(out.size());
    return out;
  }

  /** Writes a value; an error of it tells the operator which reply of which route it was. */
  void write(Serializer serializer, @Nullable Object value, Utf8Output out) throws Exception {
    try {
      serializer.serialize(value, out);
    } catch (RuntimeException e) {
      throw ReplyFailures.of(e, this, out);
    }
  }

  @Override
  public Object serialize(@Nullable Object payload) {
    Object serialized =
        serializer != null
            ? serializer.apply(payload)
            : Unchecked.call(() -> serializeByRoute(payload, null));
    return serialized instanceof Utf8Output out ? out.toText() : serialized;
  }

  @Override
  public @Nullable Serializer getSerializationFunction(Object schema) {
    return call.context().schemas.knownSerializer(schema(schema));
  }

  @Override
  public @Nullable Serializer getSerializationFunctionForStatus(String status) {
    return call.context().serializers.declared(status, null);
  }

  @Override
  public @Nullable Serializer getSerializationFunctionForStatus(String status, String contentType) {
    return call.context().serializers.declared(status, contentType);
  }

  @Override
  public Serializer compileSerializationSchema(Object schema) {
    return compile(schema, null, null);
  }

  @Override
  public Serializer compileSerializationSchema(Object schema, String status) {
    return compile(schema, status, null);
  }

  @Override
  public Serializer compileSerializationSchema(Object schema, String status, String contentType) {
    return compile(schema, status, contentType);
  }

  private Serializer compile(Object schema, @Nullable String status, @Nullable String contentType) {
    return call.context()
        .schemas
        .serializer(
            schema(schema), call.exchange.method(), call.exchange.url(), status, contentType);
  }

  /** A status in the place of a schema would else be told as a text that is no JSON. */
  private static Object schema(Object schema) {
    if (ResponseSerializers.isStatus(schema)) {
      throw new IllegalArgumentException(
          "A schema is wanted, not the status "
              + schema
              + ": use serializeForStatus or getSerializationFunctionForStatus");
    }
    return schema;
  }

  @Override
  public String serializeInput(@Nullable Object input, Object schema) {
    return text(compile(schema, null, null), input);
  }

  @Override
  public String serializeForStatus(@Nullable Object input, String status) {
    return text(declared(status, null), input);
  }

  @Override
  public String serializeForStatus(@Nullable Object input, String status, String contentType) {
    return text(declared(status, contentType), input);
  }

  private Serializer declared(String status, @Nullable String contentType) {
    Serializer declared = call.context().serializers.declared(status, contentType);
    if (declared == null) {
      throw contentType == null
          ? ErrorCode.FST_ERR_MISSING_SERIALIZATION_FN.error(status)
          : ErrorCode.FST_ERR_MISSING_CONTENTTYPE_SERIALIZATION_FN.error(status, contentType);
    }
    return declared;
  }

  private String text(Serializer serializer, @Nullable Object input) {
    Utf8Output out = new Utf8Output();
    return Unchecked.call(
        () -> {
          write(serializer, input, out);
          return out.toText();
        });
  }

  @Override
  public Reply trailer(String name, Trailer trailer) {
    if (trailers == null) {
      trailers = new ReplyTrailers();
    }
    trailers.add(lowerCase(name), trailer);
    return this;
  }

  @Override
  public Reply trailer(String name, Trailer.Callback trailer) {
    if (trailers == null) {
      trailers = new ReplyTrailers();
    }
    trailers.add(lowerCase(name), trailer);
    return this;
  }

  @Override
  public boolean hasTrailer(String name) {
    return trailers != null && trailers.has(lowerCase(name));
  }

  @Override
  public Reply removeTrailer(String name) {
    if (trailers != null) {
      trailers.remove(lowerCase(name));
    }
    return this;
  }

  @Nullable ReplyTrailers trailers() {
    return trailers == null || trailers.isEmpty() ? null : trailers;
  }

  @Override
  public CompletionStage<Void> writeEarlyHints(Map<String, ?> hints) {
    ResponseHeaders lines = new ResponseHeaders();
    hints.forEach((name, value) -> lines.set(lowerCase(name), headerValue(value)));
    HeaderCheck.check(lines);
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

  @Override
  public @Nullable Object getDecorator(String name) {
    return decoratorTable.get(decorators, name, this);
  }

  @Override
  public <T> @Nullable T getDecorator(String name, Class<T> type) {
    return DecoratorTypes.typed("reply", name, getDecorator(name), type);
  }

  @Override
  public <T> T requireDecorator(String name, Class<T> type) {
    return DecoratorTypes.present("reply", name, getDecorator(name, type));
  }

  @Override
  public void setDecorator(String name, @Nullable Object value) {
    decoratorTable.set(decorators, name, value, this);
  }

  @Override
  public <T> @Nullable T get(DecoratorKey<T> key) {
    return decoratorTable.get(decorators, key, this);
  }

  @Override
  public <T> T require(DecoratorKey<T> key) {
    return decoratorTable.require(decorators, key, this);
  }

  @Override
  public <T> void set(DecoratorKey<T> key, @Nullable T value) {
    decoratorTable.set(decorators, key, value, this);
  }
}
