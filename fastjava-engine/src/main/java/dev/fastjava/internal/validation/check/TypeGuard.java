package dev.fastjava.internal.validation.check;

import org.jspecify.annotations.Nullable;

/** A check for values of some kinds only. */
record TypeGuard(int kinds, Check check) implements Check {
  @Override
  public boolean mutates() {
    return check.mutates();
  }

  @Override
  public Verdict check(@Nullable Object value, Run run) {
    return (Kinds.of(value) & kinds) == 0 ? Verdict.VALID : check.check(value, run);
  }
}
