package dev.fastjava;

/**
 * Is told of what looks wrong but works.
 *
 * <p>Reference: Warnings.
 */
@FunctionalInterface
public interface WarningListener {
  /**
   * Something looks wrong.
   *
   * @param code the code of the warning, such as {@code FSTWRN001}
   * @param message what looks wrong
   */
  void warn(String code, String message);
}
