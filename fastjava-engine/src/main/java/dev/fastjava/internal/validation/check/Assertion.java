package dev.fastjava.internal.validation.check;

import org.jspecify.annotations.Nullable;

/** A keyword that looks at a value and nothing else: what has to hold, and what is told if not. */
interface Assertion extends Check {
  /** Whether a value is as the keyword wants it. */
  boolean holds(@Nullable Object value, Run run);

  /** Tells that it is not. */
  Verdict tell(@Nullable Object value, Run run);

  @Override
  default Verdict check(@Nullable Object value, Run run) {
    return holds(value, run) ? Verdict.VALID : run.tells() ? tell(value, run) : Verdict.INVALID;
  }
}
