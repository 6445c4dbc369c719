package dev.fastjava.internal.validation.check;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds equal items by their hash codes.
 *
 * <p>The codes depend on a random number of this process, so that nobody can send items whose codes
 * collide.
 */
final class ItemIndex {
  private static final long SEED = new SplittableRandom().nextLong() | 1;
  private static final int MAX_DEPTH = 1000;

  private ItemIndex() {}

  private record Item(long code, @Nullable Object value) {
    @Override
    public int hashCode() {
      return Long.hashCode(code);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Item item
          && item.code == code
          && JsonEquality.equal(item.value, value);
    }
  }

  /**
   * Finds the pair to report.
   *
   * @param counts which items take part
   * @param lowest whether the pair with the greatest lower index is wanted, else that with the
   *     greatest upper index
   */
  static int @Nullable [] duplicate(
      List<@Nullable Object> items, Predicate<@Nullable Object> counts, boolean lowest) {
    Map<Item, Integer> indexes = new HashMap<>();
    int[] found = null;
    int size = items.size();
    for (int step = 0; step < size; step++) {
      int index = lowest ? size - 1 - step : step;
      Object item = items.get(index);
      Integer other = counts.test(item) ? indexes.put(new Item(code(item, 0), item), index) : null;
      if (other != null && lowest) {
        return new int[] {index, other};
      }
      found = other == null ? found : new int[] {other, index};
    }
    return found;
  }

  private static long code(@Nullable Object value, int depth) {
    if (value instanceof String text) {
      return text(text);
    }
    if (value instanceof Number number) {
      return number(number);
    }
    if (depth > MAX_DEPTH) {
      throw LimitExceeded.depth(MAX_DEPTH);
    }
    if (value instanceof List<?> list) {
      long code = 2;
      for (Object item : list) {
        code = mix(code, code(item, depth + 1));
      }
      return code;
    }
    if (value instanceof Map<?, ?> map) {
      long code = 3;
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        // Added up, as the order of properties does not matter.
        code += mix(code(entry.getKey(), depth + 1), code(entry.getValue(), depth + 1));
      }
      return code;
    }
    return mix(value == null ? 4 : value.hashCode(), 5);
  }

  /** Numbers with more digits than a double has are told apart by all of them. */
  private static long number(Number number) {
    double numeric = number.doubleValue();
    // Zero and negative zero are equal.
    long code = mix(Double.doubleToLongBits(numeric == 0 ? 0 : numeric), 1);
    boolean isExact = Math.abs(numeric) < 1L << 53 && Numbers.isShort(number);
    if (isExact || Numbers.isFloating(number)) {
      return code;
    }
    BigDecimal exact = Numbers.exact(number).stripTrailingZeros();
    if (!Double.isInfinite(numeric) && exact.compareTo(new BigDecimal(numeric)) == 0) {
      return code;
    }
    for (byte part : exact.unscaledValue().toByteArray()) {
      code = mix(code, part);
    }
    return mix(code, exact.scale());
  }

  private static long text(String text) {
    long code = SEED;
    for (int i = 0; i < text.length(); i++) {
      code = mix(code, text.charAt(i));
    }
    return code;
  }

  private static long mix(long left, long right) {
    long mixed = (left ^ (right * 0x9E3779B97F4A7C15L)) * SEED;
    mixed ^= mixed >>> 29;
    mixed *= 0xBF58476D1CE4E5B9L;
    return mixed ^ (mixed >>> 32);
  }
}
