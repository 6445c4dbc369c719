package dev.fastjava.internal.validation.check;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fills in the defaults of absent properties. */
public final class ObjectDefaults extends Check {
  private final Map<String, @Nullable Object> defaults;
  private final boolean emptyToo;

  /**
   * Makes the step.
   *
   * @param defaults values by property
   * @param emptyToo whether null and the empty string count as absent
   */
  public ObjectDefaults(Map<String, @Nullable Object> defaults, boolean emptyToo) {
    this.defaults = defaults;
    this.emptyToo = emptyToo;
  }

  @Override
  public boolean mutates() {
    return true;
  }

  private boolean isAbsent(Map<String, @Nullable Object> object, String name) {
    Object value = object.get(name);
    return value == null ? emptyToo || !object.containsKey(name) : emptyToo && value.equals("");
  }

  @Override
  boolean isShallow() {
    return true;
  }

  @Override
  public boolean fits(@Nullable Object value, Run run) {
    for (String name : defaults.keySet()) {
      if (isAbsent(Values.object(value), name)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public @Nullable Object apply(@Nullable Object value, Run run) {
    if (value instanceof Map<?, ?>) {
      Map<String, @Nullable Object> object = Values.object(value);
      for (Map.Entry<String, @Nullable Object> entry : defaults.entrySet()) {
        if (isAbsent(object, entry.getKey())) {
          object.put(entry.getKey(), Values.copy(entry.getValue()));
        }
      }
    }
    return value;
  }
}
