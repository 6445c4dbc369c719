package dev.fastjava.error;

import dev.fastjava.Fastjava;
import java.util.Locale;
import java.util.Objects;

/**
 * A warning of a plugin or an application that has a code:
 *
 * <pre>{@code
 * static final CustomWarningCode ANY_ORIGIN =
 *     CustomWarningCode.of("CORS001", "Every origin is allowed to send credentials to %s");
 *
 * app.warn(ANY_ORIGIN, app.prefix());
 * }</pre>
 *
 * <p>A server gives it once, however often it is asked to, unless it is {@link #unlimited}.
 * Immutable.
 *
 * <p>Reference: Warnings; {@code process-warning}.
 */
public final class CustomWarningCode {
  private final String code;
  private final String message;
  private final boolean once;

  private CustomWarningCode(String code, String message, boolean once) {
    this.code = code;
    this.message = message;
    this.once = once;
  }

  /**
   * Makes a code whose warning is given once by each server.
   *
   * @param code the code, by which a warning is looked up; not empty, and not that of another one
   * @param message what looks wrong, with {@code %s} and the like for what {@link Fastjava#warn} is
   *     given
   * @return the code
   * @throws IllegalArgumentException if the code is empty
   */
  public static CustomWarningCode of(String code, String message) {
    if (code.isEmpty()) {
      throw new IllegalArgumentException("A warning code must not be empty");
    }
    return new CustomWarningCode(code, Objects.requireNonNull(message, "message"), true);
  }

  /**
   * Makes a code whose warning is given as often as it is asked for.
   *
   * @return a code with the same texts
   */
  public CustomWarningCode unlimited() {
    return new CustomWarningCode(code, message, false);
  }

  /**
   * Returns the code.
   *
   * @return the code
   */
  public String code() {
    return code;
  }

  /**
   * Returns whether a server gives the warning once.
   *
   * @return false for an unlimited one
   */
  public boolean once() {
    return once;
  }

  /**
   * Returns the message.
   *
   * @param arguments what it is completed with
   * @return what looks wrong
   */
  public String message(Object... arguments) {
    return arguments.length == 0 ? message : String.format(Locale.ROOT, message, arguments);
  }

  @Override
  public String toString() {
    return code + ": " + message;
  }
}
