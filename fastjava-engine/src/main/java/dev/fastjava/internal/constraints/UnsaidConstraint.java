package dev.fastjava.internal.constraints;

/**
 * A constraint that the schema of a type does not say.
 *
 * @param place where it is, by the names that JSON has: {@code lines/0/sku}; empty for the whole
 * @param name its name
 * @param optional whether the schema says it in a way that the specification allows
 */
public record UnsaidConstraint(String place, String name, boolean optional) {
  /** Ends the place of what is asked of the keys of a map. */
  static final String KEYS = "/<keys>";

  /**
   * Says where it is.
   *
   * @param around the place of the type
   * @return the place in the part
   */
  public String where(String around) {
    return place.endsWith(KEYS)
        ? "the keys of " + around + place.substring(0, place.length() - KEYS.length())
        : around + place;
  }
}
