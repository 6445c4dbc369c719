package dev.fastjava.logging;

import java.util.Collections;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes log lines: a level, a message, and fields. Reference: Logging.
 *
 * <p>Every level has the same methods. They take a text, a text with values, fields with an
 * optional text, or an error with an optional text:
 *
 * <pre>{@code
 * log.info("ready");
 * log.info("took %d ms for %s", 12, name);
 * log.warn(Map.of("order", 7), "out of stock");
 * log.error(exception);                    // err: {type, message, stack}, msg: its message
 * }</pre>
 *
 * <p>Placeholders: {@code %s} text, {@code %d} and {@code %f} number, {@code %i} integer, {@code
 * %o}, {@code %O} and {@code %j} JSON, {@code %%} a percent sign. A text without values is taken as
 * it is.
 *
 * <p>A level that is off costs reading one field. A call never throws: a value that cannot be
 * written is replaced by a note. No value, whatever characters it holds, can end a line or begin
 * another. Loggers may be used by any thread.
 *
 * <p>A logger of one's own implements the four methods without a body.
 */
public interface Logger {
  /**
   * Makes a logger that writes lines.
   *
   * @param options level, form, destination and more
   * @return a logger that owns the destination; {@link #close()} ends it
   * @throws IllegalArgumentException when the options contradict each other
   * @throws java.io.UncheckedIOException when the log file cannot be opened
   */
  static Logger create(LoggerOptions options) {
    return LineLogger.create(options);
  }

  /**
   * Makes a logger that writes lines.
   *
   * <pre>{@code Logger log = Logger.create(o -> o.level("debug").file(Path.of("app.log")));}</pre>
   *
   * @param options sets what differs from the defaults
   * @return a logger that owns the destination; {@link #close()} ends it
   * @throws IllegalArgumentException when the options contradict each other
   * @throws java.io.UncheckedIOException when the log file cannot be opened
   */
  static Logger create(Consumer<LoggerOptions.Builder> options) {
    LoggerOptions.Builder builder = LoggerOptions.builder();
    options.accept(builder);
    return create(builder.build());
  }

  /**
   * Returns the logger that does nothing; so do its children.
   *
   * @return the shared instance
   */
  static Logger silent() {
    return SilentLogger.INSTANCE;
  }

  /**
   * Makes a logger that hands its lines to SLF4J: fields and bindings as key-value pairs, the error
   * as the throwable. SLF4J decides what is enabled; a level set here can only raise that
   * threshold.
   *
   * @param target the logger to hand lines to
   * @return a new logger
   */
  static Logger slf4j(org.slf4j.Logger target) {
    return Slf4jLogger.over(target);
  }

  /**
   * Returns the threshold.
   *
   * @return the least level that is logged
   */
  LogLevel level();

  /**
   * Changes the threshold of this logger, and of those children that have no level of their own.
   *
   * @param level the least level that is logged from now on
   */
  void setLevel(LogLevel level);

  /**
   * Makes a logger whose lines carry more fields. The bindings are serialised once, now.
   *
   * @param bindings fields of every line of the child
   * @param options what the child does otherwise than this logger
   * @return a new logger
   */
  Logger child(Map<String, ?> bindings, ChildOptions options);

  /**
   * Logs a line; all other methods that log end here. Nothing happens below the threshold.
   *
   * @param level the level of the line, not {@link LogLevel#SILENT}
   * @param fields keys of the line, in order; may be empty
   * @param format the text with placeholders, or null: then the message of the error under {@code
   *     err}, if there is one
   * @param args values for the placeholders
   */
  void log(
      LogLevel level, Map<String, ?> fields, @Nullable String format, @Nullable Object... args);

  /**
   * Tells whether a line would be written.
   *
   * @param level the level of the line
   * @return true when it is at least the threshold
   */
  default boolean isLevelEnabled(LogLevel level) {
    return level.number() >= level().number() && level != LogLevel.SILENT;
  }

  /**
   * Tells whether a line would be written.
   *
   * @param level the name of a level
   * @return true when it is at least the threshold
   * @throws IllegalArgumentException when no level has this name
   */
  default boolean isLevelEnabled(String level) {
    return isLevelEnabled(LogLevel.of(level));
  }

  /**
   * Changes the threshold, see {@link #setLevel(LogLevel)}.
   *
   * @param level the name of a level
   * @throws IllegalArgumentException when no level has this name
   */
  default void setLevel(String level) {
    setLevel(LogLevel.of(level));
  }

  /**
   * Makes a logger whose lines carry more fields.
   *
   * @param bindings fields of every line of the child
   * @return a new logger
   */
  default Logger child(Map<String, ?> bindings) {
    return child(bindings, ChildOptions.none());
  }

  /**
   * Returns the serializers in force.
   *
   * @return by key; empty when the logger has none
   */
  default Map<String, LogSerializer> serializers() {
    return Map.of();
  }

  /** Waits until the lines logged so far are written, a few seconds at most. */
  default void flush() {}

  /**
   * Flushes and ends the destination. Lines logged afterwards are lost. A server closes the logger
   * it created from options, and leaves one that was given to it open.
   */
  default void close() {}

  /**
   * Logs the finest detail.
   *
   * @param message the text, taken as it is
   */
  default void trace(@Nullable String message) {
    if (isLevelEnabled(LogLevel.TRACE)) {
      log(LogLevel.TRACE, Map.of(), message);
    }
  }

  /**
   * Logs the finest detail.
   *
   * @param format the text, with placeholders as described in {@link Logger}
   * @param args values for the placeholders
   */
  default void trace(@Nullable String format, @Nullable Object... args) {
    if (isLevelEnabled(LogLevel.TRACE)) {
      log(LogLevel.TRACE, Map.of(), format, args);
    }
  }

  /**
   * Logs the finest detail.
   *
   * @param fields keys of the line
   */
  default void trace(Map<String, ?> fields) {
    if (isLevelEnabled(LogLevel.TRACE)) {
      log(LogLevel.TRACE, fields, null);
    }
  }

  /**
   * Logs the finest detail.
   *
   * @param fields keys of the line
   * @param format the text, with placeholders as described in {@link Logger}
   * @param args values for the placeholders
   */
  default void trace(Map<String, ?> fields, @Nullable String format, @Nullable Object... args) {
    if (isLevelEnabled(LogLevel.TRACE)) {
      log(LogLevel.TRACE, fields, format, args);
    }
  }

  /**
   * Logs the finest detail.
   *
   * @param error logged under {@code err}; its message is that of the line
   */
  default void trace(Throwable error) {
    if (isLevelEnabled(LogLevel.TRACE)) {
      log(LogLevel.TRACE, Collections.singletonMap(LogSerializers.ERROR, error), null);
    }
  }

  /**
   * Logs the finest detail.
   *
   * @param error logged under {@code err}
   * @param format the text, with placeholders as described in {@link Logger}
   * @param args values for the placeholders
   */
  default void trace(Throwable error, @Nullable String format, @Nullable Object... args) {
    if (isLevelEnabled(LogLevel.TRACE)) {
      log(LogLevel.TRACE, Collections.singletonMap(LogSerializers.ERROR, error), format, args);
    }
  }

  /**
   * Logs detail for those who look for a fault.
   *
   * @param message the text, taken as it is
   */
  default void debug(@Nullable String message) {
    if (isLevelEnabled(LogLevel.DEBUG)) {
      log(LogLevel.DEBUG, Map.of(), message);
    }
  }

  /**
   * Logs detail for those who look for a fault.
   *
   * @param format the text, with placeholders as described in {@link Logger}
   * @param args values for the placeholders
   */
  default void debug(@Nullable String format, @Nullable Object... args) {
    if (isLevelEnabled(LogLevel.DEBUG)) {
      log(LogLevel.DEBUG, Map.of(), format, args);
    }
  }

  /**
   * Logs detail for those who look for a fault.
   *
   * @param fields keys of the line
   */
  default void debug(Map<String, ?> fields) {
    if (isLevelEnabled(LogLevel.DEBUG)) {
      log(LogLevel.DEBUG, fields, null);
    }
  }

  /**
   * Logs detail for those who look for a fault.
   *
   * @param fields keys of the line
   * @param format the text, with placeholders as described in {@link Logger}
   * @param args values for the placeholders
   */
  default void debug(Map<String, ?> fields, @Nullable String format, @Nullable Object... args) {
    if (isLevelEnabled(LogLevel.DEBUG)) {
      log(LogLevel.DEBUG, fields, format, args);
    }
  }

  /**
   * Logs detail for those who look for a fault.
   *
   * @param error logged under {@code err}; its message is that of the line
   */
  default void debug(Throwable error) {
    if (isLevelEnabled(LogLevel.DEBUG)) {
      log(LogLevel.DEBUG, Collections.singletonMap(LogSerializers.ERROR, error), null);
    }
  }

  /**
   * Logs detail for those who look for a fault.
   *
   * @param error logged under {@code err}
   * @param format the text, with placeholders as described in {@link Logger}
   * @param args values for the placeholders
   */
  default void debug(Throwable error, @Nullable String format, @Nullable Object... args) {
    if (isLevelEnabled(LogLevel.DEBUG)) {
      log(LogLevel.DEBUG, Collections.singletonMap(LogSerializers.ERROR, error), format, args);
    }
  }

  /**
   * Logs what normally happens.
   *
   * @param message the text, taken as it is
   */
  default void info(@Nullable String message) {
    if (isLevelEnabled(LogLevel.INFO)) {
      log(LogLevel.INFO, Map.of(), message);
    }
  }

  /**
   * Logs what normally happens.
   *
   * @param format the text, with placeholders as described in {@link Logger}
   * @param args values for the placeholders
   */
  default void info(@Nullable String format, @Nullable Object... args) {
    if (isLevelEnabled(LogLevel.INFO)) {
      log(LogLevel.INFO, Map.of(), format, args);
    }
  }

  /**
   * Logs what normally happens.
   *
   * @param fields keys of the line
   */
  default void info(Map<String, ?> fields) {
    if (isLevelEnabled(LogLevel.INFO)) {
      log(LogLevel.INFO, fields, null);
    }
  }

  /**
   * Logs what normally happens.
   *
   * @param fields keys of the line
   * @param format the text, with placeholders as described in {@link Logger}
   * @param args values for the placeholders
   */
  default void info(Map<String, ?> fields, @Nullable String format, @Nullable Object... args) {
    if (isLevelEnabled(LogLevel.INFO)) {
      log(LogLevel.INFO, fields, format, args);
    }
  }

  /**
   * Logs what normally happens.
   *
   * @param error logged under {@code err}; its message is that of the line
   */
  default void info(Throwable error) {
    if (isLevelEnabled(LogLevel.INFO)) {
      log(LogLevel.INFO, Collections.singletonMap(LogSerializers.ERROR, error), null);
    }
  }

  /**
   * Logs what normally happens.
   *
   * @param error logged under {@code err}
   * @param format the text, with placeholders as described in {@link Logger}
   * @param args values for the placeholders
   */
  default void info(Throwable error, @Nullable String format, @Nullable Object... args) {
    if (isLevelEnabled(LogLevel.INFO)) {
      log(LogLevel.INFO, Collections.singletonMap(LogSerializers.ERROR, error), format, args);
    }
  }

  /**
   * Logs something unexpected that did no harm yet.
   *
   * @param message the text, taken as it is
   */
  default void warn(@Nullable String message) {
    if (isLevelEnabled(LogLevel.WARN)) {
      log(LogLevel.WARN, Map.of(), message);
    }
  }

  /**
   * Logs something unexpected that did no harm yet.
   *
   * @param format the text, with placeholders as described in {@link Logger}
   * @param args values for the placeholders
   */
  default void warn(@Nullable String format, @Nullable Object... args) {
    if (isLevelEnabled(LogLevel.WARN)) {
      log(LogLevel.WARN, Map.of(), format, args);
    }
  }

  /**
   * Logs something unexpected that did no harm yet.
   *
   * @param fields keys of the line
   */
  default void warn(Map<String, ?> fields) {
    if (isLevelEnabled(LogLevel.WARN)) {
      log(LogLevel.WARN, fields, null);
    }
  }

  /**
   * Logs something unexpected that did no harm yet.
   *
   * @param fields keys of the line
   * @param format the text, with placeholders as described in {@link Logger}
   * @param args values for the placeholders
   */
  default void warn(Map<String, ?> fields, @Nullable String format, @Nullable Object... args) {
    if (isLevelEnabled(LogLevel.WARN)) {
      log(LogLevel.WARN, fields, format, args);
    }
  }

  /**
   * Logs something unexpected that did no harm yet.
   *
   * @param error logged under {@code err}; its message is that of the line
   */
  default void warn(Throwable error) {
    if (isLevelEnabled(LogLevel.WARN)) {
      log(LogLevel.WARN, Collections.singletonMap(LogSerializers.ERROR, error), null);
    }
  }

  /**
   * Logs something unexpected that did no harm yet.
   *
   * @param error logged under {@code err}
   * @param format the text, with placeholders as described in {@link Logger}
   * @param args values for the placeholders
   */
  default void warn(Throwable error, @Nullable String format, @Nullable Object... args) {
    if (isLevelEnabled(LogLevel.WARN)) {
      log(LogLevel.WARN, Collections.singletonMap(LogSerializers.ERROR, error), format, args);
    }
  }

  /**
   * Logs that something failed.
   *
   * @param message the text, taken as it is
   */
  default void error(@Nullable String message) {
    if (isLevelEnabled(LogLevel.ERROR)) {
      log(LogLevel.ERROR, Map.of(), message);
    }
  }

  /**
   * Logs that something failed.
   *
   * @param format the text, with placeholders as described in {@link Logger}
   * @param args values for the placeholders
   */
  default void error(@Nullable String format, @Nullable Object... args) {
    if (isLevelEnabled(LogLevel.ERROR)) {
      log(LogLevel.ERROR, Map.of(), format, args);
    }
  }

  /**
   * Logs that something failed.
   *
   * @param fields keys of the line
   */
  default void error(Map<String, ?> fields) {
    if (isLevelEnabled(LogLevel.ERROR)) {
      log(LogLevel.ERROR, fields, null);
    }
  }

  /**
   * Logs that something failed.
   *
   * @param fields keys of the line
   * @param format the text, with placeholders as described in {@link Logger}
   * @param args values for the placeholders
   */
  default void error(Map<String, ?> fields, @Nullable String format, @Nullable Object... args) {
    if (isLevelEnabled(LogLevel.ERROR)) {
      log(LogLevel.ERROR, fields, format, args);
    }
  }

  /**
   * Logs that something failed.
   *
   * @param error logged under {@code err}; its message is that of the line
   */
  default void error(Throwable error) {
    if (isLevelEnabled(LogLevel.ERROR)) {
      log(LogLevel.ERROR, Collections.singletonMap(LogSerializers.ERROR, error), null);
    }
  }

  /**
   * Logs that something failed.
   *
   * @param error logged under {@code err}
   * @param format the text, with placeholders as described in {@link Logger}
   * @param args values for the placeholders
   */
  default void error(Throwable error, @Nullable String format, @Nullable Object... args) {
    if (isLevelEnabled(LogLevel.ERROR)) {
      log(LogLevel.ERROR, Collections.singletonMap(LogSerializers.ERROR, error), format, args);
    }
  }

  /**
   * Logs that the process cannot go on as it should, and waits until the line is written.
   *
   * @param message the text, taken as it is
   */
  default void fatal(@Nullable String message) {
    if (isLevelEnabled(LogLevel.FATAL)) {
      log(LogLevel.FATAL, Map.of(), message);
    }
  }

  /**
   * Logs that the process cannot go on as it should, and waits until the line is written.
   *
   * @param format the text, with placeholders as described in {@link Logger}
   * @param args values for the placeholders
   */
  default void fatal(@Nullable String format, @Nullable Object... args) {
    if (isLevelEnabled(LogLevel.FATAL)) {
      log(LogLevel.FATAL, Map.of(), format, args);
    }
  }

  /**
   * Logs that the process cannot go on as it should, and waits until the line is written.
   *
   * @param fields keys of the line
   */
  default void fatal(Map<String, ?> fields) {
    if (isLevelEnabled(LogLevel.FATAL)) {
      log(LogLevel.FATAL, fields, null);
    }
  }

  /**
   * Logs that the process cannot go on as it should, and waits until the line is written.
   *
   * @param fields keys of the line
   * @param format the text, with placeholders as described in {@link Logger}
   * @param args values for the placeholders
   */
  default void fatal(Map<String, ?> fields, @Nullable String format, @Nullable Object... args) {
    if (isLevelEnabled(LogLevel.FATAL)) {
      log(LogLevel.FATAL, fields, format, args);
    }
  }

  /**
   * Logs that the process cannot go on as it should, and waits until the line is written.
   *
   * @param error logged under {@code err}; its message is that of the line
   */
  default void fatal(Throwable error) {
    if (isLevelEnabled(LogLevel.FATAL)) {
      log(LogLevel.FATAL, Collections.singletonMap(LogSerializers.ERROR, error), null);
    }
  }

  /**
   * Logs that the process cannot go on as it should, and waits until the line is written.
   *
   * @param error logged under {@code err}
   * @param format the text, with placeholders as described in {@link Logger}
   * @param args values for the placeholders
   */
  default void fatal(Throwable error, @Nullable String format, @Nullable Object... args) {
    if (isLevelEnabled(LogLevel.FATAL)) {
      log(LogLevel.FATAL, Collections.singletonMap(LogSerializers.ERROR, error), format, args);
    }
  }
}
