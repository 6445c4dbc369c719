package dev.fastjava.internal.validation.check;

import dev.fastjava.internal.json.JsonTape;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The look at the declared properties of an object: {@code required}, {@code properties}, their
 * defaults and a closed {@code additionalProperties} together take one access for each property.
 */
public final class ObjectShape implements Check {
  private final String[] names;
  private final boolean[] needed;
  private final @Nullable ScalarLook[] scalars;
  private final @Nullable Check[] schemas;
  private final boolean closed;
  private final boolean changes;
  private final Set<Check> covered;
  private final Map<String, Integer> indexes = new HashMap<>();
  private final int neededCount;
  private @Nullable SchemaCheck whole;

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
   * @param changes whether something may be filled in or removed before an object is found invalid
   * @param covered the keywords this stands for
   */
  public ObjectShape(
      List<Property> properties, boolean closed, boolean changes, Set<Check> covered) {
    int count = properties.size();
    names = new String[count];
    needed = new boolean[count];
    scalars = new @Nullable ScalarLook[count];
    schemas = new @Nullable Check[count];
    for (int i = 0; i < count; i++) {
      Property property = properties.get(i);
      Check quick = property.check() == null ? null : property.check().quick();
      names[i] = property.name();
      needed[i] = property.needed();
      scalars[i] = quick instanceof ScalarLook scalar ? scalar : null;
      schemas[i] = quick;
      indexes.put(names[i], i);
    }
    this.closed = closed;
    this.changes = changes;
    this.covered = covered;
    this.neededCount = (int) properties.stream().filter(Property::needed).count();
  }

  /** Sets the schema of which this is all; it has to tell of what is no map. */
  void link(SchemaCheck schema) {
    whole = schema;
  }

  boolean covers(Check check) {
    return covered.contains(check);
  }

  @Override
  public Verdict check(@Nullable Object value, Run look) {
    if (!(value instanceof Map<?, ?> object)) {
      return whole == null ? Verdict.UNSURE : whole.look(value, look);
    }
    int present = 0;
    for (int i = 0; i < names.length; i++) {
      Object property = object.get(names[i]);
      if (property == null && !object.containsKey(names[i])) {
        if (needed[i]) {
          return refused(look);
        }
        continue;
      }
      present++;
      // Scalars are most properties: a call that needs no dispatch.
      ScalarLook scalar = scalars[i];
      if (scalar != null && scalar.admits(property)) {
        continue;
      }
      Check schema = schemas[i];
      Verdict each = schema == null ? Verdict.VALID : schema.check(property, look);
      if (each != Verdict.VALID) {
        return each == Verdict.UNSURE ? each : refused(look);
      }
    }
    return !closed || present == object.size() ? Verdict.VALID : refused(look);
  }

  private Verdict refused(Run look) {
    Verdict verdict = changes ? Verdict.UNSURE : Verdict.INVALID;
    return whole == null ? verdict : whole.found(verdict, look);
  }

  @Override
  public boolean readsTokens() {
    for (Check schema : schemas) {
      if (schema != null && !schema.readsTokens()) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean fitsContainer(JsonTape tape, int at, Run look) {
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
      ScalarLook scalar = scalars[index];
      Check schema = schemas[index];
      if (scalar != null
          ? tape.isContainer(i) || scalar.check(tape.value(i), look) != Verdict.VALID
          : schema != null && !schema.fits(tape, i, look)) {
        return false;
      }
    }
    return missing == 0;
  }
}
