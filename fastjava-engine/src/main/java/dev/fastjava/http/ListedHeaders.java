package dev.fastjava.http;

import dev.fastjava.schema.Utf8Output;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Headers in a map of their own: lower-case names with a text or a list of texts. */
final class ListedHeaders implements Headers {
  static final ListedHeaders NONE = new ListedHeaders(Map.of());

  private final Map<String, Object> all;

  ListedHeaders(Map<String, Object> all) {
    this.all = Collections.unmodifiableMap(all);
  }

  /** Adds the lines of a header to those of its name. */
  static void add(Map<String, Object> all, String name, @Nullable Object value) {
    String key = name.toLowerCase(Locale.ROOT);
    Object before = all.get(key);
    if (before == null && !(value instanceof Collection<?>)) {
      all.put(key, text(value));
      return;
    }
    List<String> lines = new ArrayList<>(before == null ? List.of() : lines(before));
    if (value instanceof Collection<?> many) {
      many.forEach(each -> lines.add(text(each)));
    } else {
      lines.add(text(value));
    }
    all.put(key, List.copyOf(lines));
  }

  /** Numbers are written as in replies: 10.0 is 10. */
  private static String text(@Nullable Object value) {
    if (value instanceof Double number && Double.isFinite(number)) {
      Utf8Output out = new Utf8Output();
      out.writeDouble(number);
      return out.toText();
    }
    return value == null ? "" : String.valueOf(value);
  }

  private static List<String> lines(Object value) {
    return value instanceof Collection<?> many
        ? many.stream().map(String::valueOf).toList()
        : List.of(String.valueOf(value));
  }

  @Override
  public @Nullable String get(String name) {
    Object value = all.get(name.toLowerCase(Locale.ROOT));
    return value == null ? null : String.join(", ", lines(value));
  }

  @Override
  public List<String> all(String name) {
    Object value = all.get(name.toLowerCase(Locale.ROOT));
    return value == null ? List.of() : lines(value);
  }

  @Override
  public Map<String, Object> asMap() {
    return all;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ListedHeaders headers && all.equals(headers.all);
  }

  @Override
  public int hashCode() {
    return all.hashCode();
  }

  @Override
  public String toString() {
    return names().toString();
  }
}
