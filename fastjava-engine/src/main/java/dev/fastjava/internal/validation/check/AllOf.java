package dev.fastjava.internal.validation.check;

import dev.fastjava.internal.json.JsonTape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code allOf}: schemas, or keywords, one after the other. */
public final class AllOf implements Check {
  private final Check[] checks;

  /** Makes the check. */
  public AllOf(List<Check> checks) {
    this.checks = checks.toArray(new Check[0]);
  }

  boolean isEmpty() {
    return checks.length == 0;
  }

  List<Check> checks() {
    return List.of(checks);
  }

  @Override
  public boolean mutates() {
    return Check.anyMutates(checks());
  }

  @Override
  public boolean fitsContainer(JsonTape tape, int at, Run look) {
    for (Check check : checks) {
      if (!check.fits(tape, at, look)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public Verdict check(@Nullable Object value, Run run) {
    Verdict verdict = Verdict.VALID;
    Object data = value;
    for (Check check : checks) {
      Verdict each = check.check(data, run);
      if (each != Verdict.VALID) {
        verdict = each;
        if (!run.goesOn()) {
          break;
        }
      }
      data = run.seen(data);
    }
    return verdict;
  }
}
