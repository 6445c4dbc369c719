package dev.fastjava.internal.validation.check;

import dev.fastjava.internal.json.JsonTape;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The look at a list: its size and the schema of its items at once.
 *
 * <p>Scalars and objects are called directly, as they are in {@link ObjectShape}.
 */
final class ListLook implements Check {
  private final SchemaCheck whole;
  private final Check[] rest;
  private final @Nullable Check item;
  private final @Nullable ScalarLook scalar;
  private final @Nullable ObjectShape object;
  private int least;
  private int greatest = Integer.MAX_VALUE;

  /**
   * Makes the look.
   *
   * @param whole the schema, for what is no list
   * @param checks its keywords
   */
  ListLook(SchemaCheck whole, List<Check> checks) {
    this.whole = whole;
    List<Check> others = new ArrayList<>();
    Check each = null;
    for (int i = 0; i < checks.size(); i++) {
      Check check = checks.get(i);
      if (check instanceof ListItems items && items.from() == 0 && i == checks.size() - 1) {
        each = items.schema().quick();
      } else if (!absorb(check)) {
        others.add(check);
      }
    }
    rest = others.toArray(new Check[0]);
    item = each;
    scalar = each instanceof ScalarLook look ? look : null;
    object = each instanceof ObjectShape shape ? shape : null;
  }

  private boolean absorb(Check check) {
    if (!(check instanceof SizeLimit limit) || Double.isNaN(limit.size())) {
      return false;
    }
    if (limit.isMaximum()) {
      greatest = Math.min(greatest, (int) Math.floor(limit.size()));
    } else {
      least = Math.max(least, (int) Math.ceil(limit.size()));
    }
    return true;
  }

  @Override
  public Verdict check(@Nullable Object value, Run look) {
    if (!(value instanceof List<?> items)) {
      return whole.look(value, look);
    }
    int size = items.size();
    Verdict verdict = size < least || size > greatest ? Verdict.INVALID : Verdict.VALID;
    for (int i = 0; i < rest.length && verdict == Verdict.VALID; i++) {
      verdict = rest[i].check(value, look);
    }
    if (item != null) {
      for (int i = 0; i < size && verdict == Verdict.VALID; i++) {
        Object each = items.get(i);
        verdict =
            scalar != null
                ? scalar.check(each, look)
                : object != null ? object.check(each, look) : item.check(each, look);
      }
    }
    return verdict == Verdict.VALID ? verdict : whole.found(verdict, look);
  }

  @Override
  public boolean readsTokens() {
    return Check.readTokens(List.of(rest)) && (item == null || item.readsTokens());
  }

  @Override
  public boolean fitsContainer(JsonTape tape, int at, Run look) {
    if (tape.isObject(at)) {
      return false;
    }
    for (Check check : rest) {
      if (!check.fits(tape, at, look)) {
        return false;
      }
    }
    int size = 0;
    for (int i = at + 1; !tape.isEnd(i); i = tape.after(i)) {
      if (item != null && !item.fits(tape, i, look)) {
        return false;
      }
      size++;
    }
    return size >= least && size <= greatest;
  }
}
