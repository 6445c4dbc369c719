package dev.fastjava.logging;

import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a logger made by {@link Logger#create(LoggerOptions)} does: level, form, destination and the
 * rest. Immutable. Reference: Logging, Passing Logger Options.
 *
 * <p>Defaults: level {@code info}, JSON lines with {@code level}, {@code time}, {@code pid} and
 * {@code hostname}, written to the standard output by a background thread.
 */
public final class LoggerOptions {
  /** The bytes that may wait to be written unless told otherwise: 8 MiB. */
  public static final long DEFAULT_QUEUE_CAPACITY = 8L << 20;

  private static final LoggerOptions DEFAULTS = new LoggerOptions(new Builder());

  private final Builder values;

  private LoggerOptions(Builder values) {
    this.values = values;
  }

  /**
   * Returns the defaults.
   *
   * @return the shared instance
   */
  public static LoggerOptions defaults() {
    return DEFAULTS;
  }

  /**
   * Makes options.
   *
   * @param options sets them; the others have their defaults
   * @return the options
   */
  public static LoggerOptions of(Consumer<Builder> options) {
    return DEFAULTS.with(options);
  }

  /**
   * Returns these options with changes.
   *
   * @param changes sets what differs
   * @return new options
   */
  public LoggerOptions with(Consumer<Builder> changes) {
    Builder builder = new Builder(values);
    changes.accept(builder);
    return new LoggerOptions(new Builder(builder));
  }

  /**
   * Adds serializers for those keys that have none yet.
   *
   * @param defaults by key
   * @return a copy with these serializers below its own
   */
  public LoggerOptions withDefaultSerializers(Map<String, LogSerializer> defaults) {
    return with(o -> defaults.forEach(o.serializers::putIfAbsent));
  }

  /**
   * Returns the threshold.
   *
   * @return the least level that is logged
   */
  public LogLevel level() {
    return values.level;
  }

  /**
   * Returns the serializers given, without the standard one for errors.
   *
   * @return by key, immutable
   */
  public Map<String, LogSerializer> serializers() {
    return Collections.unmodifiableMap(values.serializers);
  }

  /**
   * Returns what is hidden.
   *
   * @return the redaction, or null for none
   */
  public @Nullable Redaction redaction() {
    return values.redaction;
  }

  /**
   * Returns the stream that lines are written to.
   *
   * @return the stream, or null when none was given
   */
  public @Nullable OutputStream stream() {
    return values.stream;
  }

  /**
   * Returns the file that lines are appended to.
   *
   * @return the file, or null when none was given
   */
  public @Nullable Path file() {
    return values.file;
  }

  /**
   * Returns whether the thread that logs writes the line itself.
   *
   * @return true for no background thread
   */
  public boolean synchronous() {
    return values.synchronous;
  }

  /**
   * Returns how much may wait to be written.
   *
   * @return bytes
   */
  public long queueCapacity() {
    return values.queueCapacity;
  }

  /**
   * Returns the form of the lines.
   *
   * @return JSON by default
   */
  public LogFormat format() {
    return values.format;
  }

  /**
   * Returns whether pretty lines have colours.
   *
   * @return null to have them on a terminal only
   */
  public @Nullable Boolean colored() {
    return values.colored;
  }

  /**
   * Returns how the time is written.
   *
   * @return milliseconds by default
   */
  public LogTimestamp timestamp() {
    return values.timestamp;
  }

  /**
   * Returns whether JSON lines carry the name of the level instead of its number.
   *
   * @return false by default
   */
  public boolean levelLabels() {
    return values.levelLabels;
  }

  /**
   * Returns the fields of every line.
   *
   * @return the fields, or null for {@code pid} and {@code hostname}
   */
  public @Nullable Map<String, @Nullable Object> base() {
    return values.base;
  }

  /**
   * Returns the key of the message.
   *
   * @return {@code msg} by default
   */
  public String messageKey() {
    return values.messageKey;
  }

  /**
   * Returns the text put before every message.
   *
   * @return empty by default
   */
  public String messagePrefix() {
    return values.messagePrefix;
  }

  /** Collects options. Not thread-safe. */
  public static final class Builder {
    private LogLevel level = LogLevel.INFO;
    private final Map<String, LogSerializer> serializers = new LinkedHashMap<>();
    private @Nullable Redaction redaction;
    private @Nullable OutputStream stream;
    private @Nullable Path file;
    private boolean synchronous;
    private long queueCapacity = DEFAULT_QUEUE_CAPACITY;
    private LogFormat format = LogFormat.JSON;
    private @Nullable Boolean colored;
    private LogTimestamp timestamp = LogTimestamp.EPOCH_MILLIS;
    private boolean levelLabels;
    private @Nullable Map<String, @Nullable Object> base;
    private String messageKey = "msg";
    private String messagePrefix = "";

    private Builder() {}

    private Builder(Builder from) {
      level = from.level;
      serializers.putAll(from.serializers);
      redaction = from.redaction;
      stream = from.stream;
      file = from.file;
      synchronous = from.synchronous;
      queueCapacity = from.queueCapacity;
      format = from.format;
      colored = from.colored;
      timestamp = from.timestamp;
      levelLabels = from.levelLabels;
      base = from.base;
      messageKey = from.messageKey;
      messagePrefix = from.messagePrefix;
    }

    /**
     * Sets the threshold. Default: info.
     *
     * @param level the least level that is logged
     * @return this builder
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
     * @return this builder
     */
    public Builder serializer(String key, LogSerializer serializer) {
      serializers.put(key, serializer);
      return this;
    }

    /**
     * Adds serializers.
     *
     * @param more by key; they replace those for the same keys
     * @return this builder
     */
    public Builder serializers(Map<String, LogSerializer> more) {
      Objects.requireNonNull(more, "serializers");
      serializers.putAll(more);
      return this;
    }

    /**
     * Hides values behind {@code [Redacted]}.
     *
     * @param paths see {@link Redaction}
     * @return this builder
     * @throws IllegalArgumentException when a path is malformed
     */
    public Builder redact(String... paths) {
      return redact(Redaction.of(paths));
    }

    /**
     * Hides values.
     *
     * @param redaction which, and what is written instead
     * @return this builder
     */
    public Builder redact(Redaction redaction) {
      this.redaction = Objects.requireNonNull(redaction, "redact");
      return this;
    }

    /**
     * Writes lines to a stream. It is flushed but never closed by the logger. Not together with
     * {@link #file}.
     *
     * @param stream gets whole lines, several at once under load
     * @return this builder
     */
    public Builder stream(OutputStream stream) {
      this.stream = Objects.requireNonNull(stream, "stream");
      return this;
    }

    /**
     * Appends lines to a file, which is created when it is missing; its directory must exist. Not
     * together with {@link #stream}.
     *
     * @param file the file
     * @return this builder
     */
    public Builder file(Path file) {
      this.file = Objects.requireNonNull(file, "file");
      return this;
    }

    /**
     * Makes the thread that logs write the line itself, before the call returns. Default: false, a
     * background thread writes.
     *
     * @param synchronous true to write at once; meant for tests and short programs
     * @return this builder
     */
    public Builder synchronous(boolean synchronous) {
      this.synchronous = synchronous;
      return this;
    }

    /**
     * Sets how much may wait for the background thread. Lines beyond it are dropped, and counted in
     * a line of their own, so that a slow disk cannot stop the server. Default: 8 MiB.
     *
     * @param bytes at least 1
     * @return this builder
     * @throws IllegalArgumentException when it is less
     */
    public Builder queueCapacity(long bytes) {
      if (bytes < 1) {
        throw new IllegalArgumentException("queueCapacity must be at least 1, got " + bytes);
      }
      this.queueCapacity = bytes;
      return this;
    }

    /**
     * Sets the form of the lines. Default: JSON.
     *
     * @param format the form
     * @return this builder
     */
    public Builder format(LogFormat format) {
      this.format = Objects.requireNonNull(format, "format");
      return this;
    }

    /**
     * Sets whether pretty lines have colours. Default: only when they go to a terminal.
     *
     * @param colored true or false for always or never
     * @return this builder
     */
    public Builder colored(boolean colored) {
      this.colored = colored;
      return this;
    }

    /**
     * Sets how the time of JSON lines is written. Default: milliseconds since 1970.
     *
     * @param timestamp the form of the time
     * @return this builder
     */
    public Builder timestamp(LogTimestamp timestamp) {
      this.timestamp = Objects.requireNonNull(timestamp, "timestamp");
      return this;
    }

    /**
     * Writes the name of the level into JSON lines instead of its number. Default: false.
     *
     * @param levelLabels true for names
     * @return this builder
     */
    public Builder levelLabels(boolean levelLabels) {
      this.levelLabels = levelLabels;
      return this;
    }

    /**
     * Sets the fields of every line. Default: {@code pid} and {@code hostname} in JSON lines, none
     * in pretty ones.
     *
     * @param base takes their place; may be empty
     * @return this builder
     */
    public Builder base(Map<String, ? extends @Nullable Object> base) {
      Objects.requireNonNull(base, "base");
      this.base = Collections.unmodifiableMap(new LinkedHashMap<>(base));
      return this;
    }

    /**
     * Sets the key of the message. Default: {@code msg}.
     *
     * @param messageKey the key
     * @return this builder
     */
    public Builder messageKey(String messageKey) {
      this.messageKey = Objects.requireNonNull(messageKey, "messageKey");
      return this;
    }

    /**
     * Sets a text put before every message. Default: none.
     *
     * @param messagePrefix the text
     * @return this builder
     */
    public Builder messagePrefix(String messagePrefix) {
      this.messagePrefix = Objects.requireNonNull(messagePrefix, "messagePrefix");
      return this;
    }
  }
}
