package dev.fastjava.logging;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.MarkerFactory;
import org.slf4j.event.Level;
import org.slf4j.spi.CallerBoundaryAware;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * Hands lines to SLF4J. Bindings and fields become key-value pairs after serializers and redaction;
 * an error under {@code err} becomes the throwable, or an {@link OneLineThrowable} of it. The
 * diagnostic context (MDC) is left alone.
 *
 * <p>SLF4J has no level above error: fatal lines are errors with the marker {@code FATAL}.
 */
final class Slf4jLogger implements Logger {
  private static final Marker FATAL = MarkerFactory.getMarker("FATAL");

  private final org.slf4j.Logger target;
  private final Map<String, @Nullable Object> bindings;
  private final LoggerState state;

  private Slf4jLogger(
      org.slf4j.Logger target, Map<String, @Nullable Object> bindings, LoggerState state) {
    this.target = target;
    this.bindings = bindings;
    this.state = state;
  }

  static Slf4jLogger over(org.slf4j.Logger target) {
    return new Slf4jLogger(
        target,
        Map.of(),
        new LoggerState(FieldRules.NONE, "", new Threshold(LogLevel.TRACE), false));
  }

  @Override
  public LogLevel level() {
    for (LogLevel level : LogLevel.values()) {
      if (isLevelEnabled(level)) {
        return level;
      }
    }
    return LogLevel.SILENT;
  }

  @Override
  public void setLevel(LogLevel level) {
    state.setLevel(level);
  }

  @Override
  public boolean isLevelEnabled(LogLevel level) {
    return state.admits(level)
        && switch (level) {
          case TRACE -> target.isTraceEnabled();
          case DEBUG -> target.isDebugEnabled();
          case INFO -> target.isInfoEnabled();
          case WARN -> target.isWarnEnabled();
          case ERROR, FATAL -> target.isErrorEnabled();
          case SILENT -> false;
        };
  }

  @Override
  public Map<String, LogSerializer> serializers() {
    return state.rules.serializers();
  }

  @Override
  public Logger child(Map<String, ?> childBindings, ChildOptions options) {
    LoggerState childState = state.child(options);
    return new Slf4jLogger(target, merged(childBindings, childState), childState);
  }

  private Map<String, @Nullable Object> merged(Map<String, ?> added, LoggerState childState) {
    Map<String, @Nullable Object> merged = new LinkedHashMap<>(bindings);
    childState.addBindings(merged, added);
    return merged;
  }

  @Override
  public Map<String, @Nullable Object> bindings() {
    return new LinkedHashMap<>(bindings);
  }

  @Override
  public void log(
      LogLevel level, Map<String, ?> fields, @Nullable String format, @Nullable Object... args) {
    if (!isLevelEnabled(level)) {
      return;
    }
    Line line;
    try {
      line =
          line(
              LogEntry.of(
                  fields, format, args, state.messagePrefix, "msg", state.rules.redaction()));
    } catch (Throwable failure) {
      // Code of the application may throw anything: the request must not fail for its log line.
      line = line(LogEntry.broken(format, state.messagePrefix, failure));
    }
    try {
      forward(level, line);
    } catch (Throwable failure) {
      // An appender failed. There is nobody left to tell.
      return;
    }
  }

  /** What is handed to the backend. */
  private record Line(
      Map<String, @Nullable Object> values, @Nullable Throwable error, String message) {}

  private Line line(LogEntry entry) {
    Map<String, @Nullable Object> values = bindings;
    Throwable cause = null;
    if (!entry.fields().isEmpty()) {
      values = new LinkedHashMap<>(bindings);
      Map<String, @Nullable Object> own = new LinkedHashMap<>(entry.fields());
      if (own.get(LogSerializers.ERROR) instanceof Throwable error) {
        cause = OneLineThrowable.of(error);
        own.remove(LogSerializers.ERROR);
      }
      state.addFields(values, own);
    }
    String message = entry.message();
    return new Line(values, cause, message == null ? "" : LogText.oneLine(message));
  }

  private void forward(LogLevel level, Line line) {
    LoggingEventBuilder event = target.atLevel(levelOf(level));
    if (event instanceof CallerBoundaryAware aware) {
      aware.setCallerBoundary(LevelMethods.class.getName());
    }
    if (level == LogLevel.FATAL) {
      event = event.addMarker(FATAL);
    }
    if (line.error() != null) {
      event = event.setCause(line.error());
    }
    for (Map.Entry<String, @Nullable Object> value : line.values().entrySet()) {
      event = event.addKeyValue(value.getKey(), value.getValue());
    }
    event.log(line.message());
  }

  private static Level levelOf(LogLevel level) {
    return switch (level) {
      case TRACE -> Level.TRACE;
      case DEBUG -> Level.DEBUG;
      case INFO -> Level.INFO;
      case WARN -> Level.WARN;
      case ERROR, FATAL, SILENT -> Level.ERROR;
    };
  }
}
