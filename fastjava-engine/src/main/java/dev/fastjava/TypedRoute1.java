package dev.fastjava;

import dev.fastjava.type.Typed;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * A route while it is declared that names the types of one part of its requests and of its reply:
 * schema, binding and handler agree at compile time. {@link #handle} or {@link #handleAsync} ends
 * the declaration. See {@link RouteDefinition#body(Class)}.
 *
 * <p>Not thread-safe. Reference: Type Providers.
 *
 * @param <A> the type of the first part
 * @param <R> the type of the reply; any when none was named
 */
public final class TypedRoute1<A, R extends @Nullable Object> {
  private final TypedDeclaration declaration;
  private final RequestPart<A> first;

  TypedRoute1(TypedDeclaration declaration, RequestPart<A> first) {
    this.declaration = declaration;
    this.first = first;
  }

  /**
   * Names the type of the body: what it is validated against, and the next argument of the handler.
   *
   * @param type the type
   * @param <T> the type
   * @return the route, whose handler takes the value
   */
  public <T> TypedRoute2<A, T, R> body(Class<T> type) {
    return new TypedRoute2<>(declaration, first, declaration.body(type));
  }

  /**
   * Names the type of the body: what it is validated against, and the next argument of the handler.
   *
   * @param type the type, such as {@code new TypeRef<List<Order>>() {}}, or a schema with one, such
   *     as {@code Schemas.of(Order.class).without("id")}
   * @param <T> the type
   * @return the route, whose handler takes the value
   */
  public <T> TypedRoute2<A, T, R> body(Typed<T> type) {
    return new TypedRoute2<>(declaration, first, declaration.body(type));
  }

  /**
   * Names the type of the query string: what it is validated against, and the next argument of the
   * handler.
   *
   * @param type the type
   * @param <T> the type
   * @return the route, whose handler takes the value
   */
  public <T> TypedRoute2<A, T, R> querystring(Class<T> type) {
    return new TypedRoute2<>(declaration, first, declaration.querystring(type));
  }

  /**
   * Names the type of the query string: what it is validated against, and the next argument of the
   * handler.
   *
   * @param type the type, such as {@code new TypeRef<List<Order>>() {}}, or a schema with one, such
   *     as {@code Schemas.of(Order.class).without("id")}
   * @param <T> the type
   * @return the route, whose handler takes the value
   */
  public <T> TypedRoute2<A, T, R> querystring(Typed<T> type) {
    return new TypedRoute2<>(declaration, first, declaration.querystring(type));
  }

  /**
   * Names the type of the path parameters: what it is validated against, and the next argument of
   * the handler.
   *
   * @param type the type
   * @param <T> the type
   * @return the route, whose handler takes the value
   */
  public <T> TypedRoute2<A, T, R> params(Class<T> type) {
    return new TypedRoute2<>(declaration, first, declaration.params(type));
  }

  /**
   * Names the type of the path parameters: what it is validated against, and the next argument of
   * the handler.
   *
   * @param type the type, such as {@code new TypeRef<List<Order>>() {}}, or a schema with one, such
   *     as {@code Schemas.of(Order.class).without("id")}
   * @param <T> the type
   * @return the route, whose handler takes the value
   */
  public <T> TypedRoute2<A, T, R> params(Typed<T> type) {
    return new TypedRoute2<>(declaration, first, declaration.params(type));
  }

  /**
   * Names the type of the headers: what it is validated against, and the next argument of the
   * handler.
   *
   * @param type the type
   * @param <T> the type
   * @return the route, whose handler takes the value
   */
  public <T> TypedRoute2<A, T, R> headers(Class<T> type) {
    return new TypedRoute2<>(declaration, first, declaration.headers(type));
  }

  /**
   * Names the type of the headers: what it is validated against, and the next argument of the
   * handler.
   *
   * @param type the type, such as {@code new TypeRef<List<Order>>() {}}, or a schema with one, such
   *     as {@code Schemas.of(Order.class).without("id")}
   * @param <T> the type
   * @return the route, whose handler takes the value
   */
  public <T> TypedRoute2<A, T, R> headers(Typed<T> type) {
    return new TypedRoute2<>(declaration, first, declaration.headers(type));
  }

  /**
   * Names the type of the reply, and its status: that of the reply unless the handler sets another.
   *
   * @param status the status code, less than 400; one for a route
   * @param type the type
   * @param <T> the type
   * @return the route, whose handler returns the type
   */
  public <T> TypedRoute1<A, T> response(int status, Class<T> type) {
    declaration.response(status, type);
    return new TypedRoute1<>(declaration, first);
  }

  /**
   * Names the type of the reply, and its status: that of the reply unless the handler sets another.
   *
   * @param status the status code, less than 400; one for a route
   * @param type the type, such as {@code new TypeRef<List<Order>>() {}}, or a schema with one, such
   *     as {@code Schemas.of(Order.class).without("id")}
   * @param <T> the type
   * @return the route, whose handler returns the type
   */
  public <T> TypedRoute1<A, T> response(int status, Typed<T> type) {
    declaration.response(status, TypedDeclaration.schema(type));
    return new TypedRoute1<>(declaration, first);
  }

  /**
   * Names the type of the replies to errors with a status, which an error handler sends.
   *
   * @param status the status code, 400 or more
   * @param type the type
   * @return this
   */
  public TypedRoute1<A, R> error(int status, Class<?> type) {
    declaration.error(status, type);
    return this;
  }

  /**
   * Names the type of the replies to errors with a status, which an error handler sends.
   *
   * @param status the status code, 400 or more
   * @param type the type
   * @return this
   */
  public TypedRoute1<A, R> error(int status, Typed<?> type) {
    declaration.error(status, TypedDeclaration.schema(type));
    return this;
  }

  /**
   * Sets the handler and ends the declaration of types.
   *
   * @param handler returns the payload; what replies by itself is declared with {@link
   *     RouteDefinition#handler}
   * @return the route
   */
  public RouteDefinition handle(TypedHandler1<? super A, ? extends R> handler) {
    return declaration.handle(
        handler, (request, reply) -> handler.handle(first.of(request), request, reply));
  }

  /**
   * Sets a handler whose payload comes later, and ends the declaration of types.
   *
   * @param handler returns a stage of the payload
   * @return the route
   */
  public RouteDefinition handleAsync(
      TypedHandler1<? super A, ? extends CompletionStage<? extends R>> handler) {
    return declaration.handle(
        handler, (request, reply) -> handler.handle(first.of(request), request, reply));
  }
}
