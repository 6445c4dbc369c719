package dev.fastjava;

import dev.fastjava.schema.JsonSchema;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The schemas of a route: what validates its requests and serializes its replies. Mutable while the
 * route is declared.
 *
 * <p>Reference: Validation-and-Serialization.
 */
public final class RouteSchema {
  private final Map<String, @Nullable Object> parts = new LinkedHashMap<>();

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
   * Declares the schema of the replies with a status code.
   *
   * @param status the status code
   * @param schema a schema, for example from the builder {@code Schemas}
   * @return this
   */
  public RouteSchema response(int status, JsonSchema schema) {
    return response(String.valueOf(status), (Object) schema);
  }

  /**
   * Declares the schema of the replies with some status codes.
   *
   * @param status a status code, a class such as {@code 2xx}, or {@code default}
   * @param schema a schema, for example from the builder {@code Schemas}
   * @return this
   */
  public RouteSchema response(String status, JsonSchema schema) {
    return response(status, (Object) schema);
  }

  /**
   * Declares the schema of the replies with a status code.
   *
   * @param status the status code
   * @param schema a JSON Schema as a map
   * @return this
   */
  public RouteSchema response(int status, Map<String, ?> schema) {
    return response(String.valueOf(status), (Object) schema);
  }

  /**
   * Declares the schema of the replies with some status codes.
   *
   * @param status a status code, a class such as {@code 2xx}, or {@code default}
   * @param schema a JSON Schema as a map
   * @return this
   */
  public RouteSchema response(String status, Map<String, ?> schema) {
    return response(status, (Object) schema);
  }

  /**
   * Declares the schema of the replies with a status code.
   *
   * @param status the status code
   * @param json a JSON Schema as JSON text
   * @return this
   */
  public RouteSchema response(int status, String json) {
    return response(String.valueOf(status), (Object) json);
  }

  /**
   * Declares the schema of the replies with some status codes.
   *
   * @param status a status code, a class such as {@code 2xx}, or {@code default}
   * @param json a JSON Schema as JSON text
   * @return this
   */
  public RouteSchema response(String status, String json) {
    return response(status, (Object) json);
  }

  /**
   * Declares the schema of the replies with a status code.
   *
   * @param status the status code
   * @param type a record, bean, enum or other type the schema is derived from
   * @return this
   */
  public RouteSchema response(int status, Class<?> type) {
    return response(String.valueOf(status), (Object) type);
  }

  /**
   * Declares the schema of the replies with some status codes.
   *
   * @param status a status code, a class such as {@code 2xx}, or {@code default}
   * @param type a record, bean, enum or other type the schema is derived from
   * @return this
   */
  public RouteSchema response(String status, Class<?> type) {
    return response(status, (Object) type);
  }

  /**
   * Declares the schema of bodies with a content type.
   *
   * @param contentType the media type
   * @param schema the schema
   * @return this
   */
  public RouteSchema content(String contentType, JsonSchema schema) {
    Map<String, @Nullable Object> body = child(parts, "body");
    Map<String, @Nullable Object> content = child(body, "content");
    content.put(contentType, Map.of("schema", schema));
    body.put("content", content);
    return part("body", body);
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
   * Removes all that was declared so far, for an onRoute hook that declares other schemas.
   *
   * @return this
   */
  public RouteSchema clear() {
    parts.clear();
    return this;
  }

  /** What has been declared; later changes do not reach it. */
  Map<String, @Nullable Object> describe() {
    return Collections.unmodifiableMap(copy().parts);
  }

  RouteSchema copy() {
    RouteSchema copy = new RouteSchema();
    copy.parts.putAll(parts); // no map in it is ever written
    return copy;
  }

  RouteSchema response(String status, Object schema) {
    Map<String, @Nullable Object> responses = child(parts, "response");
    responses.put(status, schema);
    return part("response", responses);
  }

  /** A copy to add to: the map itself may be the user's, or that of another definition. */
  private static Map<String, @Nullable Object> child(
      Map<String, @Nullable Object> parent, String key) {
    Map<String, @Nullable Object> copy = new LinkedHashMap<>();
    if (parent.get(key) instanceof Map<?, ?> known) {
      known.forEach((name, value) -> copy.put(String.valueOf(name), value));
    }
    return copy;
  }
}
