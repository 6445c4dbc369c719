package dev.fastjava.internal.validation.check;

import dev.fastjava.internal.types.BoundCheck;
import dev.fastjava.schema.ValidationError;
import org.jspecify.annotations.Nullable;

/**
 * A schema of a Java type that stands where only validation knows whether it counts: what fits it
 * is bound, and the constraints of the type are asked.
 */
public final class BoundValue extends Check {
  private final Check schema;
  private final BoundCheck check;
  private final Report report;

  /** Makes the check. */
  public BoundValue(Check schema, BoundCheck check, Report report) {
    this.schema = schema;
    this.check = check;
    this.report = report;
  }

  /** True: a glance cannot tell. */
  @Override
  public boolean mutates() {
    return true;
  }

  @Override
  public boolean fits(@Nullable Object value, Run run) {
    return value == null && schema.fits(null, run);
  }

  @Override
  public boolean refuses(@Nullable Object value, Run run) {
    return schema.refuses(value, run);
  }

  @Override
  TagTable.@Nullable Tag tag() {
    return schema.tag();
  }

  @Override
  public @Nullable Object apply(@Nullable Object value, Run run) {
    int before = run.count();
    Object data = schema.apply(value, run);
    if (data != null && run.count() == before) {
      for (ValidationError each : check.check(data, run::sent)) {
        report.failBound(run, each);
      }
    }
    return data;
  }
}
