package dev.fastjava.spring.boot.logging;

import dev.fastjava.logging.ChildOptions;
import dev.fastjava.logging.LogLevel;
import dev.fastjava.logging.LogSerializer;
import dev.fastjava.logging.Logger;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Hands all members of a logger on to another one; what differs is overridden. */
abstract class ForwardingLogger implements Logger {
  private final Logger target;

  ForwardingLogger(Logger target) {
    this.target = target;
  }

  /** Makes a logger like this one of a child of the other one. */
  abstract Logger like(Logger child);

  @Override
  public LogLevel level() {
    return target.level();
  }

  @Override
  public void setLevel(LogLevel level) {
    target.setLevel(level);
  }

  @Override
  public boolean isLevelEnabled(LogLevel level) {
    return target.isLevelEnabled(level);
  }

  @Override
  public Map<String, LogSerializer> serializers() {
    return target.serializers();
  }

  @Override
  @SuppressWarnings("NullAway") // of generics in class files, javac tells it nothing
  public Map<String, @Nullable Object> bindings() {
    return target.bindings();
  }

  @Override
  public final Logger child(Map<String, ?> bindings, ChildOptions options) {
    return like(target.child(bindings, options));
  }

  @Override
  @SuppressWarnings("NullAway") // the values are handed on as they came
  public void log(
      LogLevel level, Map<String, ?> fields, @Nullable String format, @Nullable Object... args) {
    target.log(level, fields, format, args);
  }

  @Override
  public void flush() {
    target.flush();
  }

  @Override
  public void close() {
    target.close();
  }
}
