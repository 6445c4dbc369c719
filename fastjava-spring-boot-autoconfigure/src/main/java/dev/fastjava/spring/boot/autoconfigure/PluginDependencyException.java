package dev.fastjava.spring.boot.autoconfigure;

/** The dependencies between plugin beans cannot be satisfied. */
final class PluginDependencyException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String action;

  PluginDependencyException(String message, String action) {
    super(message);
    this.action = action;
  }

  /** Tells the developer what to do. */
  String action() {
    return action;
  }
}
