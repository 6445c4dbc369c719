package dev.fastjava.internal.serialization;

import dev.fastjava.internal.json.InvalidJsonException;
import dev.fastjava.internal.json.JsonReader;
import dev.fastjava.schema.Utf8Output;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a value has and its JSON has not, by reading the JSON again. Slow: for development and
 * tests only. Each property is told once. Thread-safe.
 */
final class DroppedProperties {
  /** Maps may have any number of names. */
  private static final int MOST = 100;

  /** Their names may be a client's. */
  private static final int LONGEST = 200;

  private final JsonReader reader = new JsonReader();
  private final Consumer<Set<String>> listener;
  private final Set<String> told = ConcurrentHashMap.newKeySet();

  DroppedProperties(Consumer<Set<String>> listener) {
    this.listener = listener;
  }

  /** Compares a plain value with its JSON, which begins at a position of the output. */
  void find(@Nullable Object plain, Utf8Output out, int start) {
    Object written;
    try {
      written = reader.read(out.array(), start, out.size() - start);
    } catch (InvalidJsonException e) {
      return; // an unsafe text, for example
    }
    Set<String> found = new TreeSet<>();
    compare(plain, written, "", found);
    found.removeIf(path -> path.length() > LONGEST || told.size() >= MOST || !told.add(path));
    if (!found.isEmpty()) {
      listener.accept(found);
    }
  }

  private static void compare(
      @Nullable Object plain, @Nullable Object written, String path, Set<String> found) {
    if (plain instanceof Map<?, ?> map && written instanceof Map<?, ?> kept) {
      for (Map.Entry<?, ?> property : map.entrySet()) {
        String place = path.isEmpty() ? "" + property.getKey() : path + '.' + property.getKey();
        if (kept.containsKey(property.getKey())) {
          compare(property.getValue(), kept.get(property.getKey()), place, found);
        } else if (property.getValue() != null) {
          found.add(place);
        }
      }
    } else if (plain instanceof List<?> list && written instanceof List<?> kept) {
      Iterator<?> items = kept.iterator();
      for (Object item : list) {
        if (items.hasNext()) {
          compare(item, items.next(), path + "[]", found);
        }
      }
    }
  }
}
