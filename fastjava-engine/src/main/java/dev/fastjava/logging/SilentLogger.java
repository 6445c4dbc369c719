package dev.fastjava.logging;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The logger that is off. It cannot be switched on, as the reference says of a disabled logger. */
final class SilentLogger implements Logger {
  static final SilentLogger INSTANCE = new SilentLogger();

  private SilentLogger() {}

  @Override
  public LogLevel level() {
    return LogLevel.SILENT;
  }

  @Override
  public void setLevel(LogLevel level) {}

  @Override
  public boolean isLevelEnabled(LogLevel level) {
    return false;
  }

  @Override
  public Logger child(Map<String, ?> bindings, ChildOptions options) {
    return this;
  }

  @Override
  public void log(
      LogLevel level, Map<String, ?> fields, @Nullable String format, @Nullable Object... args) {}
}
