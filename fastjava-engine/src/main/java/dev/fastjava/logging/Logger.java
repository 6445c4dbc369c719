package dev.fastjava.logging;

import dev.fastjava.mark.ForImplementation;
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
 * <p>Placeholders: {@code %s} text (JSON for maps and collections), {@code %d} and {@code %f}
 * number, {@code %i} integer, {@code %o}, {@code %O} and {@code %j} JSON, {@code %%} a percent
 * sign. A text without values is taken as it is.
 *
 * <p>A level that is off costs reading one field. A call never throws: a value that cannot be
 * written is replaced by a note. No value, whatever characters it holds, can end a line or begin
 * another. Loggers may be used by any thread.
 *
 * <p>A logger of one's own implements the four methods without a body.
 */
@ForImplementation
public interface Logger extends LevelMethods {
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
   * <pre>{@code Logger log = Logger.create(o -> o.level(LogLevel.DEBUG).file(Path.of("app.log")));}
   * </pre>
   *
   * @param options sets what differs from the defaults
   * @return a logger that owns the destination; {@link #close()} ends it
   * @throws IllegalArgumentException when the options contradict each other
   * @throws java.io.UncheckedIOException when the log file cannot be opened
   */
  static Logger create(Consumer<LoggerOptions.Builder> options) {
    return create(LoggerOptions.of(options));
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
   * Tells whether a line would be written.
   *
   * @param level the level of the line
   * @return true when it is at least the threshold
   */
  @Override
  default boolean isLevelEnabled(LogLevel level) {
    return level.number() >= level().number() && level != LogLevel.SILENT;
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
   * Makes a logger whose lines carry more fields. The bindings are serialised once, now.
   *
   * @param bindings fields of every line of the child
   * @param options sets what the child does otherwise than this logger
   * @return a new logger
   */
  default Logger child(Map<String, ?> bindings, Consumer<ChildOptions.Builder> options) {
    return child(bindings, ChildOptions.of(options));
  }

  /**
   * Returns the fields that every line of the logger carries, as lines have them: after serializers
   * and redaction. Those of the process, which lines have by default, are not among them.
   *
   * @return names and values; a copy; empty when the logger has none or does not know them
   */
  default Map<String, @Nullable Object> bindings() {
    return Map.of();
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
}
