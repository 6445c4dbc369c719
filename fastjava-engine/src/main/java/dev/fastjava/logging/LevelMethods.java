package dev.fastjava.logging;

import dev.fastjava.mark.ProvidedByEngine;
import java.util.Collections;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The methods that log, the same ones for every level. {@link Logger} tells how they are used. */
@ProvidedByEngine
public interface LevelMethods {
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
  boolean isLevelEnabled(LogLevel level);

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
