package dev.fastjava.internal.validation.check;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fills in the defaults of absent items of a tuple. */
public final class ItemDefaults extends Check {
  private final Map<Integer, @Nullable Object> defaults;
  private final boolean emptyToo;

  /**
   * Makes the step.
   *
   * @param defaults values by index, in order
   * @param emptyToo whether null and the empty string count as absent
   */
  public ItemDefaults(Map<Integer, @Nullable Object> defaults, boolean emptyToo) {
    this.defaults = defaults;
    this.emptyToo = emptyToo;
  }

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
  public boolean fits(@Nullable Object value, Run run) {
    for (Integer index : defaults.keySet()) {
      if (isAbsent(Values.array(value), index)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public @Nullable Object apply(@Nullable Object value, Run run) {
    List<@Nullable Object> items = Values.array(value);
    for (Map.Entry<Integer, @Nullable Object> entry : defaults.entrySet()) {
      int index = entry.getKey();
      if (isAbsent(items, index)) {
        // A list has no holes: what JavaScript leaves undefined is null.
        while (items.size() <= index) {
          items.add(null);
        }
        items.set(index, Values.copy(entry.getValue()));
      }
    }
    return value;
  }
}
