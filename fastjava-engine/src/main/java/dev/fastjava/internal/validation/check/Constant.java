package dev.fastjava.internal.validation.check;

import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code const}. */
public final class Constant extends Check {
  static final String MESSAGE = "must be equal to constant";

  private final @Nullable Object constant;
  private final Report report;

  /** Makes the check. */
  public Constant(@Nullable Object constant, Report report) {
    this.constant = constant;
    this.report = report;
  }

  @Override
  boolean isShallow() {
    return Values.isScalar(constant);
  }

  @Override
  @Nullable List<String> onlyTexts() {
    return constant instanceof String text ? List.of(text) : null;
  }

  @Override
  public boolean fits(@Nullable Object value, Run run) {
    return JsonEquality.equal(value, constant);
  }

  @Override
  @SuppressWarnings("NullAway") // the constant may be null, and the error says so
  public @Nullable Object apply(@Nullable Object value, Run run) {
    if (!fits(value, run)) {
      report.fail(run, Collections.singletonMap("allowedValue", constant), MESSAGE);
    }
    return value;
  }
}
