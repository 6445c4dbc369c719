package dev.fastjava;

import dev.fastjava.http.Headers;
import dev.fastjava.http.RawReply;
import dev.fastjava.logging.Logger;
import dev.fastjava.mark.ProvidedByEngine;
import dev.fastjava.schema.Serializer;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The reply to a request. Used by one step at a time; {@link #send(Object)} may be called from any
 * thread.
 *
 * <p>Reference: Reply.
 */
@ProvidedByEngine
public interface Reply extends Decorated {
  /**
   * Returns the request.
   *
   * @return the request
   */
  Request request();

  /**
   * Returns the encapsulation context of the route.
   *
   * @return the instance it was declared on
   */
  Fastjava server();

  /**
   * Returns the logger of the request.
   *
   * @return the logger
   */
  Logger log();

  /**
   * Returns what the route was declared with.
   *
   * @return a read-only view
   */
  RouteInfo routeOptions();

  /**
   * Sets the status code; 200 by default.
   *
   * @param statusCode 100 to 599; another fails with {@code FST_ERR_BAD_STATUS_CODE}
   * @return this
   */
  Reply code(int statusCode);

  /**
   * Sets the status code; an alias of {@link #code(int)}.
   *
   * @param statusCode 100 to 599
   * @return this
   */
  default Reply status(int statusCode) {
    return code(statusCode);
  }

  /**
   * Returns the status code.
   *
   * @return the code so far
   */
  int statusCode();

  /**
   * Sets a header. {@code set-cookie} accumulates, every other name is replaced.
   *
   * @param name the name, in any case
   * @param value a text, number, or collection of texts for several lines; null is the empty text
   * @return this
   */
  Reply header(String name, @Nullable Object value);

  /**
   * Sets headers.
   *
   * @param headers names and values
   * @return this
   */
  Reply headers(Map<String, ?> headers);

  /**
   * Sets headers, such as those of another response.
   *
   * @param headers the headers
   * @return this
   */
  default Reply headers(Headers headers) {
    return headers(headers.asMap());
  }

  /**
   * Returns a header.
   *
   * @param name the name, in any case
   * @return the value as it will be sent, several lines joined by commas; null when absent
   */
  @Nullable String getHeader(String name);

  /**
   * Returns all headers.
   *
   * @return those set so far; a copy
   */
  Headers getHeaders();

  /**
   * Returns whether a header is set.
   *
   * @param name the name, in any case
   * @return true when it is
   */
  boolean hasHeader(String name);

  /**
   * Removes a header.
   *
   * @param name the name, in any case
   * @return this
   */
  Reply removeHeader(String name);

  /**
   * Sets the {@code content-type} header.
   *
   * @param contentType the media type; {@code charset=utf-8} is added to JSON types
   * @return this
   */
  Reply type(String contentType);

  /**
   * Returns the media type without parameters.
   *
   * @return in lower case; null when none is set
   */
  @Nullable String mediaType();

  /**
   * Redirects with the status set before, else 302.
   *
   * @param url the location
   * @return this
   */
  Reply redirect(String url);

  /**
   * Redirects.
   *
   * @param url the location
   * @param statusCode the status code
   * @return this
   */
  Reply redirect(String url, int statusCode);

  /**
   * Hands the request to the not-found handler of the context.
   *
   * @return this
   */
  Reply callNotFound();

  /**
   * Sends the reply without a payload.
   *
   * @return this
   */
  Reply send();

  /**
   * Sends the reply. Thread-safe. A second call is ignored and logged with {@code
   * FST_ERR_REP_ALREADY_SENT}.
   *
   * @param payload objects are serialized; texts, bytes, streams, publishers, paths and {@link
   *     Response} values go as they are; a throwable becomes an error reply; null is the JSON value
   *     null
   * @return this
   */
  Reply send(@Nullable Object payload);

  /**
   * Hands an error to the next error handler, as throwing it does: within the {@link ErrorHandler}
   * of a route to that of its context, from there to the context above, in the end to the default
   * one; elsewhere to the first of them. Thread-safe as {@link #send(Object)} is.
   *
   * @param error the error, the one under way or another
   * @return this, for the handler to return
   */
  default Reply next(Throwable error) {
    return send(Objects.requireNonNull(error, "error"));
  }

  /**
   * Returns whether the reply is complete or hijacked.
   *
   * @return true from then on
   */
  boolean sent();

  /**
   * Takes the reply out of the lifecycle: nothing is sent by the framework any more.
   *
   * @return this
   */
  Reply hijack();

  /**
   * Returns the response below the framework.
   *
   * @return the response, at your own risk
   */
  RawReply raw();

  /**
   * Sets the serializer of this reply.
   *
   * @param serializer makes a text or bytes of the payload; null for the default one
   * @return this
   */
  Reply serializer(@Nullable Function<@Nullable Object, ?> serializer);

  /**
   * Serializes a value as the payload of this reply would be.
   *
   * @param payload the value
   * @return a text or what the serializer of the reply made
   */
  Object serialize(@Nullable Object payload);

  /**
   * Returns the serializer compiled before for a schema.
   *
   * @param schema the schema object it was compiled from
   * @return the serializer, or null
   */
  @Nullable Serializer getSerializationFunction(Object schema);

  /**
   * Returns the serializer of the route's response schema for a status.
   *
   * @param status the status code it was declared under
   * @return the serializer, or null
   */
  default @Nullable Serializer getSerializationFunctionForStatus(int status) {
    return getSerializationFunctionForStatus(String.valueOf(status));
  }

  /**
   * Returns the serializer of the route's response schema for a status.
   *
   * @param status the key it was declared under: a status code, a class such as {@code 2xx}, or
   *     {@code default}
   * @return the serializer, or null
   */
  @Nullable Serializer getSerializationFunctionForStatus(String status);

  /**
   * Returns the serializer of the route's response schema for a status and a media type.
   *
   * @param status the key it was declared under
   * @param contentType the media type it was declared for
   * @return the serializer, or null
   */
  @Nullable Serializer getSerializationFunctionForStatus(String status, String contentType);

  /**
   * Compiles a schema, once for each schema object. Keep the object outside of the handler: one
   * made in every request is compiled in every request, and the route is warned about it once
   * ({@code FJVWRN002}).
   *
   * @param schema a {@code JsonSchema}, map, boolean or JSON text
   * @return the serializer
   */
  Serializer compileSerializationSchema(Object schema);

  /**
   * Compiles a schema for a status, which a {@code SerializerCompiler} of the application is told;
   * once for each schema object and status, as {@link #compileSerializationSchema(Object)} does.
   *
   * @param schema a {@code JsonSchema}, map, boolean or JSON text
   * @param status the status it is for
   * @return the serializer
   */
  Serializer compileSerializationSchema(Object schema, String status);

  /**
   * Compiles a schema for a status and a media type, which a {@code SerializerCompiler} of the
   * application is told; once for each schema object, status and media type, as {@link
   * #compileSerializationSchema(Object)} does.
   *
   * @param schema a {@code JsonSchema}, map, boolean or JSON text
   * @param status the status it is for
   * @param contentType the media type it is for
   * @return the serializer
   */
  Serializer compileSerializationSchema(Object schema, String status, String contentType);

  /**
   * Serializes a value with a schema, compiled as {@link #compileSerializationSchema(Object)} does.
   *
   * @param input the value
   * @param schema a {@code JsonSchema}, map, boolean or JSON text. A status is none: {@link
   *     #serializeForStatus(Object, int)} takes the route's response schema
   * @return the text
   */
  String serializeInput(@Nullable Object input, Object schema);

  /**
   * Serializes a value with the route's response schema for a status; without one it fails with
   * {@code FST_ERR_MISSING_SERIALIZATION_FN}.
   *
   * @param input the value
   * @param status the status code it was declared under
   * @return the text
   */
  default String serializeForStatus(@Nullable Object input, int status) {
    return serializeForStatus(input, String.valueOf(status));
  }

  /**
   * Serializes a value with the route's response schema for a status; without one it fails with
   * {@code FST_ERR_MISSING_SERIALIZATION_FN}.
   *
   * @param input the value
   * @param status the key it was declared under: a status code, a class such as {@code 2xx}, or
   *     {@code default}
   * @return the text
   */
  String serializeForStatus(@Nullable Object input, String status);

  /**
   * Serializes a value with the route's response schema for a status and a media type; without one
   * it fails with {@code FST_ERR_MISSING_CONTENTTYPE_SERIALIZATION_FN}.
   *
   * @param input the value
   * @param status the key it was declared under
   * @param contentType the media type it was declared for
   * @return the text
   */
  String serializeForStatus(@Nullable Object input, String status, String contentType);

  /**
   * Adds a trailer; the reply is then sent in chunks. A reply that has no body, such as one with
   * status 204, has no trailers either.
   *
   * @param name the name, in any case; one that is not allowed, or is no token, fails with {@code
   *     FST_ERR_BAD_TRAILER_NAME}
   * @param trailer computes the value when the payload has been sent
   * @return this
   */
  Reply trailer(String name, Trailer trailer);

  /**
   * Adds a trailer that is computed later; the reply is then sent in chunks.
   *
   * @param name the name, in any case; one that is not allowed, or is no token, fails with {@code
   *     FST_ERR_BAD_TRAILER_NAME}
   * @param trailer computes the value when the payload has been sent
   * @return this
   */
  Reply trailer(String name, Trailer.Callback trailer);

  /**
   * Returns whether a trailer is set.
   *
   * @param name the name, in any case
   * @return true when it is
   */
  boolean hasTrailer(String name);

  /**
   * Removes a trailer.
   *
   * @param name the name, in any case
   * @return this
   */
  Reply removeTrailer(String name);

  /**
   * Sends a 103 response before the reply. Clients of HTTP/1.0 get none.
   *
   * @param hints header names with a text or a list of texts
   * @return completes when it is written; fails when the head of the reply has been sent already,
   *     or the client is gone
   */
  CompletionStage<Void> writeEarlyHints(Map<String, ?> hints);

  /**
   * Returns the time since the request was received, until the reply was sent.
   *
   * @return milliseconds
   */
  double elapsedTime();

  /**
   * Returns the stage that tells when the reply was sent.
   *
   * @return completes when it was sent; fails when the connection broke
   */
  CompletionStage<Void> completion();
}
