package dev.fastjava.internal.validation.check;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code contains}. */
public record Contains(Check schema, Report report) implements Check {
  @Override
  public boolean mutates() {
    return schema.mutates();
  }

  @Override
  public Verdict check(@Nullable Object value, Run run) {
    List<@Nullable Object> items = Values.array(value);
    int before = run.count();
    for (int i = 0; i < items.size(); i++) {
      Verdict each = run.checkItem(schema, items, i);
      if (each != Verdict.INVALID) {
        run.reset(before);
        return each;
      }
    }
    return report.fail(run, Map.of("minContains", 1), "must contain at least 1 valid item(s)");
  }
}
