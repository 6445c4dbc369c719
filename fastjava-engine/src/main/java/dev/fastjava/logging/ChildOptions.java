package dev.fastjava.logging;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a child logger does otherwise than its parent. Immutable; the methods that begin with {@code
 * with} return a changed copy.
 *
 * @param level the child's own threshold, or null for the parent's
 * @param serializers serializers laid over those of the parent, by key
 * @param redaction takes the place of the parent's redaction; null to keep that
 * @param messagePrefix text put before every message, after the parent's own prefix; null for none
 */
public record ChildOptions(
    @Nullable LogLevel level,
    Map<String, LogSerializer> serializers,
    @Nullable Redaction redaction,
    @Nullable String messagePrefix) {

  private static final ChildOptions NONE = new ChildOptions(null, Map.of(), null, null);

  /**
   * Copies the serializers.
   *
   * @param level the child's own threshold, or null for the parent's
   * @param serializers serializers laid over those of the parent, by key
   * @param redaction takes the place of the parent's redaction; null to keep that
   * @param messagePrefix text put before every message, after the parent's own prefix; null for
   *     none
   */
  public ChildOptions {
    serializers = Map.copyOf(serializers);
  }

  /**
   * Returns options that change nothing.
   *
   * @return the shared instance
   */
  public static ChildOptions none() {
    return NONE;
  }

  /**
   * Sets the child's own threshold.
   *
   * @param level the least level that is logged
   * @return a copy with this level
   */
  public ChildOptions withLevel(LogLevel level) {
    return new ChildOptions(level, serializers, redaction, messagePrefix);
  }

  /**
   * Sets the child's own threshold by name.
   *
   * @param level the name of a level, for example {@code "warn"}
   * @return a copy with this level
   * @throws IllegalArgumentException when no level has this name
   */
  public ChildOptions withLevel(String level) {
    return withLevel(LogLevel.of(level));
  }

  /**
   * Adds a serializer.
   *
   * @param key the key of the line it is for
   * @param serializer replaces the one for the same key
   * @return a copy with this serializer
   */
  public ChildOptions withSerializer(String key, LogSerializer serializer) {
    Map<String, LogSerializer> merged = new LinkedHashMap<>(serializers);
    merged.put(key, serializer);
    return new ChildOptions(level, merged, redaction, messagePrefix);
  }

  /**
   * Adds serializers.
   *
   * @param more by key; they replace those for the same keys
   * @return a copy with these serializers
   */
  public ChildOptions withSerializers(Map<String, LogSerializer> more) {
    Map<String, LogSerializer> merged = new LinkedHashMap<>(serializers);
    merged.putAll(more);
    return new ChildOptions(level, merged, redaction, messagePrefix);
  }

  /**
   * Sets what is hidden in the lines of the child.
   *
   * @param redaction takes the place of the parent's
   * @return a copy with this redaction
   */
  public ChildOptions withRedaction(Redaction redaction) {
    return new ChildOptions(level, serializers, redaction, messagePrefix);
  }

  /**
   * Sets a text put before every message of the child.
   *
   * @param messagePrefix follows the prefix of the parent
   * @return a copy with this prefix
   */
  public ChildOptions withMessagePrefix(String messagePrefix) {
    return new ChildOptions(level, serializers, redaction, messagePrefix);
  }
}
