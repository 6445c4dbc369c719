package dev.fastjava.logging;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a logger has of its own or from its parent: how it treats fields, and its level. */
final class LoggerState {
  final FieldRules rules;
  final String messagePrefix;
  private volatile Threshold threshold;
  private volatile boolean followsParent;

  LoggerState(FieldRules rules, String messagePrefix, Threshold threshold, boolean followsParent) {
    this.rules = rules;
    this.messagePrefix = messagePrefix;
    this.threshold = threshold;
    this.followsParent = followsParent;
  }

  LoggerState child(ChildOptions options) {
    Map<String, LogSerializer> childSerializers = rules.serializers();
    if (!options.serializers().isEmpty()) {
      childSerializers = new LinkedHashMap<>(childSerializers);
      childSerializers.putAll(options.serializers());
    }
    Redaction own = options.redaction();
    String prefix = options.messagePrefix();
    LogLevel level = options.level();
    return new LoggerState(
        new FieldRules(
            childSerializers, own == null ? rules.redaction() : RedactionNode.compile(own)),
        prefix == null ? messagePrefix : messagePrefix + prefix,
        level == null ? threshold : new Threshold(level),
        level == null);
  }

  /** Adds what all lines carry; what fails is told in its place. */
  void addBindings(
      Map<String, @Nullable Object> target, Map<String, ? extends @Nullable Object> added) {
    try {
      addFields(target, added);
    } catch (Throwable failure) {
      target.putAll(LogEntry.broken(null, "", failure).fields());
    }
  }

  /** Adds fields as plain values, after serializers and redaction. */
  void addFields(
      Map<String, @Nullable Object> target, Map<String, ? extends @Nullable Object> fields) {
    for (Map.Entry<String, ? extends @Nullable Object> field : fields.entrySet()) {
      String key = LogValues.textOf(field.getKey());
      LoggedValue value = LoggedValue.of(key, field.getValue(), rules);
      if (value != null) {
        target.put(LogText.oneLine(key), PlainCopy.of(value));
      }
    }
  }

  LogLevel level() {
    return threshold.level();
  }

  void setLevel(LogLevel level) {
    if (followsParent) {
      threshold = new Threshold(level);
      followsParent = false;
    } else {
      threshold.set(level);
    }
  }

  boolean admits(LogLevel level) {
    return threshold.admits(level);
  }
}
