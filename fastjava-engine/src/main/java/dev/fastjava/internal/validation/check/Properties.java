package dev.fastjava.internal.validation.check;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code properties}, as far as they have a schema which something violates. */
public record Properties(List<String> names, List<Check> schemas) implements Check {
  @Override
  public boolean mutates() {
    return Check.anyMutates(schemas);
  }

  @Override
  public TagTable.@Nullable Tag tag() {
    for (int i = 0; i < names.size(); i++) {
      List<String> texts = schemas.get(i).onlyTexts();
      if (texts != null) {
        return new TagTable.Tag(names.get(i), texts);
      }
      if (schemas.get(i).mutates()) {
        return null;
      }
    }
    return null;
  }

  @Override
  public Verdict check(@Nullable Object value, Run run) {
    Map<String, @Nullable Object> object = Values.object(value);
    Verdict verdict = Verdict.VALID;
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      Object property = object.get(name);
      if (property == null && !object.containsKey(name)) {
        continue;
      }
      Verdict each = run.checkProperty(schemas.get(i), object, name, property);
      if (each != Verdict.VALID) {
        verdict = each;
        if (!run.goesOn()) {
          break;
        }
      }
    }
    return verdict;
  }
}
