package dev.fastjava.internal.validation.check;

import dev.fastjava.internal.json.JsonTape;
import dev.fastjava.internal.types.ReadNames;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Fills in the defaults of absent properties. */
public final class ObjectDefaults extends Check {
  private final Map<String, @Nullable Object> defaults;
  private final boolean emptyToo;
  private final @Nullable ReadNames others;

  /**
   * Makes the step.
   *
   * @param defaults values by property
   * @param emptyToo whether null and the empty string count as absent
   * @param others under which other names properties may be there; null for none
   */
  public ObjectDefaults(
      Map<String, @Nullable Object> defaults, boolean emptyToo, @Nullable ReadNames others) {
    this.others = others;
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

  /** The properties that are there under other names than their own. */
  private Set<String> present(Map<String, @Nullable Object> object) {
    if (others == null) {
      return Set.of();
    }
    Set<String> present = new HashSet<>();
    for (Map.Entry<String, @Nullable Object> entry : object.entrySet()) {
      String property = others.property(entry.getKey());
      boolean empty = entry.getValue() == null || entry.getValue().equals("");
      if (property != null && !(emptyToo && empty)) {
        present.add(property);
      }
    }
    return present;
  }

  @Override
  boolean isShallow() {
    return true;
  }

  @Override
  public boolean fits(@Nullable Object value, Run run) {
    Map<String, @Nullable Object> object = Values.object(value);
    Set<String> present = present(object);
    for (String name : defaults.keySet()) {
      if (isAbsent(object, name) && !present.contains(name)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean readsTokens() {
    return others != null && !emptyToo;
  }

  @Override
  boolean fitsContainer(JsonTape tape, int at, Run run) {
    return others != null && OtherNames.present(tape, at, others).containsAll(defaults.keySet());
  }

  @Override
  public @Nullable Object apply(@Nullable Object value, Run run) {
    if (value instanceof Map<?, ?>) {
      Map<String, @Nullable Object> object = Values.object(value);
      Set<String> present = present(object);
      for (Map.Entry<String, @Nullable Object> entry : defaults.entrySet()) {
        if (isAbsent(object, entry.getKey()) && !present.contains(entry.getKey())) {
          object.put(entry.getKey(), Values.copy(entry.getValue()));
        }
      }
    }
    return value;
  }
}
