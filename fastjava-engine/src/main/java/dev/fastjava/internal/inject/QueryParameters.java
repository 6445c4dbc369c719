package dev.fastjava.internal.inject;

import dev.fastjava.schema.Utf8Output;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Parameters of a query or of an url-encoded form, in order. A query that is changed is written
 * anew as a whole, in the form of {@code application/x-www-form-urlencoded}.
 */
final class QueryParameters {
  private final List<Pair> pairs = new ArrayList<>();

  private record Pair(String name, String value) {}

  static QueryParameters parse(String query) {
    QueryParameters parameters = new QueryParameters();
    String text = query.startsWith("?") ? query.substring(1) : query;
    for (String part : text.split("&", -1)) {
      if (!part.isEmpty()) {
        int equals = part.indexOf('=');
        String name = equals < 0 ? part : part.substring(0, equals);
        String value = equals < 0 ? "" : part.substring(equals + 1);
        parameters.add(UrlEncoding.decode(name, true), UrlEncoding.decode(value, true));
      }
    }
    return parameters;
  }

  /**
   * The query of a url with parameters set.
   *
   * @param query with its question mark, or empty
   * @param text parameters as a text, or null
   * @param values parameters by name
   */
  static String merge(String query, @Nullable String text, Map<String, ?> values) {
    QueryParameters added = text == null ? new QueryParameters() : parse(text);
    if (added.pairs.isEmpty() && values.isEmpty()) {
      return query;
    }
    QueryParameters merged = parse(query);
    for (Pair pair : added.pairs) {
      // A name that comes again moves behind the names between, as in the reference.
      merged.remove(pair.name);
      added.pairs.stream().filter(each -> each.name.equals(pair.name)).forEach(merged.pairs::add);
    }
    values.forEach(merged::set);
    return merged.pairs.isEmpty() ? "" : '?' + merged.toString();
  }

  /** Replaces a parameter: a single value in its place, several values at the end. */
  void set(String name, @Nullable Object value) {
    if (value instanceof Collection<?> values) {
      remove(name);
      values.forEach(each -> add(name, text(each)));
      return;
    }
    Pair pair = new Pair(name, text(value));
    for (int i = 0; i < pairs.size(); i++) {
      if (pairs.get(i).name.equals(name)) {
        remove(name);
        pairs.add(i, pair);
        return;
      }
    }
    pairs.add(pair);
  }

  /** The text of a value; numbers are written as JavaScript writes them. */
  private static String text(@Nullable Object value) {
    if (value instanceof Double number && Double.isFinite(number)) {
      Utf8Output out = new Utf8Output();
      out.writeDouble(number);
      return out.toText();
    }
    return String.valueOf(value);
  }

  private void add(String name, String value) {
    pairs.add(new Pair(name, value));
  }

  private void remove(String name) {
    pairs.removeIf(pair -> pair.name.equals(name));
  }

  @Override
  public String toString() {
    return pairs.stream()
        .map(pair -> encode(pair.name) + '=' + encode(pair.value))
        .collect(Collectors.joining("&"));
  }

  private static String encode(String text) {
    // A literal plus is escaped, so every plus that is left stands for a space.
    return UrlEncoding.encodeAllBut(text, "*-._ ").replace(' ', '+');
  }
}
