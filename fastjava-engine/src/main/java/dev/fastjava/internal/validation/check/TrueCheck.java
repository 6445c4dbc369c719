package dev.fastjava.internal.validation.check;

import org.jspecify.annotations.Nullable;

/** The schema that everything satisfies. */
public final class TrueCheck extends Check {
  /** The only one. */
  public static final TrueCheck INSTANCE = new TrueCheck();

  private TrueCheck() {}

  @Override
  public boolean fits(@Nullable Object value, Run run) {
    return true;
  }

  @Override
  public @Nullable Object apply(@Nullable Object value, Run run) {
    return value;
  }
}
