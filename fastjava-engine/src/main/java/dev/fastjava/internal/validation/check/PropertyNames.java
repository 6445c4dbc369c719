package dev.fastjava.internal.validation.check;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code propertyNames}. */
public final class PropertyNames extends Check {
  private final Check schema;
  private final boolean exhaustive;
  private final Report report;

  /** Makes the check. */
  public PropertyNames(Check schema, boolean exhaustive, Report report) {
    this.schema = schema;
    this.exhaustive = exhaustive;
    this.report = report;
  }

  @Override
  public boolean mutates() {
    return schema.mutates();
  }

  @Override
  public boolean fits(@Nullable Object value, Run run) {
    for (String name : Values.object(value).keySet()) {
      if (!schema.fits(name, run)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public @Nullable Object apply(@Nullable Object value, Run run) {
    for (String name : Values.object(value).keySet()) {
      int before = run.count();
      run.enterDetached();
      schema.apply(name, run);
      run.leave();
      if (run.count() != before) {
        report.failAlso(run, Map.of("propertyName", name), "property name must be valid");
        if (!exhaustive) {
          break;
        }
      }
    }
    return value;
  }
}
