package dev.fastjava.assertj;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Compares plain JSON values and tells where they differ. */
enum JsonComparison {
  /** Everything has to be equal but the order of properties. */
  STRICT,

  /** Objects may have more properties than expected, arrays may be in any order. */
  LENIENT;

  /** The differences in reading order, one line each; empty when there are none. */
  List<String> differences(String path, @Nullable Object expected, @Nullable Object actual) {
    List<String> differences = new ArrayList<>();
    compare(path, expected, actual, differences);
    return differences;
  }

  private void compare(
      String path, @Nullable Object expected, @Nullable Object actual, List<String> differences) {
    if (expected instanceof Map<?, ?> left && actual instanceof Map<?, ?> right) {
      compareObjects(path, left, right, differences);
    } else if (expected instanceof List<?> left && actual instanceof List<?> right) {
      compareArrays(path, left, right, differences);
    } else if (!sameScalar(expected, actual)) {
      differences.add(
          path + ": expected " + PlainJson.write(expected) + " but was " + PlainJson.write(actual));
    }
  }

  private void compareObjects(
      String path, Map<?, ?> expected, Map<?, ?> actual, List<String> differences) {
    expected.forEach(
        (name, value) -> {
          if (actual.containsKey(name)) {
            compare(path + '.' + name, value, actual.get(name), differences);
          } else {
            differences.add(path + '.' + name + ": missing, expected " + PlainJson.write(value));
          }
        });
    if (this == STRICT) {
      actual.forEach(
          (name, value) -> {
            if (!expected.containsKey(name)) {
              differences.add(path + '.' + name + ": not expected, was " + PlainJson.write(value));
            }
          });
    }
  }

  private void compareArrays(
      String path, List<?> expected, List<?> actual, List<String> differences) {
    if (expected.size() != actual.size()) {
      differences.add(
          path + ": expected " + expected.size() + " elements but was " + actual.size());
    } else if (this == STRICT) {
      for (int i = 0; i < expected.size(); i++) {
        compare(path + '[' + i + ']', expected.get(i), actual.get(i), differences);
      }
    } else {
      compareInAnyOrder(path, expected, actual, differences);
    }
  }

  private void compareInAnyOrder(
      String path, List<?> expected, List<?> actual, List<String> differences) {
    ElementMatching matching = new ElementMatching(expected, actual);
    for (int i = 0; i < expected.size(); i++) {
      if (!matching.match(i, new boolean[actual.size()])) {
        differences.add(path + ": no element for " + PlainJson.write(expected.get(i)));
      }
    }
  }

  /** Pairs expected elements with actual ones; a pair is undone when that lets more be paired. */
  private final class ElementMatching {
    private final List<?> expected;
    private final List<?> actual;
    private final int[] expectedOf;

    ElementMatching(List<?> expected, List<?> actual) {
      this.expected = expected;
      this.actual = actual;
      this.expectedOf = new int[actual.size()];
      Arrays.fill(expectedOf, -1);
    }

    boolean match(int element, boolean[] seen) {
      for (int i = 0; i < actual.size(); i++) {
        if (!seen[i] && differences("", expected.get(element), actual.get(i)).isEmpty()) {
          seen[i] = true;
          if (expectedOf[i] < 0 || match(expectedOf[i], seen)) {
            expectedOf[i] = element;
            return true;
          }
        }
      }
      return false;
    }
  }

  private static boolean sameScalar(@Nullable Object expected, @Nullable Object actual) {
    if (expected instanceof Number left && actual instanceof Number right) {
      return new BigDecimal(left.toString()).compareTo(new BigDecimal(right.toString())) == 0;
    }
    return Objects.equals(expected, actual);
  }
}
