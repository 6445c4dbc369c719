package dev.fastjava.internal.validation.check;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code dependencies} of the whole object on the presence of a property. */
public record SchemaDependencies(List<String> names, List<Check> schemas) implements Check {
  @Override
  public boolean mutates() {
    return Check.anyMutates(schemas);
  }

  @Override
  public Verdict check(@Nullable Object value, Run run) {
    Verdict verdict = Verdict.VALID;
    Object data = value;
    for (int i = 0; i < names.size() && (verdict == Verdict.VALID || run.goesOn()); i++) {
      if (Values.has(Values.object(data), names.get(i))) {
        Verdict each = schemas.get(i).check(data, run);
        verdict = each == Verdict.VALID ? verdict : each;
        data = run.seen(data);
      }
    }
    return verdict;
  }
}
