package dev.fastjava.logging;

import java.util.Locale;

/**
 * The severity of a log line, or the least severity a logger lets through. Reference: Logging.
 *
 * <p>{@link #SILENT} is a threshold only: nothing is logged at it, and a logger set to it writes
 * nothing.
 */
public enum LogLevel {
  /** 10: the finest detail. */
  TRACE(10),
  /** 20: detail for those who look for a fault. */
  DEBUG(20),
  /** 30: what normally happens; the default threshold. */
  INFO(30),
  /** 40: something unexpected that did no harm yet. */
  WARN(40),
  /** 50: something failed. */
  ERROR(50),
  /** 60: the process cannot go on as it should. */
  FATAL(60),
  /** The threshold above every line. */
  SILENT(Integer.MAX_VALUE);

  private final int number;
  private final String label;

  LogLevel(int number) {
    this.number = number;
    this.label = name().toLowerCase(Locale.ROOT);
  }

  /**
   * Returns the number written as {@code level} into a line.
   *
   * @return 10 to 60; the greatest int for {@link #SILENT}
   */
  public int number() {
    return number;
  }

  /**
   * Returns the name in lower case, as options spell it.
   *
   * @return for example {@code "info"}
   */
  public String label() {
    return label;
  }

  /**
   * Finds a level by its name.
   *
   * @param label a name in any case, for example {@code "info"}
   * @return the level
   * @throws IllegalArgumentException when no level has this name
   */
  public static LogLevel of(String label) {
    for (LogLevel level : values()) {
      if (level.label.equalsIgnoreCase(label)) {
        return level;
      }
    }
    throw new IllegalArgumentException("unknown level " + label);
  }
}
