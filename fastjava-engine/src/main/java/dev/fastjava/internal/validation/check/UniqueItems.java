package dev.fastjava.internal.validation.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * {@code uniqueItems}.
 *
 * <p>Short arrays are compared pair by pair; longer ones by hash, so that a long array costs time
 * in proportion to its length.
 */
public final class UniqueItems implements Check {
  private static final int SHORT = 12;

  /**
   * The name that JavaScript objects cannot have as a key, so the reference never finds it twice.
   */
  private static final String UNSEEN = "__proto__";

  private final int scalarKinds;
  private final boolean onlyStrings;
  private final Predicate<@Nullable Object> counts = this::counts;
  private final Report report;

  /**
   * Makes the check.
   *
   * @param itemTypes the types of the items if the schema says so, else null
   */
  public UniqueItems(@Nullable Types itemTypes, Report report) {
    int kinds = itemTypes == null ? 0 : itemTypes.kinds();
    boolean scalar = kinds != 0 && (kinds & (Kinds.ARRAY | Kinds.OBJECT)) == 0;
    this.scalarKinds = scalar ? kinds : 0;
    this.onlyStrings = scalarKinds == Kinds.STRING;
    this.report = report;
  }

  /** Whether an item takes part: with scalar types, one of another type is left to its schema. */
  private boolean counts(@Nullable Object item) {
    return scalarKinds == 0
        || ((Kinds.of(item) & scalarKinds) != 0 && !(onlyStrings && UNSEEN.equals(item)));
  }

  @Override
  public Verdict check(@Nullable Object value, Run run) {
    List<@Nullable Object> items = Values.array(value);
    int[] pair = duplicate(items, counts, scalarKinds != 0);
    if (pair == null) {
      return Verdict.VALID;
    }
    // The reference finds scalars and others in a different way, and so in a different order.
    boolean scalars = scalarKinds != 0;
    int i = pair[scalars ? 0 : 1];
    int j = pair[scalars ? 1 : 0];
    Map<String, Object> params = new LinkedHashMap<>();
    params.put("i", i);
    params.put("j", j);
    return report.fail(
        run,
        params,
        "must NOT have duplicate items (items ## " + j + " and " + i + " are identical)");
  }

  /** The pair of equal items that is reported, the lower index first; null when there is none. */
  public static int @Nullable [] equalItems(List<@Nullable Object> items) {
    return duplicate(items, item -> true, false);
  }

  private static int @Nullable [] duplicate(
      List<@Nullable Object> items, Predicate<@Nullable Object> counts, boolean lowest) {
    int size = items.size();
    if (size > SHORT) {
      return ItemIndex.duplicate(items, counts, lowest);
    }
    int step = lowest ? 1 : -1;
    for (int index = size - 1; index >= 0; index--) {
      boolean compared = counts.test(items.get(index));
      for (int other = index + step; compared && other >= 0 && other < size; other += step) {
        if (JsonEquality.equal(items.get(index), items.get(other))) {
          return new int[] {Math.min(index, other), Math.max(index, other)};
        }
      }
    }
    return null;
  }
}
