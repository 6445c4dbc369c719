package dev.fastjava.internal.validation.check;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code format}. */
public final class FormatCheck extends Check {
  private final Format format;
  private final String name;
  private final Report report;

  /** Makes the check. */
  public FormatCheck(Format format, String name, Report report) {
    this.format = format;
    this.name = name;
    this.report = report;
  }

  @Override
  public boolean fits(@Nullable Object value, Run run) {
    return format.matches(value, run);
  }

  @Override
  public @Nullable Object apply(@Nullable Object value, Run run) {
    if (!format.matches(value, run)) {
      report.fail(run, Map.of("format", name), message(name));
    }
    return value;
  }

  static String message(String name) {
    return "must match format \"" + name + '"';
  }
}
