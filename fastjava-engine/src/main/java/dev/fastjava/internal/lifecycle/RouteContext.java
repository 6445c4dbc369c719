package dev.fastjava.internal.lifecycle;

import dev.fastjava.BodyParser;
import dev.fastjava.ErrorHandler;
import dev.fastjava.Execution;
import dev.fastjava.Fastjava;
import dev.fastjava.Handler;
import dev.fastjava.ReplySerializer;
import dev.fastjava.internal.content.ContentTypeTable;
import dev.fastjava.internal.json.JsonBinder;
import dev.fastjava.internal.json.JsonWriter;
import dev.fastjava.internal.serialization.ResponseSerializers;
import dev.fastjava.logging.ChildOptions;
import dev.fastjava.spi.ChildLoggerFactory;
import dev.fastjava.spi.RequestIdGenerator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All a request needs of its route, made at boot: the route's own settings merged with those of its
 * encapsulation context. Never written while requests are served.
 */
public final class RouteContext {
  final Fastjava instance;
  final Handler handler;
  final HookSet hooks;

  /** The innermost first, the default one at last. */
  final List<ErrorHandler> errorHandlers;

  final RouteDetails info;
  final ContentTypeTable<BodyParser> parsers;

  /** Of all methods, not only the route's: not-found handlers take any. */
  final Set<String> methodsWithBody;

  final long bodyLimit;
  final long serverBodyLimit;
  final long handlerTimeout;
  final boolean attachValidation;
  final @Nullable RouteValidators validators;
  final @Nullable RouteConstraints constraints;
  final ResponseSerializers serializers;
  final RouteSchemas schemas;
  private final @Nullable JsonWriter jsonWriter;
  private final @Nullable JsonBinder binder;
  final @Nullable ReplySerializer replySerializer;
  final @Nullable ChildLoggerFactory childLoggerFactory;
  final ChildOptions loggerOptions;
  final RequestIdGenerator genReqId;
  final DecoratorTable requestDecorators;
  final DecoratorTable replyDecorators;
  final Execution execution;
  final @Nullable RouteContext notFound;

  final ReplySize replySize = new ReplySize();

  /** Makes a context of what boot has collected. */
  public RouteContext(RouteContextDraft draft) {
    instance = draft.instance;
    handler = draft.handler;
    hooks = draft.hooks;
    errorHandlers = draft.errorHandlers;
    info = draft.info;
    parsers = draft.parsers;
    methodsWithBody = draft.methodsWithBody;
    bodyLimit = draft.bodyLimit;
    serverBodyLimit = draft.serverBodyLimit;
    handlerTimeout = draft.handlerTimeout;
    attachValidation = draft.attachValidation;
    validators = draft.validators;
    constraints = draft.constraints;
    serializers = draft.serializers;
    schemas = draft.schemas;
    jsonWriter = draft.jsonWriter;
    binder = draft.binder;
    replySerializer = draft.replySerializer;
    childLoggerFactory = draft.childLoggerFactory;
    loggerOptions = draft.loggerOptions;
    genReqId = draft.genReqId;
    requestDecorators = draft.requestDecorators;
    replyDecorators = draft.replyDecorators;
    execution = draft.execution;
    notFound = draft.notFound;
  }

  /** What writes replies without a schema. */
  JsonWriter jsonWriter(RouteContext declared, ServerRuntime server) {
    JsonWriter own = jsonWriter == null ? declared.jsonWriter : jsonWriter;
    return own == null ? server.jsonWriter() : own;
  }

  /** What binds parts of requests to types. */
  JsonBinder binder(ServerRuntime server) {
    return binder == null ? server.binder() : binder;
  }

  /** What the route was declared with. */
  public RouteDetails info() {
    return info;
  }

  /** The hooks of the route. */
  public HookSet hooks() {
    return hooks;
  }

  /** The handler of the route. */
  public Handler handler() {
    return handler;
  }

  /** Where the route runs. */
  public Execution execution() {
    return execution;
  }
}
