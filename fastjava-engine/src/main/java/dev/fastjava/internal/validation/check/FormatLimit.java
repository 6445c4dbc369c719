package dev.fastjava.internal.validation.check;

import org.jspecify.annotations.Nullable;

/** {@code formatMinimum}, {@code formatMaximum} and their exclusive forms. */
public final class FormatLimit extends Check {
  private final Format.Order order;
  private final NumberLimit.Bound bound;
  private final String limit;
  private final Report report;

  /** Makes the check. */
  public FormatLimit(Format.Order order, NumberLimit.Bound bound, String limit, Report report) {
    this.order = order;
    this.bound = bound;
    this.limit = limit;
    this.report = report;
  }

  static boolean holds(Format.Order order, NumberLimit.Bound bound, String text, String limit) {
    double compared = order.compare(text, limit);
    return Double.isNaN(compared) || bound.holds((int) Math.signum(compared));
  }

  @Override
  public boolean fits(@Nullable Object value, Run run) {
    return value instanceof String text && holds(order, bound, text, limit);
  }

  @Override
  public @Nullable Object apply(@Nullable Object value, Run run) {
    if (!fits(value, run)) {
      report.fail(run, NumberLimit.params(bound, limit), message(bound, limit));
    }
    return value;
  }

  static String message(NumberLimit.Bound bound, String limit) {
    return "should be " + bound.comparison() + ' ' + limit;
  }
}
