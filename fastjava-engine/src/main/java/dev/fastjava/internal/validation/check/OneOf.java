package dev.fastjava.internal.validation.check;

import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code oneOf}. */
public final class OneOf extends Check {
  private static final int NONE = -1;

  private final Check[] schemas;
  private final Report report;
  private final boolean mutates;
  private final @Nullable TagTable tags;

  /** Makes the check. */
  public OneOf(List<Check> schemas, Report report) {
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
    boolean found = false;
    for (Check schema : schemas) {
      if (schema.fits(value, run)) {
        if (found) {
          return false;
        }
        found = true;
      } else if (schema.mutates() && !schema.refuses(value, run)) {
        return false;
      }
    }
    return found;
  }

  @Override
  @SuppressWarnings("NullAway") // no passing schema is null in the error, as in the reference
  public @Nullable Object apply(@Nullable Object value, Run run) {
    // Saves making errors that are dropped. Not in recursion: each level would look at all below.
    if (run.isFlat() && fits(value, run)) {
      return value;
    }
    int before = run.count();
    int passing = NONE;
    Object data = value;
    for (int i = 0; i < schemas.length; i++) {
      int errors = run.count();
      data = schemas[i].apply(data, run);
      if (run.count() != errors) {
        continue;
      }
      if (passing != NONE) {
        return fail(data, List.of(passing, i), run);
      }
      passing = i;
    }
    if (passing == NONE) {
      return fail(data, null, run);
    }
    run.reset(before);
    return data;
  }

  @SuppressWarnings("NullAway") // see above
  private @Nullable Object fail(@Nullable Object data, @Nullable List<Integer> passing, Run run) {
    report.failAlso(
        run,
        Collections.singletonMap("passingSchemas", passing),
        "must match exactly one schema in oneOf");
    return data;
  }
}
