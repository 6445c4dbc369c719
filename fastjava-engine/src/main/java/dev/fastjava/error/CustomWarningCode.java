package dev.fastjava.error;

import dev.fastjava.Fastjava;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

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
  private static final Pattern FRAMEWORK = Pattern.compile("(FSTWRN|FSTDEP|FSTSEC|FJVWRN)[0-9]{3}");

  private final String code;
  private final String message;
  private final boolean once;
  private final MessageText text;

  private CustomWarningCode(String code, String message, boolean once) {
    this.code = code;
    this.message = message;
    this.once = once;
    this.text = new MessageText(code, message);
  }

  /**
   * Makes a code whose warning is given once by each server.
   *
   * @param code the code, by which a warning is looked up; not empty, without spaces and control
   *     characters, and not that of another one
   * @param message what looks wrong, with {@code %s} or {@code %d} for each of what {@link
   *     Fastjava#warn} is given, and {@code %%}, or one before a space, for a percent sign
   * @return the code
   * @throws IllegalArgumentException if the code is none or one of the framework's own, or the
   *     message has a percent sign that means none of these
   */
  public static CustomWarningCode of(String code, String message) {
    MessageText.requireCode(code);
    if (FRAMEWORK.matcher(code).matches()) {
      throw new IllegalArgumentException("A code of the framework's own: " + code);
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
   * Returns the message. It never fails: a place without an argument stays as it is, arguments
   * without a place are left out.
   *
   * @param arguments what it is completed with, in order, as texts
   * @return what looks wrong
   */
  public String message(@Nullable Object... arguments) {
    return text.with(arguments);
  }

  @Override
  public String toString() {
    return code + ": " + message;
  }
}
