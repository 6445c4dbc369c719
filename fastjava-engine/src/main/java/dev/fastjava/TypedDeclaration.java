package dev.fastjava;

import dev.fastjava.error.ErrorCode;
import dev.fastjava.schema.JsonSchema;
import dev.fastjava.schema.TypeSchema;
import dev.fastjava.type.Typed;
import java.lang.reflect.Type;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * What the stages of a typed route share: the route, to which they add schemas and, in the end, the
 * handler.
 */
final class TypedDeclaration {
  private static final int OK = 200;
  private static final int FIRST_ERROR = 400;

  private final RouteDefinition route;
  private int status;

  TypedDeclaration(RouteDefinition route) {
    this.route = route;
  }

  <T> RequestPart<T> body(Class<T> type) {
    route.schema.named("body", type, route.named());
    return request -> request.body(type);
  }

  <T> RequestPart<T> body(Typed<T> typed) {
    route.schema.named("body", schema(typed), route.named());
    Type type = typed.type();
    Class<T> raw = typed.rawType();
    return request -> request.body(type, raw);
  }

  <T> RequestPart<T> querystring(Class<T> type) {
    route.schema.named("querystring", type, route.named());
    return request -> request.query(type);
  }

  <T> RequestPart<T> querystring(Typed<T> typed) {
    route.schema.named("querystring", schema(typed), route.named());
    Type type = typed.type();
    Class<T> raw = typed.rawType();
    return request -> request.query(type, raw);
  }

  <T> RequestPart<T> params(Class<T> type) {
    route.schema.named("params", type, route.named());
    return request -> request.params(type);
  }

  <T> RequestPart<T> params(Typed<T> typed) {
    route.schema.named("params", schema(typed), route.named());
    Type type = typed.type();
    Class<T> raw = typed.rawType();
    return request -> request.params(type, raw);
  }

  <T> RequestPart<T> headers(Class<T> type) {
    route.schema.named("headers", type, route.named());
    return request -> request.headers(type);
  }

  <T> RequestPart<T> headers(Typed<T> typed) {
    route.schema.named("headers", schema(typed), route.named());
    Type type = typed.type();
    Class<T> raw = typed.rawType();
    return request -> request.headers(type, raw);
  }

  /** The schema of what a route names. A part of a type says that it will be bound. */
  static Object schema(@Nullable Typed<?> typed) {
    if (typed == null) {
      throw new IllegalArgumentException("A route is given null for the type that it names");
    }
    if (typed instanceof TypeSchema<?> asked) {
      return asked.as(asked.rawType());
    }
    return typed instanceof JsonSchema schema ? schema : typed.type();
  }

  void response(int code, Object type) {
    if (code >= FIRST_ERROR) {
      throw new IllegalArgumentException(
          route.named() + ": a handler returns no " + code + "; error(...) names its type");
    }
    if (status != 0) {
      throw new IllegalStateException(
          route.named()
              + ": the handler returns the type of one response, "
              + status
              + ", not also"
              + " that of "
              + code
              + "; schema(...) declares others");
    }
    status = code;
    route.schema.namedReply(String.valueOf(code), type, route.named());
  }

  void error(int code, Object type) {
    if (code < FIRST_ERROR) {
      throw new IllegalArgumentException(
          route.named() + ": " + code + " is no error; response(...) names the type of a reply");
    }
    route.schema.namedReply(String.valueOf(code), type, route.named());
  }

  /**
   * Sets the handler.
   *
   * @param given what it calls
   */
  RouteDefinition handle(@Nullable Object given, Handler handler) {
    if (given == null) {
      throw ErrorCode.FST_ERR_ROUTE_MISSING_HANDLER.error(
          String.join(",", route.methods), route.url);
    }
    int code = status;
    return route.typedHandler(
        code == 0 || code == OK
            ? handler
            : (request, reply) -> {
              // A status that a hook or the handler sets counts; errors know nothing of ours.
              if (reply.statusCode() != OK) {
                return handler.handle(request, reply);
              }
              reply.code(code);
              try {
                Object payload = handler.handle(request, reply);
                return payload instanceof CompletionStage<?> stage
                    ? stage.whenComplete((value, error) -> reset(reply, code, error))
                    : payload;
              } catch (Exception e) {
                reset(reply, code, e);
                throw e;
              }
            });
  }

  private static void reset(Reply reply, int code, @Nullable Throwable error) {
    if (error != null && !reply.sent() && reply.statusCode() == code) {
      reply.code(OK);
    }
  }
}
