package dev.fastjava.internal.validation.check;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code patternProperties}, as far as they have a schema which something violates. */
public record PatternProperties(List<TextTest> patterns, List<Check> schemas) implements Check {
  @Override
  public boolean mutates() {
    return Check.anyMutates(schemas);
  }

  @Override
  public Verdict check(@Nullable Object value, Run run) {
    Map<String, @Nullable Object> object = Values.object(value);
    Verdict verdict = Verdict.VALID;
    for (int i = 0; i < patterns.size(); i++) {
      for (Map.Entry<String, @Nullable Object> property : object.entrySet()) {
        String name = property.getKey();
        if (!patterns.get(i).test(name, run)) {
          continue;
        }
        Verdict each = run.checkProperty(schemas.get(i), object, name, property.getValue());
        if (each != Verdict.VALID) {
          verdict = each;
          if (!run.goesOn()) {
            return verdict;
          }
        }
      }
    }
    return verdict;
  }
}
