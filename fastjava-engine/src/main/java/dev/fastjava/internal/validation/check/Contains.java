package dev.fastjava.internal.validation.check;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code contains}. */
public final class Contains extends Check {
  private final Check schema;
  private final Report report;

  /** Makes the check. */
  public Contains(Check schema, Report report) {
    this.schema = schema;
    this.report = report;
  }

  @Override
  public boolean mutates() {
    return schema.mutates();
  }

  @Override
  public boolean fits(@Nullable Object value, Run run) {
    for (Object item : Values.array(value)) {
      if (schema.fits(item, run)) {
        return true;
      }
      if (schema.mutates() && !schema.refuses(item, run)) {
        return false;
      }
    }
    return false;
  }

  @Override
  public @Nullable Object apply(@Nullable Object value, Run run) {
    List<@Nullable Object> items = Values.array(value);
    int before = run.count();
    int size = items.size();
    for (int i = 0; i < size; i++) {
      int errors = run.count();
      run.enter(items, i);
      schema.apply(items.get(i), run);
      run.leave();
      if (run.count() == errors) {
        run.reset(before);
        return value;
      }
    }
    report.fail(run, Map.of("minContains", 1), "must contain at least 1 valid item(s)");
    return value;
  }
}
