package dev.fastjava.internal.validation.check;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code anyOf} and {@code oneOf}. */
public final class Alternatives implements Check {
  private static final int NONE = -1;

  private final List<Check> schemas;
  private final boolean onlyOne;
  private final Report report;
  private final @Nullable TagTable tags;

  /**
   * Makes the check.
   *
   * @param onlyOne whether no more than one of the schemas may be satisfied
   */
  public Alternatives(List<Check> schemas, boolean onlyOne, Report report) {
    this.schemas = schemas;
    this.onlyOne = onlyOne;
    this.report = report;
    this.tags = TagTable.of(schemas);
  }

  @Override
  public boolean mutates() {
    return Check.anyMutates(schemas);
  }

  @Override
  public Verdict check(@Nullable Object value, Run run) {
    if (run.looks()) {
      if (tags != null && tags.applies(value)) {
        return tags.check(value, run);
      }
    } else if (run.isFlat() && run.finds(this, value)) {
      // Saves making errors that are dropped. Not in recursion: each level would look at all below.
      return Verdict.VALID;
    }
    int before = run.count();
    int passing = NONE;
    Object data = value;
    for (int i = 0; i < schemas.size(); i++) {
      Verdict each = schemas.get(i).check(data, run);
      if (each == Verdict.UNSURE) {
        // It might convert the value: the next schema would see another one.
        return each;
      }
      data = run.seen(data);
      if (each == Verdict.VALID) {
        if (passing != NONE) {
          return fail(List.of(passing, i), run);
        }
        passing = i;
        if (!onlyOne) {
          break;
        }
      }
    }
    if (passing == NONE) {
      return fail(null, run);
    }
    run.reset(before);
    return Verdict.VALID;
  }

  @SuppressWarnings("NullAway") // no passing schema is null in the error, as in the reference
  private Verdict fail(@Nullable List<Integer> passing, Run run) {
    return onlyOne
        ? report.failAlso(
            run,
            Collections.singletonMap("passingSchemas", passing),
            "must match exactly one schema in oneOf")
        : report.failAlso(run, Map.of(), "must match a schema in anyOf");
  }
}
