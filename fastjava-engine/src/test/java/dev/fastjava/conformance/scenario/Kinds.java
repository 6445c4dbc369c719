package dev.fastjava.conformance.scenario;

import dev.fastjava.BodyStream;
import java.io.InputStream;
import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** What kind of value something is, as the recordings name it, and its text. */
final class Kinds {
  private Kinds() {}

  static String of(@Nullable Object value) {
    if (value == Absent.VALUE) {
      return "absent";
    }
    if (value == null) {
      return "null";
    }
    if (value instanceof CharSequence) {
      return "string";
    }
    if (value instanceof Number) {
      return "number";
    }
    if (value instanceof Boolean) {
      return "boolean";
    }
    if (value instanceof byte[] || value instanceof ByteBuffer) {
      return "buffer";
    }
    if (isStream(value)) {
      return "stream";
    }
    return value instanceof Collection<?> || value.getClass().isArray() ? "array" : "object";
  }

  private static boolean isStream(Object value) {
    return value instanceof InputStream
        || value instanceof Flow.Publisher<?>
        || value instanceof BodyStream
        || value instanceof Path;
  }

  /** A buffer as text, everything else as it is. */
  static @Nullable Object readable(@Nullable Object value) {
    return value instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : value;
  }

  /** A value as text: absent and null are {@code null}, objects are JSON. */
  static String text(@Nullable Object value) {
    Object readable = readable(value);
    return readable instanceof CharSequence ? readable.toString() : Json.stringify(readable);
  }

  /** The length in bytes of a text or a buffer; 0 for nothing. */
  static int length(@Nullable Object value) {
    if (value == null || value == Absent.VALUE) {
      return 0;
    }
    return value instanceof byte[] bytes
        ? bytes.length
        : text(value).getBytes(StandardCharsets.UTF_8).length;
  }

  /** The value at a path of keys; null when there is none. */
  static @Nullable Object dig(@Nullable Object value, List<String> path) {
    Object found = value;
    for (String key : path) {
      found = child(found, key);
    }
    return found == Absent.VALUE ? null : found;
  }

  private static @Nullable Object child(@Nullable Object value, String key) {
    if (value instanceof Map<?, ?> map) {
      return map.get(key);
    }
    if (value instanceof CharSequence text) {
      return key.equals("length") ? text.length() : null;
    }
    if (value instanceof Throwable error) {
      return ErrorViews.property(error, key);
    }
    List<?> items = items(value);
    if (items == null) {
      return null;
    }
    if (key.equals("length")) {
      return items.size();
    }
    int index = key.matches("\\d{1,9}") ? Integer.parseInt(key) : -1;
    return index >= 0 && index < items.size() ? items.get(index) : null;
  }

  private static @Nullable List<?> items(@Nullable Object value) {
    if (value instanceof Collection<?> items) {
      return new ArrayList<>(items);
    }
    if (value == null || !value.getClass().isArray()) {
      return null;
    }
    List<@Nullable Object> items = new ArrayList<>();
    for (int i = 0; i < Array.getLength(value); i++) {
      items.add(Array.get(value, i));
    }
    return items;
  }
}
