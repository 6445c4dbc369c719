package dev.fastjava.internal.validation.check;

import dev.fastjava.internal.json.JsonTape;
import org.jspecify.annotations.Nullable;

/**
 * {@code $ref} to a schema that is compiled once and called from each place that refers to it. It
 * has its own list of errors while it runs: its first error is its only one.
 *
 * @param recursive whether this place is part of the schema it refers to
 * @param mutates whether the target may change values
 */
public record Reference(RefTarget target, boolean recursive, boolean mutates) implements Check {
  @Override
  public TagTable.@Nullable Tag tag() {
    Check linked = recursive ? null : target.linked();
    return linked == null ? null : linked.tag();
  }

  @Override
  public boolean readsTokens() {
    // Inside of its own target it reads what that reads.
    return recursive || target.check().readsTokens();
  }

  @Override
  public boolean fits(JsonTape tape, int at, Run look) {
    if (!recursive) {
      return target.check().fits(tape, at, look);
    }
    look.recur();
    boolean fits = target.check().fits(tape, at, look);
    look.unrecur();
    return fits;
  }

  @Override
  public Verdict check(@Nullable Object value, Run run) {
    if (!recursive) {
      return run.call(target.check(), value);
    }
    run.recur();
    Verdict verdict = run.call(target.check(), value);
    run.unrecur();
    return verdict;
  }
}
