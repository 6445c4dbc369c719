package dev.fastjava.internal.validation.check;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code items} with a list of schemas.
 *
 * @param schemas one for each of the first items; null where everything is valid
 */
public record TupleItems(List<@Nullable Check> schemas) implements Check {
  @Override
  public boolean mutates() {
    return Check.anyMutates(schemas);
  }

  @Override
  public Verdict check(@Nullable Object value, Run run) {
    List<@Nullable Object> items = Values.array(value);
    Verdict verdict = Verdict.VALID;
    int size = Math.min(items.size(), schemas.size());
    for (int i = 0; i < size && (verdict == Verdict.VALID || run.goesOn()); i++) {
      Check schema = schemas.get(i);
      Verdict each = schema == null ? Verdict.VALID : run.checkItem(schema, items, i);
      verdict = each == Verdict.VALID ? verdict : each;
    }
    return verdict;
  }
}
