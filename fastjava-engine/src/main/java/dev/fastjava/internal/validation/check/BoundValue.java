package dev.fastjava.internal.validation.check;

import dev.fastjava.internal.types.BoundCheck;
import dev.fastjava.schema.ValidationError;
import org.jspecify.annotations.Nullable;

/**
 * A schema of a Java type that stands where only validation knows whether it counts: what fits it
 * is bound, and the constraints of the type are asked.
 */
public record BoundValue(Check schema, BoundCheck check, Report report) implements Check {
  /** True: a look cannot tell. */
  @Override
  public boolean mutates() {
    return true;
  }

  @Override
  public TagTable.@Nullable Tag tag() {
    return schema.tag();
  }

  @Override
  public Verdict check(@Nullable Object value, Run run) {
    Verdict verdict = schema.check(value, run);
    Object data = run.seen(value);
    if (data == null || verdict != Verdict.VALID) {
      return verdict;
    }
    if (run.looks()) {
      return Verdict.UNSURE;
    }
    for (ValidationError each : check.check(data, run::sent)) {
      verdict = report.failBound(run, each);
    }
    return verdict;
  }
}
