package dev.fastjava.internal.validation.check;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Equality of JSON values: numbers by value, objects in any order of their properties. */
public final class JsonEquality {
  private static final int MAX_DEPTH = 1000;

  private JsonEquality() {}

  /** Whether two values are equal. */
  public static boolean equal(@Nullable Object left, @Nullable Object right) {
    return equal(left, right, MAX_DEPTH);
  }

  private static boolean equal(@Nullable Object left, @Nullable Object right, int depth) {
    if (left == right) {
      return true;
    }
    if (left == null || right == null) {
      return false;
    }
    if (left instanceof String) {
      return left.equals(right);
    }
    if (left instanceof Number one) {
      return right instanceof Number other && Numbers.equal(one, other);
    }
    if (left instanceof Map<?, ?> one) {
      return right instanceof Map<?, ?> other && equalMaps(one, other, descend(depth));
    }
    if (left instanceof List<?> one) {
      return right instanceof List<?> other && equalLists(one, other, descend(depth));
    }
    return left.equals(right);
  }

  private static int descend(int depth) {
    if (depth == 0) {
      throw LimitExceeded.depth(MAX_DEPTH);
    }
    return depth - 1;
  }

  private static boolean equalLists(List<?> left, List<?> right, int depth) {
    int size = left.size();
    if (size != right.size()) {
      return false;
    }
    for (int i = 0; i < size; i++) {
      if (!equal(left.get(i), right.get(i), depth)) {
        return false;
      }
    }
    return true;
  }

  private static boolean equalMaps(Map<?, ?> left, Map<?, ?> right, int depth) {
    if (left.size() != right.size()) {
      return false;
    }
    for (Map.Entry<?, ?> entry : left.entrySet()) {
      Object value = right.get(entry.getKey());
      if ((value == null && !right.containsKey(entry.getKey()))
          || !equal(entry.getValue(), value, depth)) {
        return false;
      }
    }
    return true;
  }
}
