package dev.fastjava.conformance.scenario;

/**
 * A scenario asks for something that a Java program cannot write down, such as a text where a
 * function is expected. Whether a case may end like this is decided by the list of cases that do
 * not apply.
 */
final class NotExpressible extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NotExpressible(String what) {
    super(what);
  }
}
