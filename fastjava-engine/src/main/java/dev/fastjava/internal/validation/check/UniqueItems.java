package dev.fastjava.internal.validation.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    int[] pair = items.size() < 2 ? null : duplicate(items);
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
    int size = items.size();
    return size > SHORT
        ? new ItemIndex(size).duplicate(items, item -> true, false)
        : lastUpper(items);
  }

  /** The pair of equal items that is reported, the lower index first; null when there is none. */
  private int @Nullable [] duplicate(List<@Nullable Object> items) {
    int size = items.size();
    if (size > SHORT) {
      return new ItemIndex(size).duplicate(items, this::counts, scalarKinds != 0);
    }
    return scalarKinds != 0 ? lastLower(items) : lastUpper(items);
  }

  private static int @Nullable [] lastUpper(List<@Nullable Object> items) {
    for (int upper = items.size() - 1; upper > 0; upper--) {
      for (int lower = upper - 1; lower >= 0; lower--) {
        if (JsonEquality.equal(items.get(upper), items.get(lower))) {
          return new int[] {lower, upper};
        }
      }
    }
    return null;
  }

  private int @Nullable [] lastLower(List<@Nullable Object> items) {
    for (int lower = items.size() - 2; lower >= 0; lower--) {
      if (!counts(items.get(lower))) {
        continue;
      }
      for (int upper = items.size() - 1; upper > lower; upper--) {
        if (JsonEquality.equal(items.get(upper), items.get(lower))) {
          return new int[] {lower, upper};
        }
      }
    }
    return null;
  }
}
