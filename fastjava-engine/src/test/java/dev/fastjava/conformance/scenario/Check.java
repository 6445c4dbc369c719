package dev.fastjava.conformance.scenario;

import org.jspecify.annotations.Nullable;

/**
 * One recorded result of a scenario: its boot, one of its requests, or its close.
 *
 * @param kind what it is the result of
 * @param name what is shown in reports
 * @param request the description of the request; null for boot and close
 */
public record Check(Kind kind, String name, @Nullable Spec request) {

  /** What a check is about. */
  public enum Kind {
    /** Building and booting the application. */
    BOOT,
    /** A request. */
    REQUEST,
    /** Closing the application, and what is tried afterwards. */
    CLOSE
  }
}
