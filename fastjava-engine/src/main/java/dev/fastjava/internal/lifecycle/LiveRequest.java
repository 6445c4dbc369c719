package dev.fastjava.internal.lifecycle;

import dev.fastjava.AbortSignal;
import dev.fastjava.Fastjava;
import dev.fastjava.RouteInfo;
import dev.fastjava.http.Headers;
import dev.fastjava.http.RawRequest;
import dev.fastjava.internal.content.MediaType;
import dev.fastjava.internal.exchange.Exchange;
import dev.fastjava.internal.json.HeaderLists;
import dev.fastjava.internal.json.JsonBinder;
import dev.fastjava.internal.json.ReadBody;
import dev.fastjava.internal.routing.RouteMatch;
import dev.fastjava.logging.LogLevel;
import dev.fastjava.logging.Logger;
import dev.fastjava.schema.HttpPart;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The request as handlers see it: everything is read from the exchange when asked for. */
final class LiveRequest
    implements ConvertedRequest, AddressedRequest, ValidatingRequest, DecoratorSlots {
  private @Nullable Throwable validationError;
  private final Call call;
  private final Exchange exchange;
  private final @Nullable RouteMatch<RouteHolder> match;
  private final @Nullable Object[] decorators;
  private final DecoratorTable decoratorTable;
  private long number;

  private @Nullable String id;
  private @Nullable Logger log;
  private @Nullable Object body;
  private @Nullable ReadBody offered; // what the built-in parser has read for another one
  private boolean hasBody;
  private @Nullable Object query;
  private @Nullable Object params;

  private final LiveHeaders headers;

  private @Nullable BoundParts bound;

  LiveRequest(Call call, @Nullable RouteMatch<RouteHolder> match, boolean counts) {
    this.call = call;
    this.exchange = call.exchange;
    this.headers = new LiveHeaders(exchange);
    this.match = match;
    this.decoratorTable = call.context().shared().requestDecorators();
    this.decorators = decoratorTable.newValues();
    if (counts) { // else when somebody asks, as nobody does as a rule
      takeId();
    }
  }

  private void takeId() {
    if (call.context().shared().genReqId() != RequestIds.COUNTED
        || call.server.requestIdHeader() != null) {
      id = call.server.requestId(call.context(), exchange);
    } else {
      number = call.server.nextRequest();
    }
  }

  @Override
  public String id() {
    if (id == null && number == 0) {
      takeId();
    }
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
    return call.context().info().url() == null;
  }

  @Override
  public Fastjava server() {
    return call.context().shared().instance();
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
    return call.context().info().forVersion(exchange.header("accept-version"));
  }

  @Override
  public RawRequest raw() {
    return exchange;
  }

  @Override
  public AbortSignal signal() {
    return call.signal();
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
      JsonBinder binder = call.context().binder(call.server);
      Object from = part == HttpPart.BODY ? body : part(part);
      if (part == HttpPart.HEADERS && !binder.headerLists(type).isEmpty()) {
        // A copy: nobody has asked for other headers than came.
        Map<String, Object> copy = new LinkedHashMap<>(headers.map());
        binder.headerLists(type).putInto(copy, headers::all);
        from = copy;
      }
      value = binder.of(part).bind(part, from, type);
      RouteConstraints constraints = call.context().compiled().constraints();
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
  @SuppressWarnings("unchecked") // bound to the type
  public <T> T query(Type type, Class<T> raw) {
    return (T) bind(HttpPart.QUERYSTRING, type);
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
      params = match == null ? new LinkedHashMap<>() : match.params();
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
      return match.value(name);
    }
    return ConvertedRequest.first(params().get(name));
  }

  @Override
  public void setParams(Map<String, Object> params) {
    this.params = params;
    forgetBound(HttpPart.PARAMS);
  }

  @Override
  public Headers headers() {
    return headers;
  }

  @Override
  public @Nullable String header(String name) {
    return headers.get(name);
  }

  @Override
  public @Nullable String receivedHeader(String name) {
    return headers.received(name);
  }

  /** The content type of the body: the first one that anybody has asked for. */
  @Nullable String contentType() {
    return headers.contentType();
  }

  @Override
  public void setHeaders(Map<String, Object> given) {
    headers.assign(given);
    forgetBound(HttpPart.HEADERS);
  }

  @Override
  @SuppressWarnings("unchecked") // bound to the type
  public <T> T headers(Type type, Class<T> raw) {
    return (T) bind(HttpPart.HEADERS, type);
  }

  /** What a path parameter has by now, whatever put it there. */
  @Nullable Object paramValue(String name) {
    return params == null ? param(name) : params().get(name);
  }

  @Override
  public @Nullable String mediaType() {
    String type = headers.contentType();
    return type == null ? null : MediaType.parse(type).essence();
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
      case HEADERS -> headers.map();
    };
  }

  /** The headers for their validator, which wants the lines of some. */
  Map<String, Object> headersToCheck(HeaderLists lists) {
    return headers.map(lists);
  }

  void replacePart(HttpPart part, @Nullable Object value) {
    forgetBound(part);
    switch (part) {
      case PARAMS -> params = value;
      case BODY -> body = value;
      case QUERYSTRING -> query = value;
      case HEADERS -> headers.replace(value);
    }
  }

  @Override
  public Call call() {
    return call;
  }

  @Override
  public DecoratorTable decoratorTable() {
    return decoratorTable;
  }

  @Override
  public @Nullable Object[] decorators() {
    return decorators;
  }
}
