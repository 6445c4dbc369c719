package dev.fastjava.internal.serialization;

import dev.fastjava.internal.validation.check.JsonEquality;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the values of single keywords are merged. */
final class KeywordMerges {
  private KeywordMerges() {}

  /** The types all allow, as one name where it is one. */
  static @Nullable Object commonTypes(List<?> values) {
    List<@Nullable Object> lists = new ArrayList<>();
    for (Object value : values) {
      List<@Nullable Object> list = new ArrayList<>();
      if (value instanceof List<?> names) {
        list.addAll(names);
      } else {
        list.add(value);
      }
      lists.add(list);
    }
    List<@Nullable Object> common = commonItems("type", lists);
    return common.size() == 1 ? common.get(0) : common;
  }

  /** The items that stand in every list; identical ones, so that no two objects are the same. */
  static List<@Nullable Object> commonItems(String keyword, List<?> lists) {
    List<@Nullable Object> common = new ArrayList<>(asList(lists.get(0)));
    for (Object list : lists) {
      common.removeIf(item -> !contains(asList(list), item));
    }
    if (common.isEmpty()) {
      throw new MergeConflictException(keyword);
    }
    return common;
  }

  /** The items of all lists, each once. */
  static List<@Nullable Object> allItems(List<?> lists) {
    List<@Nullable Object> all = new ArrayList<>();
    for (Object list : lists) {
      for (Object item : asList(list)) {
        if (!contains(all, item)) {
          all.add(item);
        }
      }
    }
    return all;
  }

  private static boolean contains(List<?> list, @Nullable Object item) {
    for (Object each : list) {
      boolean structured = each instanceof List || each instanceof java.util.Map;
      if (structured ? each == item : JsonEquality.equal(each, item)) {
        return true;
      }
    }
    return false;
  }

  private static List<?> asList(@Nullable Object value) {
    return value instanceof List<?> list ? list : List.of();
  }

  static @Nullable Object onlyValue(String keyword, List<?> values) {
    if (!allSame(values)) {
      throw new MergeConflictException(keyword);
    }
    return values.get(0);
  }

  static boolean allSame(List<?> values) {
    return values.stream().allMatch(value -> JsonEquality.equal(value, values.get(0)));
  }

  static @Nullable Object largest(List<?> values) {
    return extreme(values, 1);
  }

  static @Nullable Object smallest(List<?> values) {
    return extreme(values, -1);
  }

  private static @Nullable Object extreme(List<?> values, int sign) {
    Object extreme = values.get(0);
    for (Object value : values) {
      if (decimal(value).compareTo(decimal(extreme)) * sign > 0) {
        extreme = value;
      }
    }
    return extreme;
  }

  /** The least number that is a multiple of all. */
  static Object commonMultiple(List<?> values) {
    int scale = 0;
    for (Object value : values) {
      scale = Math.max(scale, decimal(value).stripTrailingZeros().scale());
    }
    BigInteger multiple = BigInteger.ONE;
    for (Object value : values) {
      BigInteger next = decimal(value).movePointRight(scale).toBigInteger();
      multiple = multiple.multiply(next).divide(multiple.gcd(next));
    }
    return new BigDecimal(multiple).movePointLeft(scale).doubleValue();
  }

  private static BigDecimal decimal(@Nullable Object number) {
    return new BigDecimal(String.valueOf(number));
  }
}
