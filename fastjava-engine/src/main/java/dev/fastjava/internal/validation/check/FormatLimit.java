package dev.fastjava.internal.validation.check;

import org.jspecify.annotations.Nullable;

/**
 * {@code formatMinimum}, {@code formatMaximum} and their exclusive forms.
 *
 * @param order null when no value is within the limit
 * @param limit a text; anything when it is taken from the document
 */
public record FormatLimit(
    Format.@Nullable Order order, NumberLimit.Bound bound, @Nullable Object limit, Report report)
    implements Assertion {
  @Override
  public boolean holds(@Nullable Object value, Run run) {
    if (order == null || !(value instanceof String text) || !(limit instanceof String most)) {
      return false;
    }
    double compared = order.compare(text, most);
    return Double.isNaN(compared) || bound.holds((int) Math.signum(compared));
  }

  @Override
  public Verdict tell(@Nullable Object value, Run run) {
    String message = "should be " + bound.comparison() + ' ' + JsNumbers.text(limit);
    return report.fail(run, NumberLimit.params(bound, limit), message);
  }
}
