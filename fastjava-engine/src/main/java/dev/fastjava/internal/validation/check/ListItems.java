package dev.fastjava.internal.validation.check;

import dev.fastjava.internal.json.JsonTape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code items} with one schema, and {@code additionalItems} with a schema. */
public final class ListItems extends Check {
  private final Check schema;
  private final int from;
  private final boolean exhaustive;

  /**
   * Makes the check.
   *
   * @param from the first item it applies to
   */
  public ListItems(Check schema, int from, boolean exhaustive) {
    this.schema = schema;
    this.from = from;
    this.exhaustive = exhaustive;
  }

  /** Whether it applies to all items. */
  boolean isAll() {
    return from == 0;
  }

  Check schema() {
    return schema;
  }

  @Override
  public boolean mutates() {
    return schema.mutates();
  }

  @Override
  public boolean fits(@Nullable Object value, Run run) {
    if (!(value instanceof List<?> items)) {
      return false;
    }
    int size = items.size();
    for (int i = from; i < size; i++) {
      if (!schema.fits(items.get(i), run)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean readsTokens() {
    return schema.readsTokens();
  }

  @Override
  boolean fitsContainer(JsonTape tape, int at, Run run) {
    if (!tape.isArray(at)) {
      return false;
    }
    int index = 0;
    for (int i = at + 1; !tape.isEnd(i); i = tape.after(i)) {
      if (index++ >= from && !schema.fits(tape, i, run)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public @Nullable Object apply(@Nullable Object value, Run run) {
    List<@Nullable Object> items = Values.array(value);
    int before = run.count();
    int size = items.size();
    for (int i = from; i < size; i++) {
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
