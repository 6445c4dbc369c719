package dev.fastjava.conformance.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An object of a scenario file, read by key.
 *
 * @param map keys and plain values in the order of the file
 */
public record Spec(Map<String, @Nullable Object> map) {

  /** The value of a key must be an object. */
  static Spec of(@Nullable Object value) {
    if (value instanceof Map<?, ?>) {
      return new Spec(cast(value));
    }
    throw new IllegalArgumentException("not an object: " + value);
  }

  static boolean isObject(@Nullable Object value) {
    return value instanceof Map<?, ?>;
  }

  @SuppressWarnings("unchecked") // objects of JSON have texts as keys
  static Map<String, @Nullable Object> cast(Object map) {
    return (Map<String, @Nullable Object>) map;
  }

  boolean has(String key) {
    return map.containsKey(key);
  }

  @Nullable Object get(String key) {
    return map.get(key);
  }

  /** A text that must be there. */
  String text(String key) {
    if (map.get(key) instanceof String text) {
      return text;
    }
    throw new IllegalArgumentException(key + " is not a text in " + map);
  }

  @Nullable String textOrNull(String key) {
    return map.get(key) == null ? null : text(key);
  }

  boolean flag(String key) {
    return Boolean.TRUE.equals(map.get(key));
  }

  int integer(String key, int otherwise) {
    return map.get(key) instanceof Number number ? number.intValue() : otherwise;
  }

  /** A list; empty when absent. */
  List<?> list(String key) {
    return map.get(key) instanceof List<?> list ? list : List.of();
  }

  List<String> texts(String key) {
    List<String> texts = new ArrayList<>();
    list(key).forEach(each -> texts.add((String) each));
    return texts;
  }

  /** A list of objects; empty when absent. */
  List<Spec> specs(String key) {
    return specs(list(key));
  }

  static List<Spec> specs(List<?> list) {
    List<Spec> specs = new ArrayList<>();
    list.forEach(each -> specs.add(of(each)));
    return specs;
  }

  /** An object; without any key when absent. */
  Spec object(String key) {
    return map.get(key) == null ? new Spec(new LinkedHashMap<>()) : of(map.get(key));
  }
}
