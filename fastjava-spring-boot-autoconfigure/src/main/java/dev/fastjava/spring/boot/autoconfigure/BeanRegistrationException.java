package dev.fastjava.spring.boot.autoconfigure;

import org.jspecify.annotations.Nullable;

/** A bean cannot be registered, or what it declared cannot be booted. Reported as such. */
public final class BeanRegistrationException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** What the developer can do. */
  private final String action;

  /**
   * Makes the error.
   *
   * @param message what is wrong, with the name of the bean
   * @param action what the developer can do
   * @param cause what was thrown; null for nothing
   */
  public BeanRegistrationException(String message, String action, @Nullable Throwable cause) {
    super(message, cause);
    this.action = action;
  }

  /** Tells the developer what to do. */
  String action() {
    return action;
  }
}
