package dev.fastjava.internal.validation.check;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code if}, {@code then} and {@code else}. */
public final class Conditional extends Check {
  private final Check condition;
  private final @Nullable Check then;
  private final @Nullable Check otherwise;
  private final Report report;
  private final boolean silent;
  private final boolean mutates;

  /**
   * Makes the check; at least one of the two clauses is there.
   *
   * @param silent whether only the errors of a clause are told, and not that it has any
   */
  public Conditional(
      Check condition,
      @Nullable Check then,
      @Nullable Check otherwise,
      Report report,
      boolean silent) {
    this.condition = condition;
    this.then = then;
    this.otherwise = otherwise;
    this.report = report;
    this.silent = silent;
    this.mutates =
        condition.mutates()
            || (then != null && then.mutates())
            || (otherwise != null && otherwise.mutates());
  }

  @Override
  public boolean mutates() {
    return mutates;
  }

  @Override
  public boolean fits(@Nullable Object value, Run run) {
    if (condition.fits(value, run)) {
      return then == null || then.fits(value, run);
    }
    return (!condition.mutates() || condition.refuses(value, run))
        && (otherwise == null || otherwise.fits(value, run));
  }

  @Override
  public @Nullable Object apply(@Nullable Object value, Run run) {
    int before = run.count();
    Object data = condition.apply(value, run);
    boolean holds = run.count() == before;
    run.reset(before);
    Check clause = holds ? then : otherwise;
    if (clause == null) {
      return data;
    }
    data = clause.apply(data, run);
    if (!silent && run.count() != before && !run.ended()) {
      String name = holds ? "then" : "else";
      report.failAlso(run, Map.of("failingKeyword", name), "must match \"" + name + "\" schema");
    }
    return data;
  }
}
