package dev.fastjava.internal.validation.check;

import dev.fastjava.internal.json.JsonTape;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The quick look at an array of items of one schema. */
final class ArrayGlance extends Glance {
  private final Check[] rest;
  private final @Nullable Glance item;

  /**
   * Makes the look.
   *
   * @param checks the keywords of the schema
   */
  ArrayGlance(List<Check> checks) {
    List<Check> others = new ArrayList<>();
    Glance found = null;
    for (Check check : checks) {
      if (found == null && check instanceof ListItems items && items.isAll()) {
        found = items.schema().glance();
      } else {
        others.add(check);
      }
    }
    item = found;
    rest = others.toArray(new Check[0]);
  }

  @Override
  public boolean fits(@Nullable Object value, Run run) {
    if (!(value instanceof List<?> items)) {
      return false;
    }
    for (Check check : rest) {
      if (!check.fits(value, run)) {
        return false;
      }
    }
    if (item != null) {
      int size = items.size();
      for (int i = 0; i < size; i++) {
        if (!item.fits(items.get(i), run)) {
          return false;
        }
      }
    }
    return true;
  }

  @Override
  public boolean readsTokens() {
    return readTokens(rest) && (item == null || item.readsTokens());
  }

  @Override
  boolean fitsContainer(JsonTape tape, int at, Run run) {
    if (!tape.isArray(at)) {
      return false;
    }
    for (Check check : rest) {
      if (!check.fits(tape, at, run)) {
        return false;
      }
    }
    Glance look = item;
    if (look != null) {
      for (int i = at + 1; !tape.isEnd(i); i = tape.after(i)) {
        if (!look.fits(tape, i, run)) {
          return false;
        }
      }
    }
    return true;
  }
}
