package dev.fastjava.internal.validation.check;

import dev.fastjava.internal.json.JsonTape;
import dev.fastjava.internal.types.ReadNames;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Fills in the defaults of absent properties.
 *
 * @param defaults values by property
 * @param emptyToo whether null and the empty string count as absent
 * @param others under which other names properties may be there; null for none
 */
public record ObjectDefaults(
    Map<String, @Nullable Object> defaults, boolean emptyToo, @Nullable ReadNames others)
    implements Check {
  @Override
  public boolean mutates() {
    return true;
  }

  private boolean isEmpty(@Nullable Object value) {
    return emptyToo && (value == null || value.equals(""));
  }

  /** The properties that are there under other names than their own. */
  private Set<String> present(Map<String, @Nullable Object> object) {
    return others == null || !emptyToo
        ? OtherNames.present(object.keySet(), others)
        : OtherNames.present(
            object.keySet().stream().filter(name -> !isEmpty(object.get(name))).toList(), others);
  }

  @Override
  public boolean readsTokens() {
    return others != null && !emptyToo;
  }

  @Override
  public boolean fitsContainer(JsonTape tape, int at, Run look) {
    return OtherNames.present(tape.names(at), others).containsAll(defaults.keySet());
  }

  @Override
  public Verdict check(@Nullable Object value, Run run) {
    if (!(value instanceof Map<?, ?>)) {
      return run.looks() ? Verdict.UNSURE : Verdict.VALID;
    }
    Map<String, @Nullable Object> object = Values.object(value);
    Set<String> present = present(object);
    for (Map.Entry<String, @Nullable Object> entry : defaults.entrySet()) {
      String name = entry.getKey();
      boolean absent = !Values.has(object, name) || isEmpty(object.get(name));
      if (absent && !present.contains(name)) {
        if (run.looks()) {
          return Verdict.UNSURE;
        }
        object.put(name, Values.copy(entry.getValue()));
      }
    }
    return Verdict.VALID;
  }
}
