package dev.fastjava.internal.validation.check;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code if}, {@code then} and {@code else}; at least one of the two clauses is there.
 *
 * @param silent whether only the errors of a clause are told, and not that it has any
 */
public record Conditional(
    Check condition, @Nullable Check then, @Nullable Check otherwise, Report report, boolean silent)
    implements Check {
  @Override
  public boolean mutates() {
    return condition.mutates()
        || (then != null && then.mutates())
        || (otherwise != null && otherwise.mutates());
  }

  @Override
  public Verdict check(@Nullable Object value, Run run) {
    Verdict holds = run.tryOut(condition, value);
    if (holds == Verdict.UNSURE) {
      return holds;
    }
    Check clause = holds == Verdict.VALID ? then : otherwise;
    if (clause == null) {
      return Verdict.VALID;
    }
    Verdict verdict = clause.check(run.seen(value), run);
    if (verdict == Verdict.INVALID && !silent && run.tells() && !run.ended()) {
      String name = holds == Verdict.VALID ? "then" : "else";
      report.failAlso(run, Map.of("failingKeyword", name), "must match \"" + name + "\" schema");
    }
    return verdict;
  }
}
