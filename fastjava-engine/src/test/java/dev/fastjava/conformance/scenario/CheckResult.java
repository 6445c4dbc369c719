package dev.fastjava.conformance.scenario;

/**
 * How a check ended.
 *
 * @param verdict the verdict
 * @param detail what differed, or what cannot be expressed; empty for a check that passed
 */
public record CheckResult(Verdict verdict, String detail) {

  /** A check that passed. */
  static final CheckResult PASSED = new CheckResult(Verdict.PASSED, "");

  /** The three ways to end. */
  public enum Verdict {
    /** What happened is what was recorded. */
    PASSED,
    /** Something differed. */
    FAILED,
    /** The scenario does something that no Java program can do. */
    NOT_EXPRESSIBLE
  }

  static CheckResult failed(String detail) {
    return new CheckResult(Verdict.FAILED, detail);
  }

  static CheckResult notExpressible(String detail) {
    return new CheckResult(Verdict.NOT_EXPRESSIBLE, detail);
  }
}
