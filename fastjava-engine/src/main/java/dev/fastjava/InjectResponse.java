package dev.fastjava;

import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The response to an injected request, completely read. Immutable.
 *
 * <p>Reference: Guides/Testing.
 */
public interface InjectResponse {
  /**
   * A cookie the response sets.
   *
   * @param name its name
   * @param value its value, decoded
   * @param attributes the attributes, such as {@code path}, {@code maxAge} or {@code httpOnly}
   */
  record Cookie(String name, String value, Map<String, Object> attributes) {}

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
   * @return lower-case names with a text, or a list of texts for several lines
   */
  Map<String, Object> headers();

  /**
   * Returns a header.
   *
   * @param name its name, in any case
   * @return the text, several lines joined; null when absent
   */
  @Nullable String header(String name);

  /**
   * Returns the trailers.
   *
   * @return names and values
   */
  Map<String, String> trailers();

  /**
   * Returns the cookies the response sets.
   *
   * @return the cookies in order
   */
  List<Cookie> cookies();

  /**
   * Returns the body as bytes.
   *
   * @return a copy
   */
  byte[] bodyBytes();

  /**
   * Returns the body as text.
   *
   * @return the text, decoded as UTF-8
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
}
