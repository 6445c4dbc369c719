package dev.fastjava.internal.validation.check;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code not}. */
public final class Not extends Check {
  private final Check schema;
  private final Report report;

  /** Makes the check. */
  public Not(Check schema, Report report) {
    this.schema = schema;
    this.report = report;
  }

  @Override
  public boolean mutates() {
    return schema.mutates();
  }

  @Override
  public boolean fits(@Nullable Object value, Run run) {
    return schema.refuses(value, run);
  }

  @Override
  public @Nullable Object apply(@Nullable Object value, Run run) {
    int before = run.count();
    Object data = schema.apply(value, run);
    boolean valid = run.count() == before;
    run.reset(before);
    if (valid) {
      report.fail(run, Map.of(), "must NOT be valid");
    }
    return data;
  }
}
