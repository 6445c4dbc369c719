package dev.fastjava.internal.validation.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Views of plain JSON values with their types. */
public final class Values {
  private Values() {}

  /** The properties of an object; none for an object that is no map. */
  @SuppressWarnings("unchecked") // keys of JSON objects are strings
  public static Map<String, @Nullable Object> object(@Nullable Object value) {
    return value instanceof Map<?, ?> map
        ? (Map<String, @Nullable Object>) map
        : Collections.<String, @Nullable Object>emptyMap();
  }

  /** The items of an array. */
  @SuppressWarnings("unchecked") // a list of anything is a list of objects
  public static List<@Nullable Object> array(@Nullable Object value) {
    return value instanceof List<?> list
        ? (List<@Nullable Object>) list
        : Collections.<@Nullable Object>emptyList();
  }

  /** Whether an object has a property, be it null. */
  static boolean has(Map<String, @Nullable Object> object, String name) {
    return object.get(name) != null || object.containsKey(name);
  }

  /** Whether a value is neither an object nor an array. */
  static boolean isScalar(@Nullable Object value) {
    return !(value instanceof Map<?, ?>) && !(value instanceof List<?>);
  }

  /** A copy that shares nothing that could change. */
  public static @Nullable Object copy(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<String, @Nullable Object> copy = new LinkedHashMap<>();
      map.forEach((key, item) -> copy.put(String.valueOf(key), copy(item)));
      return copy;
    }
    if (value instanceof List<?> list) {
      List<@Nullable Object> copy = new ArrayList<>(list.size());
      for (Object item : list) {
        copy.add(copy(item));
      }
      return copy;
    }
    return value;
  }
}
