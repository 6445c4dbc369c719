package dev.fastjava.internal.validation.check;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The schema {@code false}. */
public final class FalseCheck extends Check {
  private final Report report;

  /** Makes the check. */
  public FalseCheck(Report report) {
    this.report = report;
  }

  @Override
  public boolean fits(@Nullable Object value, Run run) {
    return false;
  }

  @Override
  public @Nullable Object apply(@Nullable Object value, Run run) {
    report.fail(run, Map.of(), "boolean schema is false");
    return value;
  }
}
