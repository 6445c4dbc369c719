package dev.fastjava.internal.validation.check;

import org.jspecify.annotations.Nullable;

/**
 * A keyword of the user's own that stands for a schema.
 *
 * @param failure a check that never passes, for its error
 */
public record Macro(Check schema, CustomCheck failure) implements Check {
  @Override
  public boolean mutates() {
    return schema.mutates();
  }

  @Override
  public Verdict check(@Nullable Object value, Run run) {
    Verdict verdict = schema.check(value, run);
    return verdict == Verdict.INVALID && run.tells()
        ? failure.failAlso(run.seen(value), run)
        : verdict;
  }
}
