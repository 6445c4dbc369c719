package dev.fastjava.internal.exchange;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Response headers in the order they were first set: a few entries in one array, found by linear
 * search, which beats hashing at this size. Names are in lower case. Not thread-safe.
 */
public final class ResponseHeaders {
  /** A name, its value, the next name and so on. */
  private Object[] entries = new Object[16];

  private int size;

  public int size() {
    return size;
  }

  public String name(int index) {
    return (String) entries[2 * index];
  }

  /** The value at an index: a {@code String} or a {@code List} of them, one for each line. */
  public Object value(int index) {
    return entries[2 * index + 1];
  }

  public @Nullable Object get(String name) {
    int index = indexOf(name);
    return index < 0 ? null : value(index);
  }

  public boolean has(String name) {
    return indexOf(name) >= 0;
  }

  /**
   * Sets a header.
   *
   * @param name in lower case
   * @param value a {@code String} or a {@code List} of them
   */
  public void set(String name, Object value) {
    int index = indexOf(name);
    if (index >= 0) {
      entries[2 * index + 1] = value;
      return;
    }
    int end = 2 * size++;
    if (end == entries.length) {
      entries = Arrays.copyOf(entries, end * 2);
    }
    entries[end] = name;
    entries[end + 1] = value;
  }

  public void remove(String name) {
    int index = indexOf(name);
    if (index < 0) {
      return;
    }
    size--;
    System.arraycopy(entries, 2 * index + 2, entries, 2 * index, 2 * (size - index));
    entries[2 * size + 1] = "";
  }

  public void clear() {
    size = 0;
  }

  /** Returns an independent copy. */
  public ResponseHeaders copy() {
    ResponseHeaders copy = new ResponseHeaders();
    copy.entries = entries.clone();
    copy.size = size;
    return copy;
  }

  public Map<String, Object> toMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < size; i++) {
      map.put(name(i), value(i));
    }
    return map;
  }

  /** The first line of a header, for headers that have one line. */
  public @Nullable String text(String name) {
    Object value = get(name);
    if (value instanceof List<?> lines) {
      return lines.isEmpty() ? null : String.valueOf(lines.get(0));
    }
    return (String) value;
  }

  private int indexOf(String name) {
    for (int i = 0; i < size; i++) {
      if (entries[2 * i].equals(name)) {
        return i;
      }
    }
    return -1;
  }

  /**
   * Whether these ask for chunks. No other {@code transfer-encoding} can be sent: nothing encodes
   * the body that way, and a client would look for its end elsewhere.
   */
  public boolean isChunked() {
    return isChunked(get("transfer-encoding"));
  }

  /** Whether a value of {@code transfer-encoding} is the only one that can be sent. */
  public static boolean isChunked(@Nullable Object value) {
    return value instanceof String text && text.strip().equalsIgnoreCase("chunked");
  }
}
