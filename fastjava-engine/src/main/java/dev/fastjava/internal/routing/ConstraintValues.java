package dev.fastjava.internal.routing;

import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Compares constraints of routes: patterns are the same when they are written the same. */
final class ConstraintValues {

  private ConstraintValues() {}

  static boolean same(Map<String, ?> one, Map<String, ?> other) {
    if (!one.keySet().equals(other.keySet())) {
      return false;
    }
    return one.entrySet().stream()
        .allMatch(entry -> sameValue(entry.getValue(), other.get(entry.getKey())));
  }

  private static boolean sameValue(@Nullable Object one, @Nullable Object other) {
    if (one instanceof Pattern pattern && other instanceof Pattern otherPattern) {
      return pattern.pattern().equals(otherPattern.pattern())
          && pattern.flags() == otherPattern.flags();
    }
    return Objects.equals(one, other);
  }
}
