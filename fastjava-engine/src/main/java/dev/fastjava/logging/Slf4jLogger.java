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
 * an error under {@code err} becomes the throwable. The diagnostic context (MDC) is left alone.
 *
 * <p>SLF4J has no level above error: fatal lines are errors with the marker {@code FATAL}.
 */
final class Slf4jLogger implements Logger {
  private static final Marker FATAL = MarkerFactory.getMarker("FATAL");

  private final org.slf4j.Logger target;
  private final Map<String, @Nullable Object> bindings;
  private final Map<String, LogSerializer> serializers;
  private final @Nullable RedactionNode redaction;
  private final String messagePrefix;
  private volatile Threshold threshold;
  private volatile boolean followsParent;

  private Slf4jLogger(
      org.slf4j.Logger target,
      Map<String, @Nullable Object> bindings,
      Map<String, LogSerializer> serializers,
      @Nullable RedactionNode redaction,
      String messagePrefix,
      Threshold threshold,
      boolean followsParent) {
    this.target = target;
    this.bindings = bindings;
    this.serializers = serializers;
    this.redaction = redaction;
    this.messagePrefix = messagePrefix;
    this.threshold = threshold;
    this.followsParent = followsParent;
  }

  static Slf4jLogger over(org.slf4j.Logger target) {
    return new Slf4jLogger(
        target, Map.of(), Map.of(), null, "", new Threshold(LogLevel.TRACE), false);
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
    if (followsParent) {
      threshold = new Threshold(level);
      followsParent = false;
    } else {
      threshold.set(level);
    }
  }

  @Override
  public boolean isLevelEnabled(LogLevel level) {
    return threshold.admits(level)
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
    return serializers;
  }

  @Override
  public Logger child(Map<String, ?> childBindings, ChildOptions options) {
    Map<String, LogSerializer> childSerializers = serializers;
    if (!options.serializers().isEmpty()) {
      childSerializers = new LinkedHashMap<>(serializers);
      childSerializers.putAll(options.serializers());
    }
    RedactionNode childRedaction = redaction;
    Redaction ownRedaction = options.redaction();
    if (ownRedaction != null) {
      childRedaction = RedactionNode.compile(ownRedaction);
    }
    Map<String, @Nullable Object> merged = bindings;
    if (!childBindings.isEmpty()) {
      merged = new LinkedHashMap<>(bindings);
      addFields(merged, childBindings, childSerializers, childRedaction);
    }
    String prefix = options.messagePrefix();
    LogLevel level = options.level();
    return new Slf4jLogger(
        target,
        merged,
        childSerializers,
        childRedaction,
        prefix == null ? messagePrefix : messagePrefix + prefix,
        level == null ? threshold : new Threshold(level),
        level == null);
  }

  @Override
  public void log(
      LogLevel level, Map<String, ?> fields, @Nullable String format, @Nullable Object... args) {
    if (!isLevelEnabled(level)) {
      return;
    }
    try {
      forward(level, LogEntry.of(fields, format, args, messagePrefix, "msg", redaction));
    } catch (RuntimeException | StackOverflowError failure) {
      target.error("log line lost: {}", failure.getClass().getName());
    }
  }

  private void forward(LogLevel level, LogEntry entry) {
    LoggingEventBuilder event = target.atLevel(levelOf(level));
    if (event instanceof CallerBoundaryAware aware) {
      aware.setCallerBoundary(LevelMethods.class.getName());
    }
    if (level == LogLevel.FATAL) {
      event = event.addMarker(FATAL);
    }
    Map<String, @Nullable Object> values = bindings;
    if (!entry.fields().isEmpty()) {
      values = new LinkedHashMap<>(bindings);
      Map<String, @Nullable Object> own = new LinkedHashMap<>(entry.fields());
      if (own.get(LogSerializers.ERROR) instanceof Throwable error) {
        event = event.setCause(error);
        own.remove(LogSerializers.ERROR);
      }
      addFields(values, own, serializers, redaction);
    }
    for (Map.Entry<String, @Nullable Object> value : values.entrySet()) {
      event = event.addKeyValue(value.getKey(), value.getValue());
    }
    String message = entry.message();
    event.log(message == null ? "" : LogText.oneLine(message));
  }

  private static void addFields(
      Map<String, @Nullable Object> target,
      Map<String, ? extends @Nullable Object> fields,
      Map<String, LogSerializer> serializers,
      @Nullable RedactionNode redaction) {
    for (Map.Entry<String, ? extends @Nullable Object> field : fields.entrySet()) {
      String key = String.valueOf((Object) field.getKey());
      LoggedValue value = LoggedValue.of(key, field.getValue(), serializers, redaction);
      if (value != null) {
        target.put(LogText.oneLine(key), PlainCopy.of(value));
      }
    }
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
