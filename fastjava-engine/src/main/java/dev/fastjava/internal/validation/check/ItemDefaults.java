package dev.fastjava.internal.validation.check;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Fills in the defaults of absent items of a tuple.
 *
 * @param defaults values by index, in order
 * @param emptyToo whether null and the empty string count as absent
 */
public record ItemDefaults(Map<Integer, @Nullable Object> defaults, boolean emptyToo)
    implements Check {
  @Override
  public boolean mutates() {
    return true;
  }

  private boolean isAbsent(List<@Nullable Object> items, int index) {
    if (index >= items.size()) {
      return true;
    }
    Object value = items.get(index);
    return emptyToo && (value == null || value.equals(""));
  }

  @Override
  public Verdict check(@Nullable Object value, Run run) {
    List<@Nullable Object> items = Values.array(value);
    for (Map.Entry<Integer, @Nullable Object> entry : defaults.entrySet()) {
      int index = entry.getKey();
      if (isAbsent(items, index)) {
        if (run.looks()) {
          return Verdict.UNSURE;
        }
        // A list has no holes: what JavaScript leaves undefined is null.
        while (items.size() <= index) {
          items.add(null);
        }
        items.set(index, Values.copy(entry.getValue()));
      }
    }
    return Verdict.VALID;
  }
}
