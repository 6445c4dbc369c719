package dev.fastjava.conformance.scenario;

/** Throws checked exceptions where a described function may throw anything. */
final class Sneaky {
  private Sneaky() {}

  /** Never returns; declared to, so that callers can write {@code throw}. */
  static RuntimeException rethrow(Throwable error) {
    throw Sneaky.<RuntimeException>cast(error);
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // erased: nothing is checked
  private static <E extends Throwable> E cast(Throwable error) throws E {
    throw (E) error;
  }
}
