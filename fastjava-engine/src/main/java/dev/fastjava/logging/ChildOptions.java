package dev.fastjava.logging;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a child logger does otherwise than its parent. Immutable.
 *
 * <p>Reference: Logging.
 */
public final class ChildOptions {
  private static final ChildOptions NONE = new ChildOptions(new Builder());

  /** Holds the values; nobody else has it. */
  private final Builder values;

  private ChildOptions(Builder values) {
    this.values = values;
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
   * Makes options.
   *
   * @param options sets what the child does otherwise
   * @return the options
   */
  public static ChildOptions of(Consumer<Builder> options) {
    return NONE.with(options);
  }

  /**
   * Returns these options with changes.
   *
   * @param changes sets what differs
   * @return new options
   */
  public ChildOptions with(Consumer<Builder> changes) {
    Builder builder = new Builder(values);
    changes.accept(builder);
    return new ChildOptions(new Builder(builder));
  }

  /**
   * Returns the child's own threshold.
   *
   * @return the least level that is logged, or null for the parent's
   */
  public @Nullable LogLevel level() {
    return values.level;
  }

  /**
   * Returns the serializers laid over those of the parent.
   *
   * @return by key, unmodifiable
   */
  public Map<String, LogSerializer> serializers() {
    return Collections.unmodifiableMap(values.serializers);
  }

  /**
   * Returns what takes the place of the parent's redaction.
   *
   * @return the redaction; null to keep the parent's
   */
  public @Nullable Redaction redaction() {
    return values.redaction;
  }

  /**
   * Returns the text put before every message, after the parent's own prefix.
   *
   * @return the text; null for none
   */
  public @Nullable String messagePrefix() {
    return values.messagePrefix;
  }

  /** Collects options. Not thread-safe. */
  public static final class Builder {
    private @Nullable LogLevel level;
    private final Map<String, LogSerializer> serializers = new LinkedHashMap<>();
    private @Nullable Redaction redaction;
    private @Nullable String messagePrefix;

    private Builder() {}

    private Builder(Builder from) {
      level = from.level;
      serializers.putAll(from.serializers);
      redaction = from.redaction;
      messagePrefix = from.messagePrefix;
    }

    /**
     * Sets the child's own threshold.
     *
     * @param level the least level that is logged
     * @return this
     */
    public Builder level(LogLevel level) {
      this.level = Objects.requireNonNull(level, "level");
      return this;
    }

    /**
     * Adds a serializer.
     *
     * @param key the key of the line it is for
     * @param serializer replaces the one for the same key
     * @return this
     */
    public Builder serializer(String key, LogSerializer serializer) {
      serializers.put(
          Objects.requireNonNull(key, "key"), Objects.requireNonNull(serializer, "serializer"));
      return this;
    }

    /**
     * Adds serializers.
     *
     * @param more by key; they replace those for the same keys
     * @return this
     */
    public Builder serializers(Map<String, LogSerializer> more) {
      more.forEach(this::serializer);
      return this;
    }

    /**
     * Sets what is hidden in the lines of the child.
     *
     * @param redaction takes the place of the parent's
     * @return this
     */
    public Builder redact(Redaction redaction) {
      this.redaction = Objects.requireNonNull(redaction, "redaction");
      return this;
    }

    /**
     * Sets a text put before every message of the child.
     *
     * @param messagePrefix follows the prefix of the parent
     * @return this
     */
    public Builder messagePrefix(String messagePrefix) {
      this.messagePrefix = Objects.requireNonNull(messagePrefix, "messagePrefix");
      return this;
    }
  }
}
