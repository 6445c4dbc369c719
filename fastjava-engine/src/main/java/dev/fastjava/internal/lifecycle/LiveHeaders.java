package dev.fastjava.internal.lifecycle;

import dev.fastjava.http.Headers;
import dev.fastjava.internal.exchange.Exchange;
import dev.fastjava.internal.json.HeaderLists;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The headers of a request as they came, and as validation and hooks have left them. */
final class LiveHeaders implements Headers {
  private final Exchange exchange;

  /** The headers as received, in the map that validators change; null until one is wanted. */
  private @Nullable Object received;

  /** What {@code setHeaders} has given; goes before what was received. */
  private @Nullable Map<String, Object> assigned;

  /** The content type that was looked at first: a later one changes neither parser nor type. */
  private @Nullable String contentType;

  LiveHeaders(Exchange exchange) {
    this.exchange = exchange;
  }

  @Override
  public @Nullable String get(String name) {
    Map<String, Object> given = assigned;
    if (given != null) {
      String key = name.toLowerCase(Locale.ROOT);
      if (given.containsKey(key)) {
        return ConvertedRequest.first(given.get(key));
      }
    }
    return received(name);
  }

  /** A header without regard to assigned ones. */
  @Nullable String received(String name) {
    return received == null
        ? exchange.header(name)
        : ConvertedRequest.first(((Map<?, ?>) received).get(name.toLowerCase(Locale.ROOT)));
  }

  @Nullable String contentType() {
    if (contentType == null) {
      contentType = get("content-type");
    }
    return contentType;
  }

  @Override
  public List<String> all(String name) {
    String key = name.toLowerCase(Locale.ROOT);
    Object value = received == null && assigned == null ? exchange.header(name) : map().get(key);
    if (value == null) {
      return List.of();
    }
    if (value instanceof List<?> many) {
      return many.stream().map(String::valueOf).toList();
    }
    // The lines as they came, unless the header is another one by now.
    return value.equals(exchange.header(name))
        ? exchange.headers().all(name)
        : List.of(String.valueOf(value));
  }

  @Override
  public Map<String, Object> asMap() {
    return Collections.unmodifiableMap(map());
  }

  @SuppressWarnings("unchecked") // made by the exchange; a validator may put another value there
  Map<String, Object> map() {
    if (received == null) {
      // A map of our own: validation changes it.
      received = exchange.headers().asMap();
    }
    Map<String, Object> all = (Map<String, Object>) received;
    if (assigned != null) {
      all = new LinkedHashMap<>(all);
      all.putAll(assigned);
    }
    return all;
  }

  /** The same with lists of the lines of some headers, in the map that validators change. */
  Map<String, Object> map(HeaderLists lists) {
    Map<String, Object> all = map();
    lists.putInto(all, this::all);
    return all;
  }

  void assign(Map<String, Object> given) {
    assigned = given;
  }

  /** A validator puts another value in the place of all headers. */
  @SuppressWarnings("unchecked")
  void replace(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      assigned = (Map<String, Object>) map;
    } else {
      received = value;
      assigned = null;
    }
  }

  @Override
  public String toString() {
    return names().toString();
  }
}
