package dev.fastjava.internal.validation.check;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The schema {@code true} or {@code false}.
 *
 * @param report how to tell that nothing is valid; null when everything is
 */
public record BooleanSchema(@Nullable Report report) implements Check {
  /** The schema that everything satisfies. */
  public static final BooleanSchema TRUE = new BooleanSchema(null);

  @Override
  public Verdict check(@Nullable Object value, Run run) {
    return report == null ? Verdict.VALID : report.fail(run, Map.of(), "boolean schema is false");
  }
}
