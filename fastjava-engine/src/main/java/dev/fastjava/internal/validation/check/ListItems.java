package dev.fastjava.internal.validation.check;

import dev.fastjava.internal.json.JsonTape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code items} with one schema, and {@code additionalItems} with a schema.
 *
 * @param from the first item it applies to
 */
public record ListItems(Check schema, int from) implements Check {
  @Override
  public boolean mutates() {
    return schema.mutates();
  }

  @Override
  public boolean readsTokens() {
    return schema.readsTokens();
  }

  @Override
  public boolean fitsContainer(JsonTape tape, int at, Run look) {
    Check quick = schema.quick();
    int index = 0;
    for (int i = at + 1; !tape.isEnd(i); i = tape.after(i)) {
      if (index++ >= from && !quick.fits(tape, i, look)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public Verdict check(@Nullable Object value, Run run) {
    List<@Nullable Object> items = Values.array(value);
    boolean looks = run.looks();
    Check each = looks ? schema.quick() : schema;
    Verdict verdict = Verdict.VALID;
    int size = items.size();
    for (int i = from; i < size; i++) {
      Verdict item = looks ? each.check(items.get(i), run) : run.checkItem(each, items, i);
      if (item != Verdict.VALID) {
        verdict = item;
        if (!run.goesOn()) {
          break;
        }
      }
    }
    return verdict;
  }
}
