package dev.fastjava.internal.validation.check;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code anyOf}. */
public final class AnyOf extends Check {
  private final Check[] schemas;
  private final Report report;
  private final boolean mutates;
  private final @Nullable TagTable tags;

  /** Makes the check. */
  public AnyOf(List<Check> schemas, Report report) {
    this.schemas = schemas.toArray(new Check[0]);
    this.report = report;
    this.mutates = schemas.stream().anyMatch(Check::mutates);
    this.tags = TagTable.of(this.schemas);
  }

  @Override
  public boolean mutates() {
    return mutates;
  }

  @Override
  public boolean fits(@Nullable Object value, Run run) {
    if (tags != null && tags.applies(value)) {
      return tags.fits(value, run);
    }
    for (Check schema : schemas) {
      if (schema.fits(value, run)) {
        return true;
      }
      if (schema.mutates() && !schema.refuses(value, run)) {
        // It might convert the value: the next schema would see another one.
        return false;
      }
    }
    return false;
  }

  @Override
  public @Nullable Object apply(@Nullable Object value, Run run) {
    // Saves making errors that are dropped. Not in recursion: each level would look at all below.
    if (run.isFlat() && fits(value, run)) {
      return value;
    }
    int before = run.count();
    Object data = value;
    for (Check schema : schemas) {
      int errors = run.count();
      data = schema.apply(data, run);
      if (run.count() == errors) {
        run.reset(before);
        return data;
      }
    }
    report.failAlso(run, Map.of(), "must match a schema in anyOf");
    return data;
  }
}
