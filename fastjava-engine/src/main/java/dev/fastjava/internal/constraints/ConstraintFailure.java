package dev.fastjava.internal.constraints;

/**
 * A constraint that could not be checked: a fault of the application and not of the value. Its
 * message is for clients and names nothing of the application; what happened is the cause.
 */
public final class ConstraintFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ConstraintFailure(RuntimeException cause) {
    super("The constraints of the request could not be checked", cause);
  }
}
