package dev.fastjava.internal.validation.check;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code dependencies} of the whole object on the presence of a property. */
public final class SchemaDependencies extends Check {
  private final String[] names;
  private final Check[] schemas;
  private final boolean exhaustive;
  private final boolean mutates;

  /** Makes the check. */
  public SchemaDependencies(List<String> names, List<Check> schemas, boolean exhaustive) {
    this.names = names.toArray(new String[0]);
    this.schemas = schemas.toArray(new Check[0]);
    this.exhaustive = exhaustive;
    this.mutates = schemas.stream().anyMatch(Check::mutates);
  }

  @Override
  public boolean mutates() {
    return mutates;
  }

  @Override
  public boolean fits(@Nullable Object value, Run run) {
    for (int i = 0; i < names.length; i++) {
      if (Values.has(Values.object(value), names[i]) && !schemas[i].fits(value, run)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public @Nullable Object apply(@Nullable Object value, Run run) {
    int before = run.count();
    Object data = value;
    for (int i = 0; i < names.length; i++) {
      if (Values.has(Values.object(data), names[i])) {
        data = schemas[i].apply(data, run);
        if (!exhaustive && run.count() != before) {
          break;
        }
      }
    }
    return data;
  }
}
