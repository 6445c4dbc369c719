package dev.fastjava.internal.lifecycle;

import dev.fastjava.AbortSignal;
import dev.fastjava.Fastjava;
import dev.fastjava.Request;
import dev.fastjava.RouteInfo;
import dev.fastjava.error.ErrorCode;
import dev.fastjava.http.Headers;
import dev.fastjava.http.RawRequest;
import dev.fastjava.internal.content.MediaType;
import dev.fastjava.internal.exchange.Exchange;
import dev.fastjava.internal.json.ReadBody;
import dev.fastjava.internal.request.ProxyTrust;
import dev.fastjava.internal.routing.RouteMatch;
import dev.fastjava.logging.LogLevel;
import dev.fastjava.logging.Logger;
import dev.fastjava.schema.HttpPart;
import dev.fastjava.schema.ValidationResult;
import dev.fastjava.schema.Validator;
import dev.fastjava.type.DecoratorKey;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The request as handlers see it: everything is read from the exchange when asked for. */
final class LiveRequest implements Request {
  private static final HttpPart[] PARTS = HttpPart.values();

  private @Nullable Throwable validationError;
  private final Call call;
  private final Exchange exchange;
  private final @Nullable RouteMatch<RouteHolder> match;
  private final @Nullable Object[] decorators;
  private final DecoratorTable decoratorTable;
  private final long number;

  /** Made when somebody asks for it, or when there is something to tell. */
  private volatile @Nullable CycleSignal signal;

  private @Nullable String id;
  private @Nullable Logger log;
  private @Nullable Object body;
  private @Nullable ReadBody offered; // what the built-in parser has read for another one
  private boolean hasBody;
  private @Nullable Object query;
  private @Nullable Object params;

  /** The headers as received, in the map that validators change; null until one is wanted. */
  private @Nullable Object received;

  /** What {@link #setHeaders} has given; goes before what was received. */
  private @Nullable Map<String, Object> assigned;

  private @Nullable BoundParts bound;

  /** The content type that was looked at first: a later one changes neither parser nor type. */
  private @Nullable String contentType;

  LiveRequest(Call call, @Nullable RouteMatch<RouteHolder> match) {
    this.call = call;
    this.exchange = call.exchange;
    this.match = match;
    this.decoratorTable = call.context().requestDecorators;
    this.decorators = decoratorTable.newValues();
    if (call.context().genReqId != RequestIds.COUNTED || call.server.requestIdHeader() != null) {
      this.number = 0;
      this.id = call.server.requestId(call.context(), exchange);
    } else {
      this.number = call.server.nextRequest();
    }
  }

  @Override
  public String id() {
    if (id == null) {
      id = RequestIds.text(number);
    }
    return id;
  }

  @Override
  public String method() {
    return exchange.method();
  }

  @Override
  public String url() {
    return exchange.url();
  }

  @Override
  public String originalUrl() {
    return exchange.originalUrl();
  }

  @Override
  public boolean is404() {
    return call.context().info.url() == null;
  }

  @Override
  public Fastjava server() {
    return call.context().instance;
  }

  @Override
  public Logger log() {
    Logger logger = log;
    if (logger == null) {
      logger = call.log().child(this, call.context());
      log = logger;
    }
    return logger;
  }

  /** Whether a line of the framework would be dropped, and no logger need be made for it. */
  boolean dropsLines(LogLevel level) {
    return log == null && call.log().drops(call.context(), level);
  }

  @Override
  public RouteInfo routeOptions() {
    return call.context().info.forVersion(exchange.header("accept-version"));
  }

  @Override
  public RawRequest raw() {
    return exchange;
  }

  @Override
  public AbortSignal signal() {
    CycleSignal known = signal;
    return known == null ? makeSignal() : known;
  }

  private synchronized CycleSignal makeSignal() {
    CycleSignal known = signal;
    if (known == null) {
      known = new CycleSignal(error -> call.log().abortActionFailed(call.reply, error));
      signal = known;
    }
    return known;
  }

  void abort(@Nullable Throwable why) {
    CycleSignal known = signal;
    (known == null ? makeSignal() : known).abort(why);
  }

  @Override
  public @Nullable Object body() {
    return body instanceof ReadBody read ? read.handOut() : body;
  }

  /** The body, for its validator: a {@link ReadBody} where it is one. */
  @Nullable Object bodyToCheck() {
    return body;
  }

  /** Takes what a parser of JSON has read, in case that becomes the body. */
  void offer(ReadBody read) {
    offered = read;
  }

  @Override
  @SuppressWarnings("unchecked") // bound to the type
  public <T> T body(Type type, Class<T> raw) {
    return (T) bind(HttpPart.BODY, type);
  }

  /** Binds a part to a type; values of primitive ones are boxed. */
  private Object bind(HttpPart part, Type type) {
    BoundParts known = bound;
    Object value = known == null ? null : known.find(part, type);
    if (value == null) {
      Object from = part == HttpPart.BODY ? body : part(part);
      value = call.context().binder(call.server).of(part).bind(part, from, type);
      RouteConstraints constraints = call.context().constraints;
      if (constraints != null && validationError == null) {
        constraints.require(part, type, value);
      }
      keepBound(part, type, value);
    }
    return value;
  }

  /** Keeps what a part was bound to. */
  void keepBound(HttpPart part, Type type, Object value) {
    BoundParts known = bound;
    if (known == null) {
      known = new BoundParts();
      bound = known;
    }
    known.add(part, type, value);
  }

  /** Forgets what a part was bound to, for it is another now. */
  void forgetBound(HttpPart part) {
    if (bound != null) {
      bound.forget(part);
    }
  }

  @Override
  public boolean hasBody() {
    return hasBody;
  }

  @Override
  public void setBody(@Nullable Object body) {
    ReadBody read = this.body instanceof ReadBody own ? own : offered;
    this.body = read != null && read.holds(body) ? read : body;
    this.hasBody = true;
    forgetBound(HttpPart.BODY);
  }

  @Override
  @SuppressWarnings("unchecked") // parsers make such maps; a validator may put another value there
  public Map<String, Object> query() {
    if (query == null) {
      query = call.server.parseQuery(exchange.url(), match);
    }
    return (Map<String, Object>) query;
  }

  @Override
  public @Nullable String query(String name) {
    return FirstText.of(query().get(name));
  }

  @Override
  @SuppressWarnings("unchecked") // bound to the type
  public <T> T query(Type type, Class<T> raw) {
    return (T) bind(HttpPart.QUERYSTRING, type);
  }

  @Override
  public <T> T queryAs(String name, Class<T> type) {
    T value = call.server.conversion().convertQuery(query().get(name), type, name);
    if (value == null) {
      throw TextConversion.missing(HttpPart.QUERYSTRING, name);
    }
    return value;
  }

  @Override
  public <T> Optional<T> queryOptional(String name, Class<T> type) {
    return Optional.ofNullable(
        call.server.conversion().convertQuery(query().get(name), type, name));
  }

  @Override
  public <T> List<T> queriesAs(String name, Class<T> type) {
    return call.server.conversion().convertAll(query().get(name), type, HttpPart.QUERYSTRING, name);
  }

  @Override
  public List<String> queries(String name) {
    Object value = query().get(name);
    if (value == null) {
      return List.of();
    }
    return value instanceof List<?> many
        ? many.stream().map(String::valueOf).toList()
        : List.of(String.valueOf(value));
  }

  @Override
  public void setQuery(Map<String, Object> query) {
    this.query = query;
    forgetBound(HttpPart.QUERYSTRING);
  }

  @Override
  @SuppressWarnings("unchecked") // made here; a validator may put another value there
  public Map<String, Object> params() {
    if (params == null) {
      Map<String, Object> all = new LinkedHashMap<>();
      if (match != null) {
        for (int i = 0; i < match.size(); i++) {
          String value = match.value(i);
          if (value != null) {
            all.put(match.name(i), value);
          }
        }
      }
      params = all;
    }
    return (Map<String, Object>) params;
  }

  @Override
  @SuppressWarnings("unchecked") // bound to the type
  public <T> T params(Type type, Class<T> raw) {
    return (T) bind(HttpPart.PARAMS, type);
  }

  @Override
  public @Nullable String param(String name) {
    if (params == null && match != null) {
      // Without a map when nothing has asked for one.
      for (int i = match.size() - 1; i >= 0; i--) {
        if (match.name(i).equals(name)) {
          return match.value(i);
        }
      }
      return null;
    }
    return FirstText.of(params().get(name));
  }

  @Override
  public <T> T paramAs(String name, Class<T> type) {
    Object value = params == null ? param(name) : params().get(name);
    if (value == null) {
      throw TextConversion.missing(HttpPart.PARAMS, name);
    }
    return call.server.conversion().convert(value, type, HttpPart.PARAMS, name);
  }

  @Override
  public <T> Optional<T> paramOptional(String name, Class<T> type) {
    Object value = params == null ? param(name) : params().get(name);
    return value == null
        ? Optional.empty()
        : Optional.of(call.server.conversion().convert(value, type, HttpPart.PARAMS, name));
  }

  @Override
  public void setParams(Map<String, Object> params) {
    this.params = params;
    forgetBound(HttpPart.PARAMS);
  }

  @Override
  public Headers headers() {
    return new LiveHeaders(this);
  }

  @SuppressWarnings("unchecked") // made by the exchange; a validator may put another value there
  Map<String, Object> headerMap() {
    if (received == null) {
      // A map of our own: validation changes it.
      received = exchange.headers().asMap();
    }
    Map<String, Object> all = (Map<String, Object>) received;
    if (assigned != null) {
      all = new LinkedHashMap<>(all);
      all.putAll(assigned);
    }
    return all;
  }

  @Override
  @SuppressWarnings("unchecked") // bound to the type
  public <T> T headers(Type type, Class<T> raw) {
    return (T) bind(HttpPart.HEADERS, type);
  }

  @Override
  public @Nullable String header(String name) {
    Map<String, Object> given = assigned;
    if (given != null) {
      String key = name.toLowerCase(Locale.ROOT);
      if (given.containsKey(key)) {
        return FirstText.of(given.get(key));
      }
    }
    return receivedHeader(name);
  }

  List<String> headerLines(String name) {
    String key = name.toLowerCase(Locale.ROOT);
    Object value =
        received == null && assigned == null ? exchange.header(name) : headerMap().get(key);
    if (value == null) {
      return List.of();
    }
    if (value instanceof List<?> many) {
      return many.stream().map(String::valueOf).toList();
    }
    // The lines as they came, unless the header is another one by now.
    return value.equals(exchange.header(name))
        ? exchange.headers().all(name)
        : List.of(String.valueOf(value));
  }

  @Override
  public <T> T headerAs(String name, Class<T> type) {
    String value = header(name);
    if (value == null) {
      throw TextConversion.missing(HttpPart.HEADERS, name.toLowerCase(Locale.ROOT));
    }
    return headerAs(name, value, type);
  }

  @Override
  public <T> Optional<T> headerOptional(String name, Class<T> type) {
    String value = header(name);
    return value == null ? Optional.empty() : Optional.of(headerAs(name, value, type));
  }

  private <T> T headerAs(String name, String value, Class<T> type) {
    return call.server
        .conversion()
        .convert(value, type, HttpPart.HEADERS, name.toLowerCase(Locale.ROOT));
  }

  /** A header without regard to assigned ones. */
  private @Nullable String receivedHeader(String name) {
    return received == null
        ? exchange.header(name)
        : FirstText.of(((Map<?, ?>) received).get(name.toLowerCase(Locale.ROOT)));
  }

  @Override
  public void setHeaders(Map<String, Object> headers) {
    this.assigned = headers;
    forgetBound(HttpPart.HEADERS);
  }

  /** The content type of the body: the first one that anybody has asked for. */
  @Nullable String contentType() {
    if (contentType == null) {
      contentType = header("content-type");
    }
    return contentType;
  }

  @Override
  public @Nullable String mediaType() {
    String type = contentType();
    return type == null ? null : MediaType.parse(type).essence();
  }

  private ProxyTrust proxies() {
    return call.server.proxies();
  }

  @Override
  public @Nullable String ip() {
    return proxies().ip(this::receivedHeader, exchange.remoteAddress());
  }

  @Override
  @SuppressWarnings("NullAway") // an address the transport does not know is null in the list
  public @Nullable List<String> ips() {
    return proxies().ips(this::receivedHeader, exchange.remoteAddress());
  }

  @Override
  public String host() {
    // As in the reference, assigned headers count only where headers are trusted at all.
    return proxies().isEnabled()
        ? proxies().host(this::header, exchange.remoteAddress())
        : proxies().host(this::receivedHeader, exchange.remoteAddress());
  }

  @Override
  public String hostname() {
    return ProxyTrust.hostname(host());
  }

  @Override
  public @Nullable Integer port() {
    long port = ProxyTrust.port(host());
    return port < 0 || port > Integer.MAX_VALUE ? null : (int) port;
  }

  @Override
  public String protocol() {
    return proxies().protocol(this::header, exchange.remoteAddress(), exchange.encrypted());
  }

  @Override
  public @Nullable Throwable validationError() {
    return validationError;
  }

  /** Validation has failed, and the route wants to know of it. */
  void attach(Throwable error) {
    validationError = error;
  }

  /** The value of a part, for its validator. */
  @Nullable Object part(HttpPart part) {
    return switch (part) {
      case PARAMS -> params();
      case BODY -> body();
      case QUERYSTRING -> query();
      case HEADERS -> headerMap();
    };
  }

  @SuppressWarnings("unchecked") // a validator may put another value in the place of a map
  void replacePart(HttpPart part, @Nullable Object value) {
    forgetBound(part);
    switch (part) {
      case PARAMS -> params = value;
      case BODY -> body = value;
      case QUERYSTRING -> query = value;
      case HEADERS -> {
        if (value instanceof Map<?, ?> map) {
          setHeaders((Map<String, Object>) map);
        } else {
          received = value;
          assigned = null;
        }
      }
    }
  }

  @Override
  public ValidationResult validateInput(@Nullable Object input, HttpPart part) {
    Validator validator = part == null ? null : getValidationFunction(part);
    if (validator == null) {
      throw ErrorCode.FST_ERR_REQ_INVALID_VALIDATION_INVOCATION.error(
          part == null ? "undefined" : part.label());
    }
    return Unchecked.call(() -> validator.validate(input));
  }

  @Override
  public ValidationResult validateInput(@Nullable Object input, Object schema) {
    Validator validator = compile(schema, null);
    return Unchecked.call(() -> validator.validate(input));
  }

  @Override
  public ValidationResult validateInput(@Nullable Object input, Object schema, HttpPart part) {
    Validator own = getValidationFunction(part);
    Validator validator = own == null ? compile(schema, part) : own;
    return Unchecked.call(() -> validator.validate(input));
  }

  @Override
  public Validator compileValidationSchema(Object schema) {
    return compile(schema, null);
  }

  @Override
  public Validator compileValidationSchema(Object schema, HttpPart part) {
    return compile(schema, part);
  }

  private Validator compile(Object schema, @Nullable HttpPart part) {
    return call.context().schemas.validator(schema(schema), method(), url(), part);
  }

  /** A part in the place of a schema would else be told as a text that is no JSON. */
  private static Object schema(Object schema) {
    for (HttpPart part : PARTS) {
      if (schema == part || part.label().equals(schema)) {
        throw new IllegalArgumentException(
            "A schema is wanted, not the part " + part + ": pass HttpPart." + part.name());
      }
    }
    return schema;
  }

  @Override
  public @Nullable Validator getValidationFunction(HttpPart part) {
    RouteValidators validators = call.context().validators;
    return validators == null ? null : validators.of(part);
  }

  @Override
  public @Nullable Validator getValidationFunction(Object schema) {
    return call.context().schemas.knownValidator(schema(schema));
  }

  @Override
  public @Nullable Object getDecorator(String name) {
    return decoratorTable.get(decorators, name, this);
  }

  @Override
  public <T> @Nullable T getDecorator(String name, Class<T> type) {
    return DecoratorTypes.typed("request", name, getDecorator(name), type);
  }

  @Override
  public <T> T requireDecorator(String name, Class<T> type) {
    return DecoratorTypes.present("request", name, getDecorator(name, type));
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
