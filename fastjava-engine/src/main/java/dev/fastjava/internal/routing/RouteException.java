package dev.fastjava.internal.routing;

/** A route, or a constraint of one, that cannot be registered or looked up. */
public final class RouteException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  /** What is wrong, for those who have to tell the cases apart. */
  public enum Kind {
    /** There is such a route already. */
    DUPLICATE,
    /** The path or a constraint cannot be understood. */
    INVALID
  }

  private final Kind kind;

  /**
   * An error of the user who registers.
   *
   * @param message what is wrong, in the words of the reference
   */
  public RouteException(String message) {
    this(Kind.INVALID, message);
  }

  /**
   * An error of the user who registers.
   *
   * @param kind what is wrong
   * @param message the same in the words of the reference
   */
  public RouteException(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  /** What is wrong. */
  public Kind kind() {
    return kind;
  }
}
