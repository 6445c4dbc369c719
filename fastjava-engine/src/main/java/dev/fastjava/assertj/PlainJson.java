package dev.fastjava.assertj;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** JSON as plain Java values: maps, lists, texts, numbers, booleans, null. */
final class PlainJson {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private PlainJson() {}

  /** Reads the JSON a test expects. */
  static @Nullable Object read(String json) {
    try {
      return MAPPER.readValue(json, Object.class);
    } catch (JacksonException e) {
      throw new IllegalArgumentException(
          "The expected value is not JSON: " + e.getOriginalMessage() + ": " + json, e);
    }
  }

  /** Turns any value into plain ones. */
  static @Nullable Object of(@Nullable Object value) {
    return value == null ? null : MAPPER.convertValue(value, Object.class);
  }

  static <T> T bind(@Nullable Object value, Class<T> type) {
    return MAPPER.convertValue(value, type);
  }

  static String write(@Nullable Object value) {
    return MAPPER.writeValueAsString(value);
  }
}
