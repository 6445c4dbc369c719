package dev.fastjava.internal.lifecycle;

import dev.fastjava.Request;
import dev.fastjava.schema.HttpPart;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a request tells of single values of its parts: as texts, and as other types. */
interface ConvertedRequest extends Request {
  Call call();

  private TextConversion conversion() {
    return call().server.conversion();
  }

  /** What a name of a query or a header has as a text: the first of its values. */
  static @Nullable String first(@Nullable Object value) {
    Object one = value instanceof List<?> many ? (many.isEmpty() ? null : many.get(0)) : value;
    return one == null ? null : String.valueOf(one);
  }

  @Override
  default @Nullable String query(String name) {
    return first(query().get(name));
  }

  @Override
  default <T> T queryAs(String name, Class<T> type) {
    T value = conversion().convertQuery(query().get(name), type, name);
    if (value == null) {
      throw TextConversion.missing(HttpPart.QUERYSTRING, name);
    }
    return value;
  }

  @Override
  default <T> Optional<T> queryOptional(String name, Class<T> type) {
    return Optional.ofNullable(conversion().convertQuery(query().get(name), type, name));
  }

  @Override
  default <T> List<T> queriesAs(String name, Class<T> type) {
    return conversion().convertAll(query().get(name), type, HttpPart.QUERYSTRING, name);
  }

  @Override
  default List<String> queries(String name) {
    Object value = query().get(name);
    if (value == null) {
      return List.of();
    }
    return value instanceof List<?> many
        ? many.stream().map(String::valueOf).toList()
        : List.of(String.valueOf(value));
  }

  @Override
  default <T> T paramAs(String name, Class<T> type) {
    Object value = call().request.paramValue(name);
    if (value == null) {
      throw TextConversion.missing(HttpPart.PARAMS, name);
    }
    return conversion().convert(value, type, HttpPart.PARAMS, name);
  }

  @Override
  default <T> Optional<T> paramOptional(String name, Class<T> type) {
    Object value = call().request.paramValue(name);
    return value == null
        ? Optional.empty()
        : Optional.of(conversion().convert(value, type, HttpPart.PARAMS, name));
  }

  @Override
  default <T> T headerAs(String name, Class<T> type) {
    String value = header(name);
    if (value == null) {
      throw TextConversion.missing(HttpPart.HEADERS, name.toLowerCase(Locale.ROOT));
    }
    return headerAs(name, value, type);
  }

  @Override
  default <T> Optional<T> headerOptional(String name, Class<T> type) {
    String value = header(name);
    return value == null ? Optional.empty() : Optional.of(headerAs(name, value, type));
  }

  private <T> T headerAs(String name, String value, Class<T> type) {
    return conversion().convert(value, type, HttpPart.HEADERS, name.toLowerCase(Locale.ROOT));
  }
}
