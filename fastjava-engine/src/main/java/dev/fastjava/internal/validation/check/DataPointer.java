package dev.fastjava.internal.validation.check;

import dev.fastjava.internal.json.JsonPointers;
import java.util.List;
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
      found = JsonPointers.step(found, token);
    }
    return found;
  }

  private static boolean isEmpty(@Nullable Object value) {
    return value == null
        || value == JsonPointers.MISSING
        || value.equals("")
        || value.equals(false)
        || (value instanceof Number number && Numbers.equal(number, 0));
  }
}
