package dev.fastjava.internal.validation.check;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code propertyNames}. */
public record PropertyNames(Check schema, Report report) implements Check {
  @Override
  public boolean mutates() {
    return schema.mutates();
  }

  @Override
  public Verdict check(@Nullable Object value, Run run) {
    Verdict verdict = Verdict.VALID;
    for (String name : Values.object(value).keySet()) {
      Verdict each = run.checkDetached(schema, name);
      if (each != Verdict.VALID) {
        verdict = each;
        if (run.tells()) {
          report.failAlso(run, Map.of("propertyName", name), "property name must be valid");
        }
        if (!run.goesOn()) {
          break;
        }
      }
    }
    return verdict;
  }
}
