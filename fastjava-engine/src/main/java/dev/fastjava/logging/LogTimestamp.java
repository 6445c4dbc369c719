package dev.fastjava.logging;

/** How the time of a JSON line is written. */
public enum LogTimestamp {
  /** Milliseconds since 1970 as a number; the default. */
  EPOCH_MILLIS,
  /** Text such as {@code 2026-11-20T20:10:00.000Z}. */
  ISO,
  /** No time at all. */
  NONE
}
