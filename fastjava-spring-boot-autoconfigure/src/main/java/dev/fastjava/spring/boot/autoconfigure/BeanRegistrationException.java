package dev.fastjava.spring.boot.autoconfigure;

import org.jspecify.annotations.Nullable;

/** A bean cannot be registered, or what it declared cannot be booted. */
final class BeanRegistrationException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String action;

  BeanRegistrationException(String message, String action, @Nullable Throwable cause) {
    super(message, cause);
    this.action = action;
  }

  /** Tells the developer what to do. */
  String action() {
    return action;
  }
}
