package dev.fastjava.internal.validation.check;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code allOf}. */
public final class AllOf extends Check {
  private final Check[] schemas;
  private final boolean exhaustive;
  private final boolean mutates;

  /** Makes the check. */
  public AllOf(List<Check> schemas, boolean exhaustive) {
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
    for (Check schema : schemas) {
      if (!schema.fits(value, run)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public @Nullable Object apply(@Nullable Object value, Run run) {
    int before = run.count();
    Object data = value;
    for (Check schema : schemas) {
      data = schema.apply(data, run);
      if (!exhaustive && run.count() != before) {
        break;
      }
    }
    return data;
  }
}
