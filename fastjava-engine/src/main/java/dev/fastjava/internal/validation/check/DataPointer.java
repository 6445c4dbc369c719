package dev.fastjava.internal.validation.check;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A {@code $data} reference: a JSON pointer into the document, from its root or from a value around
 * the present one.
 *
 * @param levels how many levels up it starts; negative for the root
 * @param name whether it means the name or index of that value, not something in it
 * @param tokens the way down from there
 */
public record DataPointer(int levels, boolean name, List<String> tokens) {
  /** What a pointer to nothing gives. */
  static final Object MISSING = new Object();

  @Nullable Object resolve(@Nullable Object value, Run run) {
    if (name) {
      return run.step(levels);
    }
    Object found =
        levels < 0 ? run.rootSeenFrom(value) : levels == 0 ? value : run.container(levels);
    for (String token : tokens) {
      if (isEmpty(found)) {
        // JavaScript's "and" yields the first such value.
        return found;
      }
      found = step(found, token);
    }
    return found;
  }

  private static boolean isEmpty(@Nullable Object value) {
    return value == null
        || value == MISSING
        || value.equals("")
        || value.equals(false)
        || (value instanceof Number number && Numbers.equal(number, 0));
  }

  private static @Nullable Object step(@Nullable Object value, String token) {
    if (value instanceof Map<?, ?> map) {
      return map.containsKey(token) ? map.get(token) : MISSING;
    }
    if (value instanceof List<?> list && token.matches("0|[1-9]\\d{0,8}")) {
      int index = Integer.parseInt(token);
      return index < list.size() ? list.get(index) : MISSING;
    }
    return MISSING;
  }
}
