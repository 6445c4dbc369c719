package dev.fastjava.schema;

import org.jspecify.annotations.Nullable;

/**
 * Writes values as text in UTF-8, JSON as a rule. Instances are immutable and thread-safe.
 *
 * <p>A serializer that already makes a text is a lambda: {@code (value, out) ->
 * out.writeText(toText(value))}.
 *
 * <p>Synchronous only: the bytes are there when it returns. What has to be waited for belongs into
 * a preSerialization or onSend hook, which may return a stage.
 */
@FunctionalInterface
public interface Serializer {
  /**
   * Writes one value.
   *
   * @param value what to write
   * @param out takes the bytes
   * @throws Exception when the value cannot be written; the reply then becomes an error
   */
  void serialize(@Nullable Object value, Utf8Output out) throws Exception;
}
