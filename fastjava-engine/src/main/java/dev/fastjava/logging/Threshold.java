package dev.fastjava.logging;

/** The least level that is logged, shared by a logger and those children that follow it. */
final class Threshold {
  private volatile LogLevel level;
  // The number again, so that a level that is off costs one read and one comparison.
  private volatile int number;

  Threshold(LogLevel level) {
    this.level = level;
    this.number = level.number();
  }

  LogLevel level() {
    return level;
  }

  void set(LogLevel level) {
    this.level = level;
    this.number = level.number();
  }

  boolean admits(LogLevel candidate) {
    return candidate.number() >= number && candidate != LogLevel.SILENT;
  }
}
