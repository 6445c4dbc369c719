package dev.fastjava.spring.boot.logging;

import dev.fastjava.logging.LogLevel;
import dev.fastjava.logging.LogSerializers;
import dev.fastjava.logging.Logger;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes lines about errors readable where log lines are for people. Errors that are no failures of
 * the server, those of bad requests, are told in one line: a stack trace of every 4xx would hide
 * all others. With the level debug they have it all the same. What the server notes about an error,
 * such as the route whose reply cannot be written and what mends it, is told in the line itself.
 */
public final class ErrorLines extends ForwardingLogger {
  private static final String NOTE = "note";

  private ErrorLines(Logger target) {
    super(target);
  }

  /**
   * Makes a logger of readable lines.
   *
   * @param target takes the lines
   * @return a logger
   */
  public static Logger of(Logger target) {
    return new ErrorLines(target);
  }

  @Override
  Logger like(Logger child) {
    return new ErrorLines(child);
  }

  @Override
  @SuppressWarnings("NullAway") // the values are handed on as they came
  public void log(
      LogLevel level, Map<String, ?> fields, @Nullable String format, @Nullable Object... args) {
    super.log(
        level,
        fields.get(LogSerializers.ERROR) instanceof Throwable error
            ? readable(level, fields, error)
            : fields,
        format,
        args);
  }

  private Map<String, ?> readable(LogLevel level, Map<String, ?> fields, Throwable error) {
    boolean isBrief = level.number() < LogLevel.WARN.number() && !isLevelEnabled(LogLevel.DEBUG);
    Map<String, @Nullable Object> readable = new LinkedHashMap<>(fields);
    for (Throwable note : error.getSuppressed()) {
      // Notes have no stack trace of their own; errors have.
      if (note.getStackTrace().length == 0) {
        readable.put(NOTE, note.getMessage());
      }
    }
    if (isBrief) {
      readable.put(LogSerializers.ERROR, withoutStack(error));
    }
    return readable;
  }

  private static @Nullable Object withoutStack(Throwable error) {
    try {
      Object described = LogSerializers.error().serialize(error);
      if (described instanceof Map<?, ?> members) {
        Map<Object, @Nullable Object> brief = new LinkedHashMap<>(members);
        brief.remove("stack");
        return brief;
      }
      return described;
    } catch (Exception unwritable) {
      // The target knows what to do with such errors.
      return error;
    }
  }
}
