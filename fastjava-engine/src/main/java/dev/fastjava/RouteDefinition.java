package dev.fastjava;

import dev.fastjava.error.ErrorCode;
import dev.fastjava.type.Typed;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A route while it is declared: method, path, handler and options, for {@link RouteRegistry#route},
 * for onRoute hooks, or as a bean. The registration takes a copy. What has been declared so far is
 * read from {@link #describe()}.
 *
 * <p>Not thread-safe. Reference: Routes, Options.
 */
public final class RouteDefinition extends RouteOptions<RouteDefinition> {
  List<String> methods = List.of();
  String url = "";
  String routePath = "";
  String prefix = "";
  @Nullable Handler handler;

  /** Whether the handler takes named types; not known of a copy, which may have another. */
  private boolean typed;

  private RouteDefinition() {}

  private RouteDefinition(RouteDefinition other) {
    super(other);
    methods = other.methods;
    url = other.url;
    routePath = other.routePath;
    prefix = other.prefix;
    handler = other.handler;
  }

  /**
   * Starts a GET route.
   *
   * @param url the path pattern
   * @return the definition
   */
  public static RouteDefinition get(String url) {
    return of("GET", url);
  }

  /**
   * Starts a HEAD route.
   *
   * @param url the path pattern
   * @return the definition
   */
  public static RouteDefinition head(String url) {
    return of("HEAD", url);
  }

  /**
   * Starts a POST route.
   *
   * @param url the path pattern
   * @return the definition
   */
  public static RouteDefinition post(String url) {
    return of("POST", url);
  }

  /**
   * Starts a PUT route.
   *
   * @param url the path pattern
   * @return the definition
   */
  public static RouteDefinition put(String url) {
    return of("PUT", url);
  }

  /**
   * Starts a PATCH route.
   *
   * @param url the path pattern
   * @return the definition
   */
  public static RouteDefinition patch(String url) {
    return of("PATCH", url);
  }

  /**
   * Starts a DELETE route.
   *
   * @param url the path pattern
   * @return the definition
   */
  public static RouteDefinition delete(String url) {
    return of("DELETE", url);
  }

  /**
   * Starts an OPTIONS route.
   *
   * @param url the path pattern
   * @return the definition
   */
  public static RouteDefinition options(String url) {
    return of("OPTIONS", url);
  }

  /**
   * Starts a TRACE route.
   *
   * @param url the path pattern
   * @return the definition
   */
  public static RouteDefinition trace(String url) {
    return of("TRACE", url);
  }

  /**
   * Starts a QUERY route.
   *
   * @param url the path pattern
   * @return the definition
   */
  public static RouteDefinition query(String url) {
    return of("QUERY", url);
  }

  /**
   * Starts a route for a method.
   *
   * @param method the HTTP method
   * @param url the path pattern
   * @return the definition
   */
  public static RouteDefinition of(String method, String url) {
    return new RouteDefinition().method(method).url(url);
  }

  /**
   * Starts a route without method and path.
   *
   * @return the definition
   */
  public static RouteDefinition create() {
    return new RouteDefinition();
  }

  /**
   * Copies the definition.
   *
   * @return an independent copy
   */
  public RouteDefinition copy() {
    return new RouteDefinition(this);
  }

  /**
   * Describes the route as it has been declared so far.
   *
   * @return a description that later changes do not reach
   */
  public RouteDescription describe() {
    return new RouteDescription(this);
  }

  /**
   * Sets the HTTP methods.
   *
   * @param methods one or more, in any case
   * @return this
   */
  public RouteDefinition method(String... methods) {
    List<String> upper = new ArrayList<>();
    for (String method : methods) {
      upper.add(method.toUpperCase(Locale.ROOT));
    }
    this.methods = List.copyOf(upper);
    return this;
  }

  /**
   * Sets the path pattern.
   *
   * @param url the pattern; in an onRoute hook with the prefix
   * @return this
   */
  public RouteDefinition url(String url) {
    this.url = url;
    return this;
  }

  /**
   * Sets the path pattern in two parts, as the registration does before onRoute hooks see the
   * route.
   *
   * @param prefix the prefix of the context
   * @param routePath the pattern behind it
   * @return this
   */
  public RouteDefinition url(String prefix, String routePath) {
    this.prefix = prefix;
    this.routePath = routePath;
    return url(prefix + routePath);
  }

  /**
   * Sets the handler.
   *
   * @param handler answers the requests
   * @return this
   */
  public RouteDefinition handler(Handler handler) {
    if (typed) {
      throw ErrorCode.FST_ERR_ROUTE_DUPLICATED_HANDLER.error(String.join(",", methods), url);
    }
    this.handler = handler;
    return this;
  }

  /** Sets the only handler: types were named for it. */
  RouteDefinition typedHandler(Handler handler) {
    typed |= this.handler != null;
    handler(handler);
    typed = true;
    return this;
  }

  /**
   * Names the type of the body: what it is validated against, and the first argument of the
   * handler.
   *
   * <p>The handler gets what the type names, bound: {@code RouteDefinition.post("/orders")
   * .body(NewOrder.class).response(201, Order.class).handle((order, request, reply) -> ...)}. Up to
   * three parts of the request may be named, in any order, which is that of the arguments. Options
   * come before the types or after the handler.
   *
   * @param type the type, which the schema is derived from
   * @param <T> the type
   * @return the route, whose handler takes the value
   */
  public <T> TypedRoute1<T, @Nullable Object> body(Class<T> type) {
    return typed().body(type);
  }

  /**
   * Names the type of the body: what it is validated against, and the first argument of the
   * handler.
   *
   * @param type the type, such as {@code new TypeRef<List<Order>>() {}}, or a schema with one, such
   *     as {@code Schemas.of(Order.class).without("id")}
   * @param <T> the type
   * @return the route, whose handler takes the value
   */
  public <T> TypedRoute1<T, @Nullable Object> body(Typed<T> type) {
    return typed().body(type);
  }

  /**
   * Names the type of the query string: what it is validated against, and the first argument of the
   * handler.
   *
   * @param type the type, which the schema is derived from
   * @param <T> the type
   * @return the route, whose handler takes the value
   */
  public <T> TypedRoute1<T, @Nullable Object> querystring(Class<T> type) {
    return typed().querystring(type);
  }

  /**
   * Names the type of the query string: what it is validated against, and the first argument of the
   * handler.
   *
   * @param type the type, such as {@code new TypeRef<List<Order>>() {}}, or a schema with one, such
   *     as {@code Schemas.of(Order.class).without("id")}
   * @param <T> the type
   * @return the route, whose handler takes the value
   */
  public <T> TypedRoute1<T, @Nullable Object> querystring(Typed<T> type) {
    return typed().querystring(type);
  }

  /**
   * Names the type of the path parameters: what it is validated against, and the first argument of
   * the handler.
   *
   * @param type the type, which the schema is derived from
   * @param <T> the type
   * @return the route, whose handler takes the value
   */
  public <T> TypedRoute1<T, @Nullable Object> params(Class<T> type) {
    return typed().params(type);
  }

  /**
   * Names the type of the path parameters: what it is validated against, and the first argument of
   * the handler.
   *
   * @param type the type, such as {@code new TypeRef<List<Order>>() {}}, or a schema with one, such
   *     as {@code Schemas.of(Order.class).without("id")}
   * @param <T> the type
   * @return the route, whose handler takes the value
   */
  public <T> TypedRoute1<T, @Nullable Object> params(Typed<T> type) {
    return typed().params(type);
  }

  /**
   * Names the type of the headers: what it is validated against, and the first argument of the
   * handler.
   *
   * @param type the type, which the schema is derived from
   * @param <T> the type
   * @return the route, whose handler takes the value
   */
  public <T> TypedRoute1<T, @Nullable Object> headers(Class<T> type) {
    return typed().headers(type);
  }

  /**
   * Names the type of the headers: what it is validated against, and the first argument of the
   * handler.
   *
   * @param type the type, such as {@code new TypeRef<List<Order>>() {}}, or a schema with one, such
   *     as {@code Schemas.of(Order.class).without("id")}
   * @param <T> the type
   * @return the route, whose handler takes the value
   */
  public <T> TypedRoute1<T, @Nullable Object> headers(Typed<T> type) {
    return typed().headers(type);
  }

  /**
   * Names the type of the reply, and its status: that of the reply unless a hook or the handler
   * sets another.
   *
   * @param status the status code, less than 400
   * @param type the type, which the schema is derived from
   * @param <T> the type
   * @return the route, whose handler returns the type
   */
  public <T> TypedRoute<T> response(int status, Class<T> type) {
    return typed().response(status, type);
  }

  /**
   * Names the type of the reply, and its status: that of the reply unless a hook or the handler
   * sets another.
   *
   * @param status the status code, less than 400
   * @param type the type, such as {@code new TypeRef<List<Order>>() {}}, or a schema with one, such
   *     as {@code Schemas.of(Order.class).without("id")}
   * @param <T> the type
   * @return the route, whose handler returns the type
   */
  public <T> TypedRoute<T> response(int status, Typed<T> type) {
    return typed().response(status, type);
  }

  /** Nothing is named yet: neither a part of the request nor what the handler returns. */
  private TypedRoute<@Nullable Object> typed() {
    return new TypedRoute<>(new TypedDeclaration(this));
  }

  @Override
  RouteDefinition self() {
    return this;
  }

  @Override
  String named() {
    return "Route " + String.join(",", methods) + ":" + url;
  }
}
