package dev.fastjava;

import dev.fastjava.error.ValidationException;
import dev.fastjava.http.HeaderNames;
import dev.fastjava.http.Headers;
import dev.fastjava.mark.ProvidedByEngine;
import dev.fastjava.type.TypeRef;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a request has been sent with: body, query, parameters of the path and headers, as they are
 * and bound to types. Each part can be replaced.
 *
 * <p>Used by one step at a time; not thread-safe. Reference: Request.
 */
@ProvidedByEngine
public interface RequestData {
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
}
