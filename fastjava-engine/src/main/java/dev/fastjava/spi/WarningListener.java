package dev.fastjava.spi;

/**
 * Is told of what looks wrong but works.
 *
 * <p>Synchronous only: it is told, and nothing waits for what it does. Called on the thread that
 * notices, while requests are served too, which may be the event loop: it must not block.
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
