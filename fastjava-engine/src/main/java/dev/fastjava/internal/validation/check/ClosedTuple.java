package dev.fastjava.internal.validation.check;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code "additionalItems": false}. */
public final class ClosedTuple extends Check {
  private final int length;
  private final Report report;

  /** Makes the check. */
  public ClosedTuple(int length, Report report) {
    this.length = length;
    this.report = report;
  }

  @Override
  public boolean fits(@Nullable Object value, Run run) {
    return Values.array(value).size() <= length;
  }

  @Override
  public @Nullable Object apply(@Nullable Object value, Run run) {
    if (!fits(value, run)) {
      report.fail(run, Map.of("limit", length), "must NOT have more than " + length + " items");
    }
    return value;
  }
}
