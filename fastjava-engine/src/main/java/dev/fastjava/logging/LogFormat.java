package dev.fastjava.logging;

/** The form of the lines a logger writes. */
public enum LogFormat {
  /** One JSON object a line, for machines. */
  JSON,
  /** Time, level, message, then the fields, for a person at a terminal. */
  PRETTY
}
