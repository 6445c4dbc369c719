package dev.fastjava;

import dev.fastjava.error.ValidationException;
import dev.fastjava.http.HeaderNames;
import dev.fastjava.http.Headers;
import dev.fastjava.http.RawRequest;
import dev.fastjava.logging.Logger;
import dev.fastjava.mark.ProvidedByEngine;
import dev.fastjava.schema.HttpPart;
import dev.fastjava.schema.ValidationResult;
import dev.fastjava.schema.Validator;
import dev.fastjava.type.TypeRef;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request on its way through the lifecycle. Used by one step at a time; not thread-safe, except
 * where a method says so.
 *
 * <p>Reference: Request.
 */
@ProvidedByEngine
public interface Request extends Decorated {
  /**
   * Returns the request id.
   *
   * @return generated, or taken from the {@code requestIdHeader}
   */
  String id();

  /**
   * Returns the HTTP method.
   *
   * @return in upper case
   */
  String method();

  /**
   * Returns the request target, after {@code rewriteUrl}.
   *
   * @return path and query, undecoded
   */
  String url();

  /**
   * Returns the request target as received.
   *
   * @return path and query, undecoded
   */
  String originalUrl();

  /**
   * Returns whether a not-found handler serves the request.
   *
   * @return true when no route matched
   */
  boolean is404();

  /**
   * Returns the encapsulation context of the route.
   *
   * @return the instance it was declared on
   */
  Fastjava server();

  /**
   * Returns the logger of the request.
   *
   * @return a child logger that carries the request id
   */
  Logger log();

  /**
   * Returns what the route was declared with.
   *
   * @return a read-only view
   */
  RouteInfo routeOptions();

  /**
   * Returns the request below the framework.
   *
   * @return a read-only view
   */
  RawRequest raw();

  /**
   * Returns the signal that tells when nobody waits for the reply any more. Thread-safe.
   *
   * @return the signal
   */
  AbortSignal signal();

  /**
   * Returns the parsed body, after validation.
   *
   * @return a plain Java value; null before parsing and without a body
   */
  @Nullable Object body();

  /**
   * Binds the parsed body to a record, bean or other type.
   *
   * <p>What changes inside of the body afterwards does not change the value: {@link #setBody} does.
   *
   * @param type the type
   * @param <T> the type
   * @return the value, the same one for a type until the part is replaced; a part that does not fit
   *     is a {@link ValidationException} with status 400 and the place of the bad value
   */
  default <T> T body(Class<T> type) {
    return body(type, type);
  }

  /**
   * Binds the parsed body to a generic type.
   *
   * @param type the generic type
   * @param raw its class
   * @param <T> the type
   * @return as {@link #body(Class)}
   */
  <T> T body(Type type, Class<T> raw);

  /**
   * Binds the parsed body to a generic type.
   *
   * @param type the generic type, such as {@code new TypeRef<List<Order>>() {}}
   * @param <T> the type
   * @return as {@link #body(Class)}
   */
  default <T> T body(TypeRef<T> type) {
    return body(type.type(), type.rawType());
  }

  /**
   * Returns whether a parser has produced a body, null included.
   *
   * @return true when it has
   */
  boolean hasBody();

  /**
   * Replaces the body.
   *
   * @param body the body from now on
   */
  void setBody(@Nullable Object body);

  /**
   * Returns the parsed query string, after validation.
   *
   * @return a mutable map; texts or lists of texts unless coerced
   */
  Map<String, Object> query();

  /**
   * Binds the parsed query string to a record, bean or other type.
   *
   * <p>Texts become what the type wants; a name that occurs once is a list of one where the type
   * wants a list; an absent one is null, an empty {@code Optional}, or an error for primitives.
   *
   * @param type the type
   * @param <T> the type
   * @return the value, the same one for a type until the part is replaced; a part that does not fit
   *     is a {@link ValidationException} with status 400 and the place of the bad value
   */
  default <T> T query(Class<T> type) {
    return query(type, type);
  }

  /**
   * Binds the parsed query string to a generic type.
   *
   * @param type the generic type
   * @param raw its class
   * @param <T> the type
   * @return as {@link #query(Class)}
   */
  <T> T query(Type type, Class<T> raw);

  /**
   * Binds the parsed query string to a generic type.
   *
   * @param type the generic type, such as {@code new TypeRef<Map<String, Integer>>() {}}
   * @param <T> the type
   * @return as {@link #query(Class)}
   */
  default <T> T query(TypeRef<T> type) {
    return query(type.type(), type.rawType());
  }

  /**
   * Returns a query value as text.
   *
   * @param name the name
   * @return the value; the first of several; null when absent
   */
  @Nullable String query(String name);

  /**
   * Returns a query value converted.
   *
   * @param name the name
   * @param type one of the types of {@link #paramAs}, or an array of one for all values of the
   *     name, be they none
   * @param <T> the type
   * @return the value, the first of several; a missing one or one that does not convert fails as
   *     described there
   */
  <T> T queryAs(String name, Class<T> type);

  /**
   * Returns a query value converted, if it is there.
   *
   * @param name the name
   * @param type one of the types of {@link #queryAs}
   * @param <T> the type
   * @return the value, the first of several; empty when absent; one that does not convert fails as
   *     {@link #paramAs} describes
   */
  <T> Optional<T> queryOptional(String name, Class<T> type);

  /**
   * Returns all values of a name in the query, converted.
   *
   * @param name the name
   * @param type one of the types of {@link #paramAs}
   * @param <T> the type
   * @return the values in order; empty when absent; one that does not convert fails as described
   *     there
   */
  <T> List<T> queriesAs(String name, Class<T> type);

  /**
   * Returns all values of a name in the query.
   *
   * @param name the name
   * @return the texts in order; empty when absent
   */
  List<String> queries(String name);

  /**
   * Replaces the query.
   *
   * @param query the query from now on
   */
  void setQuery(Map<String, Object> query);

  /**
   * Returns the parameters of the path, after validation.
   *
   * @return a mutable map
   */
  Map<String, Object> params();

  /**
   * Binds the parameters of the path to a record, bean or other type.
   *
   * <p>Texts become what the type wants. Parameters that the type does not name are left out.
   *
   * @param type the type
   * @param <T> the type
   * @return the value, the same one for a type until the part is replaced; a part that does not fit
   *     is a {@link ValidationException} with status 400 and the place of the bad value
   */
  default <T> T params(Class<T> type) {
    return params(type, type);
  }

  /**
   * Binds the parameters of the path to a generic type.
   *
   * @param type the generic type
   * @param raw its class
   * @param <T> the type
   * @return as {@link #params(Class)}
   */
  <T> T params(Type type, Class<T> raw);

  /**
   * Binds the parameters of the path to a generic type.
   *
   * @param type the generic type, such as {@code new TypeRef<Map<String, Integer>>() {}}
   * @param <T> the type
   * @return as {@link #params(Class)}
   */
  default <T> T params(TypeRef<T> type) {
    return params(type.type(), type.rawType());
  }

  /**
   * Returns a path parameter as text.
   *
   * @param name the name; {@code *} for the wildcard
   * @return the decoded value; null when absent
   */
  @Nullable String param(String name);

  /**
   * Returns a path parameter converted. Numbers are written as in JSON, up to a thousand digits;
   * booleans are {@code true} and {@code false}; enums are read as Jackson reads them, annotations
   * included; types of {@code java.time} have their ISO form, {@code Locale} its language tag.
   *
   * @param name the name
   * @param type a number, boolean, character, enum, {@code UUID}, {@code URI}, {@code Locale},
   *     {@code Currency}, {@code java.time} or text type, or a primitive one
   * @param <T> the type
   * @return the value; a missing one or one that does not convert is a {@link ValidationException}
   *     with status 400 that names the parameter and tells what is expected; a type that texts do
   *     not convert to is an {@code IllegalArgumentException}
   */
  <T> T paramAs(String name, Class<T> type);

  /**
   * Returns a path parameter converted, if it is there: of an optional one, such as that of {@code
   * /users/:id?}.
   *
   * @param name the name
   * @param type one of the types of {@link #paramAs}
   * @param <T> the type
   * @return the value; empty when absent; one that does not convert fails as described there
   */
  <T> Optional<T> paramOptional(String name, Class<T> type);

  /**
   * Replaces the path parameters.
   *
   * @param params the parameters from now on
   */
  void setParams(Map<String, Object> params);

  /**
   * Returns the headers, after validation: a view, {@link #setHeaders} changes what it shows.
   *
   * @return the headers; {@link Headers#asMap()} has the values that validation has converted
   */
  Headers headers();

  /**
   * Binds the headers to a record, bean or other type.
   *
   * <p>The header of a property has its name with hyphens: {@code userAgent} is {@code User-Agent};
   * {@code @JsonProperty("x-id")} names another. Case does not count. Headers that the type does
   * not name are left out.
   *
   * @param type the type
   * @param <T> the type
   * @return the value, the same one for a type until the part is replaced; a part that does not fit
   *     is a {@link ValidationException} with status 400 and the place of the bad value
   */
  default <T> T headers(Class<T> type) {
    return headers(type, type);
  }

  /**
   * Binds the headers to a generic type.
   *
   * @param type the generic type
   * @param raw its class
   * @param <T> the type
   * @return as {@link #headers(Class)}
   */
  <T> T headers(Type type, Class<T> raw);

  /**
   * Binds the headers to a generic type.
   *
   * @param type the generic type, such as {@code new TypeRef<Map<String, Integer>>() {}}
   * @param <T> the type
   * @return as {@link #headers(Class)}
   */
  default <T> T headers(TypeRef<T> type) {
    return headers(type.type(), type.rawType());
  }

  /**
   * Returns a header as text.
   *
   * @param name the name, in any case; {@link HeaderNames} has the usual ones
   * @return the value, or null
   */
  @Nullable String header(String name);

  /**
   * Returns a header converted.
   *
   * @param name the name, in any case
   * @param type one of the types of {@link #paramAs}
   * @param <T> the type
   * @return the value; a missing one or one that does not convert fails as described there
   */
  <T> T headerAs(String name, Class<T> type);

  /**
   * Returns a header converted, if it is there.
   *
   * @param name the name, in any case
   * @param type one of the types of {@link #paramAs}
   * @param <T> the type
   * @return the value; empty when absent; one that does not convert fails as described there
   */
  <T> Optional<T> headerOptional(String name, Class<T> type);

  /**
   * Adds headers to those received.
   *
   * @param headers lower-case names and values; they win over the received ones
   */
  void setHeaders(Map<String, Object> headers);

  /**
   * Returns the media type of the body without parameters.
   *
   * @return in lower case; null when there is none
   */
  @Nullable String mediaType();

  /**
   * Returns the address of the client, see {@code trustProxy}.
   *
   * @return an IP address
   */
  @Nullable String ip();

  /**
   * Returns the addresses from the nearest to the furthest trusted one.
   *
   * @return the addresses; null without {@code trustProxy}
   */
  @Nullable List<String> ips();

  /**
   * Returns the host the client asked for, see {@code trustProxy}.
   *
   * @return with its port; empty when unknown
   */
  String host();

  /**
   * Returns the host without its port.
   *
   * @return the name
   */
  String hostname();

  /**
   * Returns the port of the host.
   *
   * @return the port; null when the host has none
   */
  @Nullable Integer port();

  /**
   * Returns the protocol of the client, see {@code trustProxy}.
   *
   * @return {@code http} or {@code https}
   */
  String protocol();

  /**
   * Returns the validation error of a route with {@code attachValidation}.
   *
   * @return the error, or null
   */
  @Nullable Throwable validationError();

  /**
   * Validates a value with the route's own schema for a part.
   *
   * @param input a plain Java value; may be changed in place
   * @param part the part
   * @return the outcome
   */
  ValidationResult validateInput(@Nullable Object input, HttpPart part);

  /**
   * Validates a value with a schema, compiled as {@link #compileValidationSchema(Object)} does.
   *
   * @param input a plain Java value; may be changed in place
   * @param schema a {@code JsonSchema}, map, boolean or JSON text
   * @return the outcome
   */
  ValidationResult validateInput(@Nullable Object input, Object schema);

  /**
   * Validates a value with the route's own schema for a part or, when it has none, with a given
   * one, compiled once.
   *
   * @param input a plain Java value; may be changed in place
   * @param schema a {@code JsonSchema}, map, boolean or JSON text
   * @param part the part, whose conversions and options hold
   * @return the outcome
   */
  ValidationResult validateInput(@Nullable Object input, Object schema, HttpPart part);

  /**
   * Compiles a schema, once for each schema object. Keep the object outside of the handler: one
   * made in every request is compiled in every request, and the route is warned about it once
   * ({@code FJVWRN002}). Of the schemas compiled so, the least used are forgotten beyond a bound.
   *
   * @param schema a {@code JsonSchema}, map, boolean or JSON text
   * @return the validator
   */
  Validator compileValidationSchema(Object schema);

  /**
   * Compiles a schema for a part of a request, once for each schema object and part, as {@link
   * #compileValidationSchema(Object)} does.
   *
   * @param schema a {@code JsonSchema}, map, boolean or JSON text
   * @param part the part, whose conversions and options hold
   * @return the validator
   */
  Validator compileValidationSchema(Object schema, HttpPart part);

  /**
   * Returns the validator of the route's schema for a part.
   *
   * @param part the part
   * @return the validator, or null
   */
  @Nullable Validator getValidationFunction(HttpPart part);

  /**
   * Returns the validator compiled last for a schema; null when there was none, or when many others
   * were compiled since.
   *
   * @param schema the schema object it was compiled from; the name of a part is none
   * @return the validator, or null
   */
  @Nullable Validator getValidationFunction(Object schema);
}
