package dev.fastjava.internal.validation.check;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code required}. */
public final class Required extends Check {
  private final String[] names;
  private final boolean exhaustive;
  private final Report report;
  private final Map<String, String> own;

  /** Makes the check. */
  public Required(List<String> names, boolean exhaustive, Report report) {
    this(names, exhaustive, report, Map.of());
  }

  /**
   * Makes the check.
   *
   * @param own messages that properties have for being missing
   */
  public Required(List<String> names, boolean exhaustive, Report report, Map<String, String> own) {
    this.own = own;
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
        String told = own.get(name);
        if (told == null) {
          report.fail(run, Map.of("missingProperty", name), message(name));
        } else {
          report.failAt(run, name, Map.of("missingProperty", name), told);
        }
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
