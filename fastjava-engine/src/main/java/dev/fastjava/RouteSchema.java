package dev.fastjava;

import dev.fastjava.schema.JsonSchema;
import dev.fastjava.type.TypeRef;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The schemas of a route: what validates its requests and serializes its replies. Mutable while the
 * route is declared.
 *
 * <p>Reference: Validation-and-Serialization.
 */
public final class RouteSchema {
  private static final String RESPONSE = "response ";

  private final Map<String, @Nullable Object> parts = new LinkedHashMap<>();

  /** The types that the typed methods of the route have named, by part; nothing replaces them. */
  private final Map<String, Object> named = new LinkedHashMap<>();

  RouteSchema() {}

  /**
   * Declares the schema of the body.
   *
   * @param schema a schema, for example from the builder {@code Schemas}
   * @return this
   */
  public RouteSchema body(JsonSchema schema) {
    return part("body", schema);
  }

  /**
   * Declares the schema of the body.
   *
   * @param schema a JSON Schema as a map
   * @return this
   */
  public RouteSchema body(Map<String, ?> schema) {
    return part("body", schema);
  }

  /**
   * Declares the schema of the body.
   *
   * @param json a JSON Schema as JSON text
   * @return this
   */
  public RouteSchema body(String json) {
    return part("body", json);
  }

  /**
   * Declares the schema of the body.
   *
   * @param type a record, bean, enum or other type the schema is derived from
   * @return this
   */
  public RouteSchema body(Class<?> type) {
    return part("body", type);
  }

  /**
   * Declares the schema of the body.
   *
   * @param type a generic type the schema is derived from, such as {@code new
   *     TypeRef<List<Order>>() {}}
   * @return this
   */
  public RouteSchema body(TypeRef<?> type) {
    return part("body", type.type());
  }

  /**
   * Declares the schemas of bodies by their content type. A body of another type is not validated.
   *
   * @param content declares them
   * @return this
   */
  public RouteSchema body(Consumer<ContentSchemas> content) {
    return part("body", ContentSchemas.of(content));
  }

  /**
   * Declares the schema of the query string.
   *
   * @param schema a schema, for example from the builder {@code Schemas}
   * @return this
   */
  public RouteSchema querystring(JsonSchema schema) {
    return part("querystring", schema);
  }

  /**
   * Declares the schema of the query string.
   *
   * @param schema a JSON Schema as a map
   * @return this
   */
  public RouteSchema querystring(Map<String, ?> schema) {
    return part("querystring", schema);
  }

  /**
   * Declares the schema of the query string.
   *
   * @param json a JSON Schema as JSON text
   * @return this
   */
  public RouteSchema querystring(String json) {
    return part("querystring", json);
  }

  /**
   * Declares the schema of the query string.
   *
   * @param type a record, bean, enum or other type the schema is derived from
   * @return this
   */
  public RouteSchema querystring(Class<?> type) {
    return part("querystring", type);
  }

  /**
   * Declares the schema of the query string.
   *
   * @param type a generic type the schema is derived from, such as {@code new
   *     TypeRef<List<Order>>() {}}
   * @return this
   */
  public RouteSchema querystring(TypeRef<?> type) {
    return part("querystring", type.type());
  }

  /**
   * Declares the schema of the path parameters.
   *
   * @param schema a schema, for example from the builder {@code Schemas}
   * @return this
   */
  public RouteSchema params(JsonSchema schema) {
    return part("params", schema);
  }

  /**
   * Declares the schema of the path parameters.
   *
   * @param schema a JSON Schema as a map
   * @return this
   */
  public RouteSchema params(Map<String, ?> schema) {
    return part("params", schema);
  }

  /**
   * Declares the schema of the path parameters.
   *
   * @param json a JSON Schema as JSON text
   * @return this
   */
  public RouteSchema params(String json) {
    return part("params", json);
  }

  /**
   * Declares the schema of the path parameters.
   *
   * @param type a record, bean, enum or other type the schema is derived from
   * @return this
   */
  public RouteSchema params(Class<?> type) {
    return part("params", type);
  }

  /**
   * Declares the schema of the path parameters.
   *
   * @param type a generic type the schema is derived from, such as {@code new
   *     TypeRef<List<Order>>() {}}
   * @return this
   */
  public RouteSchema params(TypeRef<?> type) {
    return part("params", type.type());
  }

  /**
   * Declares the schema of the headers; names match in any case.
   *
   * @param schema a schema, for example from the builder {@code Schemas}
   * @return this
   */
  public RouteSchema headers(JsonSchema schema) {
    return part("headers", schema);
  }

  /**
   * Declares the schema of the headers; names match in any case.
   *
   * @param schema a JSON Schema as a map
   * @return this
   */
  public RouteSchema headers(Map<String, ?> schema) {
    return part("headers", schema);
  }

  /**
   * Declares the schema of the headers; names match in any case.
   *
   * @param json a JSON Schema as JSON text
   * @return this
   */
  public RouteSchema headers(String json) {
    return part("headers", json);
  }

  /**
   * Declares the schema of the headers; names match in any case.
   *
   * @param type a record, bean, enum or other type the schema is derived from
   * @return this
   */
  public RouteSchema headers(Class<?> type) {
    return part("headers", type);
  }

  /**
   * Declares the schema of the headers; names match in any case.
   *
   * @param type a generic type the schema is derived from, such as {@code new
   *     TypeRef<List<Order>>() {}}
   * @return this
   */
  public RouteSchema headers(TypeRef<?> type) {
    return part("headers", type.type());
  }

  /**
   * Declares the schema of the replies with a status code.
   *
   * @param status the status code
   * @param schema a schema, for example from the builder {@code Schemas}
   * @return this
   */
  public RouteSchema response(int status, JsonSchema schema) {
    return response(String.valueOf(status), schema);
  }

  /**
   * Declares the schema of the replies with some status codes.
   *
   * @param status a status code, a class such as {@code 2xx}, or {@code default}
   * @param schema a schema, for example from the builder {@code Schemas}
   * @return this
   */
  public RouteSchema response(String status, JsonSchema schema) {
    return reply(status, schema);
  }

  /**
   * Declares the schema of the replies with a status code.
   *
   * @param status the status code
   * @param schema a JSON Schema as a map
   * @return this
   */
  public RouteSchema response(int status, Map<String, ?> schema) {
    return response(String.valueOf(status), schema);
  }

  /**
   * Declares the schema of the replies with some status codes.
   *
   * @param status a status code, a class such as {@code 2xx}, or {@code default}
   * @param schema a JSON Schema as a map
   * @return this
   */
  public RouteSchema response(String status, Map<String, ?> schema) {
    return reply(status, schema);
  }

  /**
   * Declares the schema of the replies with a status code.
   *
   * @param status the status code
   * @param json a JSON Schema as JSON text
   * @return this
   */
  public RouteSchema response(int status, String json) {
    return response(String.valueOf(status), json);
  }

  /**
   * Declares the schema of the replies with some status codes.
   *
   * @param status a status code, a class such as {@code 2xx}, or {@code default}
   * @param json a JSON Schema as JSON text
   * @return this
   */
  public RouteSchema response(String status, String json) {
    return reply(status, json);
  }

  /**
   * Declares the schema of the replies with a status code.
   *
   * @param status the status code
   * @param type a record, bean, enum or other type the schema is derived from
   * @return this
   */
  public RouteSchema response(int status, Class<?> type) {
    return response(String.valueOf(status), type);
  }

  /**
   * Declares the schema of the replies with some status codes.
   *
   * @param status a status code, a class such as {@code 2xx}, or {@code default}
   * @param type a record, bean, enum or other type the schema is derived from
   * @return this
   */
  public RouteSchema response(String status, Class<?> type) {
    return reply(status, type);
  }

  /**
   * Declares the schema of the replies with a status code.
   *
   * @param status the status code
   * @param type a generic type the schema is derived from, such as {@code new
   *     TypeRef<List<Order>>() {}}
   * @return this
   */
  public RouteSchema response(int status, TypeRef<?> type) {
    return response(String.valueOf(status), type);
  }

  /**
   * Declares the schema of the replies with some status codes.
   *
   * @param status a status code, a class such as {@code 2xx}, or {@code default}
   * @param type a generic type the schema is derived from, such as {@code new
   *     TypeRef<List<Order>>() {}}
   * @return this
   */
  public RouteSchema response(String status, TypeRef<?> type) {
    return reply(status, type.type());
  }

  /**
   * Declares the schema of the replies with a status code.
   *
   * @param status the status code
   * @param content declares the schemas by the content type of the reply
   * @return this
   */
  public RouteSchema response(int status, Consumer<ContentSchemas> content) {
    return response(String.valueOf(status), content);
  }

  /**
   * Declares the schema of the replies with some status codes.
   *
   * @param status a status code, a class such as {@code 2xx}, or {@code default}
   * @param content declares the schemas by the content type of the reply
   * @return this
   */
  public RouteSchema response(String status, Consumer<ContentSchemas> content) {
    return reply(status, ContentSchemas.of(content));
  }

  /**
   * Takes a whole route schema in the reference's own form.
   *
   * @param parts {@code body}, {@code querystring} or {@code query}, {@code params}, {@code
   *     headers}, {@code response} and free keys such as {@code tags}
   * @return this
   */
  public RouteSchema raw(Map<String, ?> parts) {
    this.parts.putAll(parts);
    return this;
  }

  /**
   * Declares a part of the schema or a free key such as {@code summary}.
   *
   * @param name the key
   * @param schema its value; null stands for a schema that is missing by mistake and is warned
   *     about
   * @return this
   */
  public RouteSchema part(String name, @Nullable Object schema) {
    parts.put(name, schema);
    return this;
  }

  /**
   * Removes all that was declared so far, for an onRoute hook that declares other schemas. A route
   * that has named a type by a schema, as {@code r.body(Schemas.of(User.class).without("role"))},
   * needs that schema to bind by, or to write by: it is refused when it has lost it.
   *
   * @return this
   */
  public RouteSchema clear() {
    parts.clear();
    named.values().removeIf(type -> !(type instanceof JsonSchema));
    return this;
  }

  /** What has been declared. */
  Map<String, @Nullable Object> describe() {
    return Collections.unmodifiableMap(parts);
  }

  RouteSchema copy() {
    RouteSchema copy = new RouteSchema();
    copy.parts.putAll(parts); // no map in it is ever written
    copy.named.putAll(named);
    return copy;
  }

  RouteSchema reply(String status, Object schema) {
    // A copy: the map itself may be the user's, or that of another definition.
    Map<String, @Nullable Object> responses = new LinkedHashMap<>();
    if (parts.get("response") instanceof Map<?, ?> known) {
      known.forEach((name, value) -> responses.put(String.valueOf(name), value));
    }
    responses.put(status, schema);
    return part("response", responses);
  }

  /** Declares the type of a part, which nothing else may have declared. */
  void named(String part, Object type, String route) {
    requireType(type, part, route);
    checkFree(part, route);
    named.put(part, type);
    part(part, type);
  }

  /** Declares the type of replies, which nothing else may have declared. */
  void namedReply(String status, Object type, String route) {
    requireType(type, RESPONSE + status, route);
    checkFree(RESPONSE + status, route);
    named.put(RESPONSE + status, type);
    reply(status, type);
  }

  private static void requireType(@Nullable Object type, String part, String route) {
    if (type == null) {
      throw new IllegalArgumentException(route + ": the type of '" + part + "' is null");
    }
  }

  private void checkFree(String part, String route) {
    if (declared(part) != null) {
      throw twice(part, route);
    }
  }

  /** Refuses schemas that took the place of a named type. */
  void checkNamed(String route) {
    named.forEach(
        (part, type) -> {
          Object now = declared(part);
          if (now == null) {
            throw new IllegalStateException(
                route
                    + ": the schema of '"
                    + part
                    + "' is removed, and the route names a type by it; without it the whole type"
                    + " would be taken");
          }
          if (!type.equals(now)) {
            throw twice(part, route);
          }
        });
  }

  private @Nullable Object declared(String part) {
    if (part.startsWith(RESPONSE)) {
      return parts.get("response") instanceof Map<?, ?> replies
          ? replies.get(part.substring(RESPONSE.length()))
          : parts.get("response");
    }
    Object alias = part.equals("querystring") ? parts.get("query") : null;
    return alias == null ? parts.get(part) : alias;
  }

  private static IllegalStateException twice(String part, String route) {
    return new IllegalStateException(
        route
            + ": the schema of '"
            + part
            + "' is declared twice, and the route names a type for it; declare one of them, or"
            + " clear() the schemas before");
  }
}
