package dev.fastjava.internal.validation.check;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code items} with a list of schemas. */
public final class TupleItems extends Check {
  private final @Nullable Check[] schemas;
  private final boolean exhaustive;
  private final boolean mutates;

  /**
   * Makes the check.
   *
   * @param schemas one for each of the first items; null where everything is valid
   */
  public TupleItems(List<@Nullable Check> schemas, boolean exhaustive) {
    this.schemas = schemas.toArray(new @Nullable Check[0]);
    this.exhaustive = exhaustive;
    this.mutates = schemas.stream().anyMatch(schema -> schema != null && schema.mutates());
  }

  @Override
  public boolean mutates() {
    return mutates;
  }

  @Override
  public boolean fits(@Nullable Object value, Run run) {
    List<@Nullable Object> items = Values.array(value);
    int size = Math.min(items.size(), schemas.length);
    for (int i = 0; i < size; i++) {
      Check schema = schemas[i];
      if (schema != null && !schema.fits(items.get(i), run)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public @Nullable Object apply(@Nullable Object value, Run run) {
    List<@Nullable Object> items = Values.array(value);
    int before = run.count();
    int size = Math.min(items.size(), schemas.length);
    for (int i = 0; i < size; i++) {
      Check schema = schemas[i];
      if (schema == null) {
        continue;
      }
      run.enter(items, i);
      schema.apply(items.get(i), run);
      run.leave();
      if (!exhaustive && run.count() != before) {
        break;
      }
    }
    return value;
  }
}
