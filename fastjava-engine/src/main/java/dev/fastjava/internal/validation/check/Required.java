package dev.fastjava.internal.validation.check;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code required}. */
public final class Required extends Check {
  private final String[] names;
  private final boolean exhaustive;
  private final Report report;

  /** Makes the check. */
  public Required(List<String> names, boolean exhaustive, Report report) {
    this.names = names.toArray(new String[0]);
    this.exhaustive = exhaustive;
    this.report = report;
  }

  @Override
  boolean isShallow() {
    return true;
  }

  @Override
  public boolean fits(@Nullable Object value, Run run) {
    Map<String, @Nullable Object> object = Values.object(value);
    for (String name : names) {
      if (!Values.has(object, name)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public @Nullable Object apply(@Nullable Object value, Run run) {
    Map<String, @Nullable Object> object = Values.object(value);
    for (String name : names) {
      if (!Values.has(object, name)) {
        report.fail(run, Map.of("missingProperty", name), message(name));
        if (!exhaustive) {
          break;
        }
      }
    }
    return value;
  }

  static String message(String name) {
    return "must have required property '" + name + '\'';
  }
}
