package dev.fastjava;

import dev.fastjava.type.Typed;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * A route while it is declared that names the types of three parts of its requests and of its
 * reply: schema, binding and handler agree at compile time. {@link #handle} or {@link #handleAsync}
 * ends the declaration. See {@link RouteDefinition#body(Class)}.
 *
 * <p>Not thread-safe. Reference: Type Providers.
 *
 * @param <A> the type of the first part
 * @param <B> the type of the second part
 * @param <C> the type of the third part
 * @param <R> the type of the reply; any when none was named
 */
public final class TypedRoute3<A, B, C, R extends @Nullable Object> {
  private final TypedDeclaration declaration;
  private final RequestPart<A> first;
  private final RequestPart<B> second;
  private final RequestPart<C> third;

  TypedRoute3(
      TypedDeclaration declaration,
      RequestPart<A> first,
      RequestPart<B> second,
      RequestPart<C> third) {
    this.declaration = declaration;
    this.first = first;
    this.second = second;
    this.third = third;
  }

  /**
   * Names the type of the reply, and its status: that of the reply unless the handler sets another.
   *
   * @param status the status code, less than 400; one for a route
   * @param type the type
   * @param <T> the type
   * @return the route, whose handler returns the type
   */
  public <T> TypedRoute3<A, B, C, T> response(int status, Class<T> type) {
    declaration.response(status, type);
    return new TypedRoute3<>(declaration, first, second, third);
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
  public <T> TypedRoute3<A, B, C, T> response(int status, Typed<T> type) {
    declaration.response(status, TypedDeclaration.schema(type));
    return new TypedRoute3<>(declaration, first, second, third);
  }

  /**
   * Names the type of the replies to errors with a status, which an error handler sends.
   *
   * @param status the status code, 400 or more
   * @param type the type
   * @return this
   */
  public TypedRoute3<A, B, C, R> error(int status, Class<?> type) {
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
  public TypedRoute3<A, B, C, R> error(int status, Typed<?> type) {
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
  public RouteDefinition handle(
      TypedHandler3<? super A, ? super B, ? super C, ? extends R> handler) {
    return declaration.handle(
        handler,
        (request, reply) ->
            handler.handle(
                first.of(request), second.of(request), third.of(request), request, reply));
  }

  /**
   * Sets a handler whose payload comes later, and ends the declaration of types.
   *
   * @param handler returns a stage of the payload
   * @return the route
   */
  public RouteDefinition handleAsync(
      TypedHandler3<? super A, ? super B, ? super C, ? extends CompletionStage<? extends R>>
          handler) {
    return declaration.handle(
        handler,
        (request, reply) ->
            handler.handle(
                first.of(request), second.of(request), third.of(request), request, reply));
  }
}
