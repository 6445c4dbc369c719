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
 * All a request needs of its route, compiled at boot: the route's own options merged with those of
 * its encapsulation context. Never written while requests are served.
 *
 * @param shared what it has in common with the other routes of its context
 * @param info what it was declared with, and what is in force
 * @param hooks those of its context first
 * @param errorHandlers the innermost first, the default one at last
 * @param bodyLimit the limit that holds for every parser, in bytes; 0 for that of the parser
 * @param handlerTimeout in milliseconds; 0 for any time
 * @param notFound where the request goes when its handler calls for that
 * @param replySerializer writes every reply; null for what the schemas say
 */
public record RouteContext(
    Shared shared,
    RouteDetails info,
    Handler handler,
    HookSet hooks,
    List<ErrorHandler> errorHandlers,
    long bodyLimit,
    long handlerTimeout,
    @Nullable RouteContext notFound,
    @Nullable ReplySerializer replySerializer,
    @Nullable ChildLoggerFactory childLoggerFactory,
    ChildOptions loggerOptions,
    Compiled compiled,
    ReplySize replySize) {

  /**
   * What all routes of one encapsulation context have in common.
   *
   * @param methodsWithBody of all methods, not only the route's: not-found handlers take any
   */
  public record Shared(
      Fastjava instance,
      ContentTypeTable<BodyParser> parsers,
      Set<String> methodsWithBody,
      long serverBodyLimit,
      DecoratorTable requestDecorators,
      DecoratorTable replyDecorators,
      RequestIdGenerator genReqId) {}

  /**
   * What became of the schemas and types of a route.
   *
   * @param onDemand compiles schemas that handlers bring along
   * @param jsonWriter writes replies without a schema; null when the server's does
   * @param binder binds parts of requests; null when the server's does
   */
  public record Compiled(
      @Nullable RouteValidators validators,
      @Nullable RouteConstraints constraints,
      ResponseSerializers serializers,
      RouteSchemas onDemand,
      @Nullable JsonWriter jsonWriter,
      @Nullable JsonBinder binder) {}

  /** What writes replies without a schema. */
  JsonWriter jsonWriter(RouteContext declared, ServerRuntime server) {
    JsonWriter own =
        compiled.jsonWriter == null ? declared.compiled.jsonWriter : compiled.jsonWriter;
    return own == null ? server.jsonWriter() : own;
  }

  /** What binds parts of requests to types. */
  JsonBinder binder(ServerRuntime server) {
    return compiled.binder == null ? server.binder() : compiled.binder;
  }

  /** Where the route runs. */
  public Execution execution() {
    return info.execution();
  }
}
