package dev.fastjava.http;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.fastjava.Reply;
import dev.fastjava.Request;
import dev.fastjava.mark.ProvidedByEngine;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The headers of a request or a response, in the order they came or were set. Names are found in
 * any case; a name may have several lines. Cannot be changed: {@link Request#setHeaders} and {@link
 * Reply#header} do that.
 *
 * <p>Those of a request are a view of it, to be used where the request may be. Others are
 * thread-safe. JSON is written of {@link #asMap()}; the text form has the names alone, as values
 * may be secrets.
 *
 * <p>Made by the framework and by {@link #of}; not to be implemented.
 *
 * <p>Reference: Request, headers; Reply, getHeaders.
 */
@ProvidedByEngine
public interface Headers {
  /**
   * Returns a header as one text.
   *
   * @param name the name, in any case; {@link HeaderNames} has the usual ones
   * @return the value; several lines are joined, those of requests as Node joins them: mostly by
   *     commas, of some names the first line alone. Null when absent
   */
  @Nullable String get(String name);

  /**
   * Returns the lines of a header.
   *
   * @param name the name, in any case
   * @return one text for each line, in order; empty when absent
   */
  List<String> all(String name);

  /**
   * Returns the headers in the form of the reference.
   *
   * @return lower-case names, in order, with a text, with a list of texts for several lines, or
   *     with what validation has made of a text; changing it changes no header
   */
  @JsonValue
  Map<String, Object> asMap();

  /**
   * Returns whether a header is there.
   *
   * @param name the name, in any case
   * @return true when it is
   */
  default boolean has(String name) {
    return get(name) != null;
  }

  /**
   * Returns the names.
   *
   * @return in lower case, in order
   */
  default Set<String> names() {
    return asMap().keySet();
  }

  /**
   * Returns whether there are none.
   *
   * @return true without a header
   */
  default boolean isEmpty() {
    return asMap().isEmpty();
  }

  /**
   * Passes on each line.
   *
   * @param action takes the lower-case name and a line
   */
  default void forEachLine(BiConsumer<String, String> action) {
    names().forEach(name -> all(name).forEach(line -> action.accept(name, line)));
  }

  /**
   * Returns no headers.
   *
   * @return the empty ones
   */
  static Headers none() {
    return ListedHeaders.NONE;
  }

  /**
   * Makes headers.
   *
   * @param headers names, in any case, with a value or a collection of values, which become texts;
   *     several spellings of a name are lines of one header
   * @return the headers; later changes of the map do not change them
   */
  static Headers of(Map<String, ?> headers) {
    Map<String, Object> all = new LinkedHashMap<>();
    headers.forEach((name, value) -> ListedHeaders.add(all, name, value));
    return all.isEmpty() ? none() : new ListedHeaders(all);
  }
}
