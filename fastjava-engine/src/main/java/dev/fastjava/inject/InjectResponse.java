package dev.fastjava.inject;

import dev.fastjava.http.Headers;
import dev.fastjava.mark.ProvidedByEngine;
import dev.fastjava.type.TypeRef;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The response to an injected request, completely read unless {@link
 * InjectRequest#payloadAsStream()} was asked for. Immutable; its text form is the whole response.
 *
 * <p>Reference: Guides/Testing.
 */
@ProvidedByEngine
public interface InjectResponse {
  /**
   * A cookie the response sets.
   *
   * @param name its name
   * @param value its value, decoded
   * @param attributes the attributes: {@code expires} (an {@link java.time.Instant}), {@code
   *     maxAge} (a {@code Long}), {@code secure}, {@code httpOnly}, {@code partitioned} (true when
   *     set), {@code sameSite}, and any other by its lower-case name, such as {@code path}
   */
  record Cookie(String name, String value, Map<String, Object> attributes) {}

  /**
   * A response sent before the final one, such as early hints.
   *
   * @param statusCode 100 to 199
   * @param headers its headers
   */
  record Informational(int statusCode, Headers headers) {}

  /**
   * Returns the status code.
   *
   * @return 200 to 599
   */
  int statusCode();

  /**
   * Returns the reason phrase.
   *
   * @return such as {@code OK}
   */
  String statusMessage();

  /**
   * Returns the headers.
   *
   * @return all of them
   */
  Headers headers();

  /**
   * Returns a header.
   *
   * @param name its name, in any case
   * @return the text, several lines joined by a comma; null when absent
   */
  @Nullable String header(String name);

  /**
   * Returns the lines of a header.
   *
   * @param name its name, in any case
   * @return one text for each line; empty when absent
   */
  List<String> headerLines(String name);

  /**
   * Returns the trailers.
   *
   * @return lower-case names and values; while a stream is read they are not known yet
   */
  Map<String, String> trailers();

  /**
   * Returns the responses sent before this one.
   *
   * @return in order; mostly none
   */
  List<Informational> informational();

  /**
   * Returns the cookies the response sets.
   *
   * @return the cookies in order
   */
  List<Cookie> cookies();

  /**
   * Returns a cookie the response sets.
   *
   * @param name its name
   * @return the last cookie of the name; null when there is none
   */
  @Nullable Cookie cookie(String name);

  /**
   * Returns the body as bytes. This and the following methods fail with {@link
   * IllegalStateException} when the body was asked for as a stream.
   *
   * @return a copy
   */
  byte[] bodyBytes();

  /**
   * Returns the body as text.
   *
   * @return the text, decoded as UTF-8; what is not UTF-8 is replaced
   */
  String body();

  /**
   * Returns the body as JSON.
   *
   * @return plain Java values; a body that is not JSON fails with {@link IllegalStateException}
   */
  @Nullable Object json();

  /**
   * Binds the JSON body to a type.
   *
   * @param type a record, bean or other type
   * @param <T> the type
   * @return a new value
   */
  <T> T json(Class<T> type);

  /**
   * Binds the JSON body to a generic type.
   *
   * @param type the generic type
   * @param raw its class
   * @param <T> the type
   * @return a new value
   */
  <T> T json(Type type, Class<T> raw);

  /**
   * Reads the body as JSON of a generic type.
   *
   * @param type the generic type, such as {@code new TypeRef<List<Order>>() {}}
   * @param <T> the type
   * @return the value
   */
  default <T> T json(TypeRef<T> type) {
    return json(type.type(), type.rawType());
  }

  /**
   * Returns the body as a stream. With {@link InjectRequest#payloadAsStream()} it is read as the
   * server writes it: reading blocks, and fails with {@link java.io.IOException} when the response
   * breaks off.
   *
   * @return the one stream of such a response; otherwise a new stream of all bytes
   */
  InputStream stream();
}
