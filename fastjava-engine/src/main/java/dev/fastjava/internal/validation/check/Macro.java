package dev.fastjava.internal.validation.check;

import org.jspecify.annotations.Nullable;

/** A keyword of the user's own that stands for a schema. */
public final class Macro extends Check {
  private final Check schema;
  private final CustomCheck failure;

  /**
   * Makes the check.
   *
   * @param failure a check that never passes, for its error
   */
  public Macro(Check schema, CustomCheck failure) {
    this.schema = schema;
    this.failure = failure;
  }

  @Override
  public boolean mutates() {
    return schema.mutates();
  }

  @Override
  public boolean fits(@Nullable Object value, Run run) {
    return schema.fits(value, run);
  }

  @Override
  public @Nullable Object apply(@Nullable Object value, Run run) {
    int before = run.count();
    Object data = schema.apply(value, run);
    if (run.count() != before) {
      failure.failAlso(data, run);
    }
    return data;
  }
}
