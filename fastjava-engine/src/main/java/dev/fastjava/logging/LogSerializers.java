package dev.fastjava.logging;

/**
 * The keys that have serializers from the start, and the serializer for errors. A server adds its
 * own for {@link #REQUEST} and {@link #REPLY}. Reference: Logging, Serializers.
 */
public final class LogSerializers {
  /** The key of a request. */
  public static final String REQUEST = "req";

  /** The key of a reply. */
  public static final String REPLY = "res";

  /** The key of an error. */
  public static final String ERROR = "err";

  private LogSerializers() {}

  /**
   * Returns the serializer for errors: {@code type} the simple name of the class, {@code message}
   * with the messages of the causes, {@code stack} the stack trace with the causes, then the
   * properties of {@link LoggedProperties}. A value that is not a {@code Throwable} stays as it is.
   *
   * @return the serializer every logger has for {@link #ERROR} by default
   */
  public static LogSerializer error() {
    return ErrorSerializer.INSTANCE;
  }
}
