package dev.fastjava.internal.lifecycle;

import dev.fastjava.BodyParser;
import dev.fastjava.ReplyAdapter;
import dev.fastjava.Request;
import dev.fastjava.RequestListener;
import dev.fastjava.http.RawRequest;
import dev.fastjava.internal.content.SeenTypes;
import dev.fastjava.internal.json.JsonBinder;
import dev.fastjava.internal.json.JsonWriter;
import dev.fastjava.internal.request.ProxyTrust;
import dev.fastjava.internal.request.QueryStringParser;
import dev.fastjava.internal.routing.RouteMatch;
import dev.fastjava.schema.ValidationError;
import dev.fastjava.schema.ValidationResult;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What all requests of one server share. Set up at boot; thread-safe. */
public final class ServerRuntime {
  private final RequestLog log;
  private final boolean tracesReplies;
  private final RequestThreads executors;
  private @Nullable ErrorTranslation translation;
  private final JsonWriter jsonWriter;
  private final JsonBinder binder;
  private final TextConversion conversion;
  private final ProxyTrust proxies;
  private final @Nullable String requestIdHeader;
  private final @Nullable Function<String, Map<String, Object>> queryParser;
  private final AtomicLong requests = new AtomicLong();
  private final SeenTypes seenTypes = new SeenTypes();
  private final Map<BodyParser, JsonBodies> jsonBodies = new ConcurrentHashMap<>();
  private final CompiledSchemas compiledSchemas = new CompiledSchemas();
  private RequestListeners listeners;
  private @Nullable ReplyAdapter replyAdapter;
  private @Nullable UnansweredRequests unanswered;
  private BodyTurns bodyTurns;
  private @Nullable ScheduledThreadPoolExecutor timers;

  /**
   * Makes the runtime.
   *
   * @param requestIdHeader in lower case; null for none
   * @param queryParser null for the built-in parser
   */
  public ServerRuntime(
      RequestLog log,
      RequestThreads executors,
      JsonWriter jsonWriter,
      JsonBinder binder,
      ProxyTrust proxies,
      @Nullable String requestIdHeader,
      @Nullable Function<String, Map<String, Object>> queryParser) {
    this.log = log;
    this.tracesReplies = log.isDebugging();
    this.executors = executors;
    this.jsonWriter = jsonWriter;
    this.binder = binder;
    this.conversion = new TextConversion(binder);
    this.proxies = proxies;
    this.requestIdHeader = requestIdHeader;
    this.queryParser = queryParser;
    this.listeners = new RequestListeners(List.of(), log);
    this.bodyTurns = bodyTurns(0);
  }

  RequestLog log() {
    return log;
  }

  /** Whether the place of every reply is remembered, for the report of a second one. */
  boolean tracesReplies() {
    return tracesReplies;
  }

  /** The executors of all modes. */
  public RequestThreads threads() {
    return executors;
  }

  /** Makes a parser of JSON that this server knows as its own. */
  public BodyParser jsonParser(JsonBodies bodies) {
    BodyParser parser = BodyParser.bytes(bodies);
    jsonBodies.put(parser, bodies);
    return parser;
  }

  /** The built-in parser of JSON that a parser is; null if it is another one. */
  @Nullable JsonBodies jsonBodies(BodyParser parser) {
    return jsonBodies.get(parser);
  }

  JsonWriter jsonWriter() {
    return jsonWriter;
  }

  /** Tells of errors in other languages. */
  public void translation(@Nullable ErrorTranslation given) {
    translation = given;
  }

  /** The same list when there are no other languages. */
  List<ValidationError> translated(List<ValidationError> errors, Request request) {
    ErrorTranslation given = translation;
    return given == null ? errors : given.translate(errors, request);
  }

  ValidationResult translated(ValidationResult result, Request request) {
    ErrorTranslation given = translation;
    return given == null ? result : given.translate(result, request);
  }

  /** What binds parts of requests to types. */
  public JsonBinder binder() {
    return binder;
  }

  /** What is remembered of content types, over all contexts. */
  public SeenTypes seenTypes() {
    return seenTypes;
  }

  /** What handlers had compiled, over all routes. */
  public CompiledSchemas compiledSchemas() {
    return compiledSchemas;
  }

  TextConversion conversion() {
    return conversion;
  }

  ProxyTrust proxies() {
    return proxies;
  }

  RequestListeners listeners() {
    return listeners;
  }

  @Nullable ReplyAdapter replyAdapter() {
    return replyAdapter;
  }

  /** Sets what adapts payloads and errors; before requests are served. */
  public void adaptReplies(@Nullable ReplyAdapter adapter) {
    replyAdapter = adapter;
  }

  /** Sets the listeners; before requests are served. */
  public void listeners(List<RequestListener> all) {
    listeners = new RequestListeners(all, log);
  }

  /** Reports requests that wait longer than this; 0 for none. Before requests are served. */
  public void reportUnanswered(long millis) {
    unanswered = millis > 0 ? new UnansweredRequests(millis, this::timers) : null;
  }

  /**
   * Sets how long a request whose body a worker would wait for may wait for its turn. Before
   * requests are served.
   *
   * @param millis 0 for no limit
   */
  public void waitForBodies(long millis) {
    bodyTurns = bodyTurns(millis);
  }

  private BodyTurns bodyTurns(long millis) {
    return new BodyTurns(
        executors.workersForBodies(), executors.workerQueue(), millis, this::timers);
  }

  BodyTurns bodyTurns() {
    return bodyTurns;
  }

  @Nullable UnansweredRequests unanswered() {
    return unanswered;
  }

  /** Whether the end of every response is of interest. */
  boolean observesResponses() {
    return log.isOn() || listeners.watchEnds();
  }

  /** The next id of the counter, for those who ask for it as a function. */
  public String nextRequestId() {
    return RequestIds.text(nextRequest());
  }

  long nextRequest() {
    return requests.incrementAndGet();
  }

  @Nullable String requestIdHeader() {
    return requestIdHeader;
  }

  String requestId(RouteContext context, RawRequest request) {
    String given = requestIdHeader == null ? null : request.header(requestIdHeader);
    if (given != null && !given.isEmpty()) {
      return given;
    }
    String made =
        context.shared().genReqId() == RequestIds.COUNTED
            ? null
            : context.shared().genReqId().generate(request);
    return made == null ? RequestIds.text(nextRequest()) : made;
  }

  Map<String, Object> parseQuery(String url, @Nullable RouteMatch<RouteHolder> match) {
    int start = match == null ? url.indexOf('?') + 1 : match.queryStart();
    if (start <= 0) {
      return queryParser == null ? new java.util.LinkedHashMap<>() : queryParser.apply("");
    }
    int fragment = url.indexOf('#', start);
    String text = fragment < 0 ? url : url.substring(0, fragment);
    return queryParser == null
        ? QueryStringParser.parse(text, start)
        : queryParser.apply(text.substring(start));
  }

  /** Timers for limits; one daemon thread that never runs user code for long. */
  public synchronized ScheduledThreadPoolExecutor timers() {
    if (timers == null) {
      timers =
          new ScheduledThreadPoolExecutor(
              1,
              task -> {
                Thread thread = new Thread(task, "fastjava-timer");
                thread.setDaemon(true);
                return thread;
              });
      timers.setRemoveOnCancelPolicy(true);
    }
    return timers;
  }

  /** Ends the threads. */
  public synchronized void close(long patienceMillis) {
    executors.close(patienceMillis);
    if (timers != null) {
      timers.shutdownNow();
    }
  }
}
