package dev.fastjava.spi;

/**
 * Is told of what looks wrong but works.
 *
 * <p>Synchronous only: it is told, and nothing waits for what it does.
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
