package dev.fastjava.internal.validation.check;

import dev.fastjava.internal.json.JsonTape;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The quick look at the declared properties of an object: {@code required}, {@code properties},
 * their defaults and a closed {@code additionalProperties} together take one access for each
 * property.
 */
public final class ObjectShape extends Glance {
  private final String[] names;
  private final boolean[] needed;
  private final @Nullable ScalarGlance[] scalars;
  private final @Nullable Glance[] others;
  private final boolean closed;
  private final Set<Check> covered;
  private final Map<String, Integer> indexes = new HashMap<>();
  private final int neededCount;

  /**
   * One declared property.
   *
   * @param name its name
   * @param needed whether an object without it does not fit: it is required, or its default would
   *     be filled in
   * @param check the schema; null if everything is valid
   */
  public record Property(String name, boolean needed, @Nullable Check check) {}

  /**
   * Makes the look.
   *
   * @param properties the declared properties
   * @param closed whether others do not fit
   * @param covered the keywords this stands for
   */
  public ObjectShape(List<Property> properties, boolean closed, Set<Check> covered) {
    int count = properties.size();
    names = new String[count];
    needed = new boolean[count];
    scalars = new @Nullable ScalarGlance[count];
    others = new @Nullable Glance[count];
    for (int i = 0; i < count; i++) {
      Property property = properties.get(i);
      Check check = property.check();
      Glance glance = check == null ? null : check.glance();
      names[i] = property.name();
      needed[i] = property.needed();
      scalars[i] = glance instanceof ScalarGlance scalar ? scalar : null;
      others[i] = glance;
    }
    this.closed = closed;
    this.covered = covered;
    for (int i = 0; i < count; i++) {
      indexes.put(names[i], i);
    }
    this.neededCount = (int) properties.stream().filter(Property::needed).count();
  }

  boolean covers(Check check) {
    return covered.contains(check);
  }

  @Override
  public boolean fits(@Nullable Object value, Run run) {
    if (!(value instanceof Map<?, ?> object)) {
      return false;
    }
    int present = 0;
    for (int i = 0; i < names.length; i++) {
      Object property = object.get(names[i]);
      if (property == null && !object.containsKey(names[i])) {
        if (needed[i]) {
          return false;
        }
        continue;
      }
      present++;
      // Scalars are most properties: a call that needs no dispatch.
      ScalarGlance scalar = scalars[i];
      Glance glance = others[i];
      if (scalar != null
          ? !scalar.fits(property, run)
          : glance != null && !glance.fits(property, run)) {
        return false;
      }
    }
    return !closed || present == object.size();
  }

  @Override
  public boolean readsTokens() {
    for (Glance glance : others) {
      if (glance != null && !glance.readsTokens()) {
        return false;
      }
    }
    return true;
  }

  @Override
  boolean fitsContainer(JsonTape tape, int at, Run run) {
    if (!tape.isObject(at)) {
      return false;
    }
    int missing = neededCount;
    int next = 0;
    for (int i = at + 1; !tape.isEnd(i); i = tape.after(i)) {
      String name = tape.name(i);
      int index = next;
      // Most clients write properties in the order in which they are declared.
      if (next >= names.length || !names[next].equals(name)) {
        Integer known = indexes.get(name);
        if (known == null) {
          if (closed) {
            return false;
          }
          continue;
        }
        index = known;
      }
      next = index + 1;
      if (needed[index]) {
        missing--;
      }
      ScalarGlance scalar = scalars[index];
      Glance glance = others[index];
      if (scalar != null
          ? !scalar.fits(tape.value(i), run) || tape.isContainer(i)
          : glance != null && !glance.fits(tape, i, run)) {
        return false;
      }
    }
    return missing == 0;
  }
}
