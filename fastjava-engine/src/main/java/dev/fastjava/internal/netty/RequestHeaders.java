package dev.fastjava.internal.netty;

import dev.fastjava.http.Headers;
import dev.fastjava.internal.exchange.HeaderLines;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.util.AsciiString;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The headers of a request as Node presents them: names in lower case, several lines of one name
 * joined or dropped depending on the name.
 */
final class RequestHeaders implements Headers {
  private static final String SET_COOKIE = "set-cookie";

  private final HttpHeaders lines;

  RequestHeaders(HttpHeaders lines) {
    this.lines = lines;
  }

  @Override
  public @Nullable String get(String name) {
    Iterator<? extends CharSequence> values = lines.valueCharSequenceIterator(name);
    if (!values.hasNext()) {
      return null;
    }
    String only = values.next().toString();
    // The iterator has no defined order, the list has.
    return values.hasNext() ? HeaderLines.joined(lowerCase(name), lines.getAll(name)) : only;
  }

  @Override
  public boolean has(String name) {
    return lines.contains(name);
  }

  @Override
  public List<String> all(String name) {
    return lines.getAll(name);
  }

  @Override
  public Map<String, Object> asMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    @Nullable Set<String> repeated = null;
    Iterator<Map.Entry<CharSequence, CharSequence>> entries = lines.iteratorCharSequence();
    while (entries.hasNext()) {
      Map.Entry<CharSequence, CharSequence> entry = entries.next();
      String name = lowerCase(entry.getKey());
      String value = entry.getValue().toString();
      if (name.equals(SET_COOKIE)) {
        setCookies(map).add(value);
        continue;
      }
      if (map.putIfAbsent(name, value) != null && !HeaderLines.isSingle(name)) {
        repeated = repeated == null ? new HashSet<>() : repeated;
        repeated.add(name);
      }
    }
    if (repeated != null) {
      // Once for each name: a client may send thousands of lines of one.
      repeated.forEach(name -> map.put(name, HeaderLines.joined(name, lines.getAll(name))));
    }
    return map;
  }

  @Override
  public String toString() {
    return names().toString();
  }

  /** Names and values in turn, as received. */
  List<String> toList() {
    List<String> list = new ArrayList<>(lines.size() * 2);
    Iterator<Map.Entry<CharSequence, CharSequence>> entries = lines.iteratorCharSequence();
    while (entries.hasNext()) {
      Map.Entry<CharSequence, CharSequence> entry = entries.next();
      list.add(entry.getKey().toString());
      list.add(entry.getValue().toString());
    }
    return list;
  }

  @SuppressWarnings("unchecked") // Only this class puts lists into the map.
  private static List<String> setCookies(Map<String, Object> headers) {
    return (List<String>) headers.computeIfAbsent(SET_COOKIE, name -> new ArrayList<String>());
  }

  private static String lowerCase(CharSequence name) {
    return AsciiString.of(name).toLowerCase().toString();
  }
}
