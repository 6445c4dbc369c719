package dev.fastjava.internal.validation.check;

import java.util.Map;

/**
 * The error of a value that has none of a schema's types.
 *
 * @param report how to report it
 * @param params the types as the schema has them
 * @param message the message
 */
public record TypeFailure(Report report, Map<String, Object> params, String message)
    implements Types.Failure {
  @Override
  public void report(Run run) {
    report.fail(run, params, message);
  }

  /** Whether nothing else of the schema is looked at after this error. */
  boolean endsSchema() {
    return report.mode() == Report.Mode.FIRST;
  }
}
