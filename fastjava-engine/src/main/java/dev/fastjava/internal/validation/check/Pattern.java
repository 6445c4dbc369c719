package dev.fastjava.internal.validation.check;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code pattern}. */
public final class Pattern extends Check {
  private final TextTest expression;
  private final String source;
  private final Report report;

  /** Makes the check. */
  public Pattern(TextTest expression, String source, Report report) {
    this.expression = expression;
    this.source = source;
    this.report = report;
  }

  @Override
  public boolean fits(@Nullable Object value, Run run) {
    return value instanceof String text && expression.test(text, run);
  }

  @Override
  public @Nullable Object apply(@Nullable Object value, Run run) {
    if (!fits(value, run)) {
      report.fail(run, Map.of("pattern", source), message(source));
    }
    return value;
  }

  static String message(String source) {
    return "must match pattern \"" + source + '"';
  }
}
