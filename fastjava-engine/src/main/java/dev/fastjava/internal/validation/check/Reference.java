package dev.fastjava.internal.validation.check;

import dev.fastjava.internal.json.JsonTape;
import org.jspecify.annotations.Nullable;

/**
 * {@code $ref} to a schema that is compiled once and called from each place that refers to it. It
 * has its own list of errors while it runs: its first error is its only one.
 */
public final class Reference extends Check {
  private final RefTarget target;
  private final boolean recursive;
  private final boolean mutates;

  /**
   * Makes the call.
   *
   * @param recursive whether this place is part of the schema it refers to
   * @param mutates whether the target may change values
   */
  public Reference(RefTarget target, boolean recursive, boolean mutates) {
    this.target = target;
    this.recursive = recursive;
    this.mutates = mutates;
  }

  @Override
  public boolean mutates() {
    return mutates;
  }

  @Override
  TagTable.@Nullable Tag tag() {
    Check linked = recursive ? null : target.linked();
    return linked == null ? null : linked.tag();
  }

  @Override
  public boolean fits(@Nullable Object value, Run run) {
    if (!recursive) {
      return target.check().fits(value, run);
    }
    run.recur();
    boolean fits = target.check().fits(value, run);
    run.unrecur();
    return fits;
  }

  @Override
  public boolean readsTokens() {
    // Inside of its own target it reads what that reads.
    return recursive || target.check().readsTokens();
  }

  @Override
  public boolean fits(JsonTape tape, int at, Run run) {
    if (!recursive) {
      return target.check().fits(tape, at, run);
    }
    run.recur();
    boolean fits = target.check().fits(tape, at, run);
    run.unrecur();
    return fits;
  }

  @Override
  public boolean refuses(@Nullable Object value, Run run) {
    return mutates ? !recursive && target.check().refuses(value, run) : !fits(value, run);
  }

  @Override
  public @Nullable Object apply(@Nullable Object value, Run run) {
    if (recursive) {
      run.recur();
    }
    int outer = run.openErrors();
    target.check().apply(value, run);
    run.closeErrors(outer);
    if (recursive) {
      run.unrecur();
    }
    // What the target converted is stored; keywords beside the reference see what they saw before.
    return value;
  }
}
