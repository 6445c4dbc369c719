package dev.fastjava.internal.validation.check;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code not}. */
public record Not(Check schema, Report report) implements Check {
  @Override
  public boolean mutates() {
    return schema.mutates();
  }

  @Override
  public Verdict check(@Nullable Object value, Run run) {
    return switch (run.tryOut(schema, value)) {
      case VALID -> report.fail(run, Map.of(), "must NOT be valid");
      case INVALID -> Verdict.VALID;
      case UNSURE -> Verdict.UNSURE;
    };
  }
}
