package dev.fastjava.internal.validation.check;

import org.jspecify.annotations.Nullable;

/** A check for values of some kinds only. */
final class KindGuard extends Check {
  private final int kinds;
  private final Check check;

  KindGuard(int kinds, Check check) {
    this.kinds = kinds;
    this.check = check;
  }

  @Override
  public boolean mutates() {
    return check.mutates();
  }

  @Override
  public boolean fits(@Nullable Object value, Run run) {
    return (Kinds.of(value) & kinds) == 0 || check.fits(value, run);
  }

  @Override
  public @Nullable Object apply(@Nullable Object value, Run run) {
    return (Kinds.of(value) & kinds) == 0 ? value : check.apply(value, run);
  }
}
