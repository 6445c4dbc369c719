package dev.fastjava.schema;

/**
 * A value cannot be written: it breaks the response schema in a way that no conversion mends, or it
 * has no form in JSON.
 *
 * <p>Reference: Validation-and-Serialization, Serialization.
 */
public class SerializationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates an exception.
   *
   * @param message what cannot be written and why
   */
  public SerializationException(String message) {
    super(message);
  }

  /**
   * Creates an exception with a cause.
   *
   * @param message what cannot be written and why
   * @param cause the failure behind it
   */
  public SerializationException(String message, Throwable cause) {
    super(message, cause);
  }
}
