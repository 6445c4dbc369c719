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
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What boot collects for a {@link RouteContext}. */
public final class RouteContextDraft {
  final Fastjava instance;
  final Handler handler;
  final RouteDetails info;
  public HookSet hooks = HookSet.EMPTY;
  public List<ErrorHandler> errorHandlers = DefaultErrorHandler.CHAIN;
  public ContentTypeTable<BodyParser> parsers = ContentTypeTable.<BodyParser>builder().build();
  public Set<String> methodsWithBody = Set.of();
  public long bodyLimit;
  public long serverBodyLimit;
  public long handlerTimeout;
  public boolean attachValidation;
  public @Nullable RouteValidators validators;
  public @Nullable RouteConstraints constraints;
  public ResponseSerializers serializers = ResponseSerializers.NONE;
  public RouteSchemas schemas;

  /** What writes replies without a schema; null when the server's does. */
  public @Nullable JsonWriter jsonWriter;

  /** What binds parts of requests; null when the server's does. */
  public @Nullable JsonBinder binder;

  public @Nullable ReplySerializer replySerializer;
  public @Nullable ChildLoggerFactory childLoggerFactory;
  public ChildOptions loggerOptions = ChildOptions.none();
  public RequestIdGenerator genReqId;
  public DecoratorTable requestDecorators = new DecoratorTable("request", Map.of());
  public DecoratorTable replyDecorators = new DecoratorTable("reply", Map.of());
  public Execution execution = Execution.EVENT_LOOP;
  public @Nullable RouteContext notFound;

  /** Starts with what every context needs. */
  public RouteContextDraft(
      Fastjava instance,
      Handler handler,
      RouteDetails info,
      RouteSchemas schemas,
      RequestIdGenerator genReqId) {
    this.instance = instance;
    this.handler = handler;
    this.info = info;
    this.schemas = schemas;
    this.genReqId = genReqId;
  }
}
