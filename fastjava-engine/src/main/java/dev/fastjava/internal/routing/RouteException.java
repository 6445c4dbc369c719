package dev.fastjava.internal.routing;

/** A route, or a constraint of one, that cannot be registered or looked up. */
public final class RouteException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  /**
   * An error of the user who registers.
   *
   * @param message what is wrong, in the words of the reference
   */
  public RouteException(String message) {
    super(message);
  }
}
