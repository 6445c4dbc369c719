package dev.fastjava.schema;

/**
 * A schema that cannot be compiled. Boot reports it as {@code FST_ERR_SCH_VALIDATION_BUILD}.
 *
 * <p>Reference: Errors.
 */
public final class SchemaBuildException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The place of the fault. */
  private final String pointer;

  /**
   * Makes the exception.
   *
   * @param reason what is wrong
   * @param pointer URI fragment that points to the faulty schema, such as {@code
   *     #/properties/name}; added to the message unless that already tells the place
   */
  public SchemaBuildException(String reason, String pointer) {
    super(message(reason, pointer));
    this.pointer = pointer;
  }

  private static String message(String reason, String pointer) {
    boolean known = pointer.length() <= 2 || reason.contains(pointer.substring(1));
    return known ? reason : reason + " at " + pointer;
  }

  /**
   * Returns where the fault is.
   *
   * @return URI fragment that points to the faulty schema
   */
  public String pointer() {
    return pointer;
  }
}
