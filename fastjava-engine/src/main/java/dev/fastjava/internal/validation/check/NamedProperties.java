package dev.fastjava.internal.validation.check;

import dev.fastjava.internal.json.JsonTape;
import dev.fastjava.internal.types.ReadNames;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code properties} of a Java type that reads some of them by more names than one. */
public final class NamedProperties extends Check {
  private final Check[] schemas;
  private final Map<String, Integer> indexes = new HashMap<>();
  private final ReadNames names;
  private final boolean exhaustive;
  private final boolean mutates;

  /** Makes the check of properties that have a schema which something violates. */
  public NamedProperties(
      List<String> properties, List<Check> schemas, ReadNames names, boolean exhaustive) {
    this.schemas = schemas.toArray(new Check[0]);
    for (int i = 0; i < properties.size(); i++) {
      indexes.put(properties.get(i), i);
    }
    this.names = names;
    this.exhaustive = exhaustive;
    this.mutates = schemas.stream().anyMatch(Check::mutates);
  }

  @Override
  public boolean mutates() {
    return mutates;
  }

  private int indexOf(@Nullable String name) {
    String property = name == null ? null : names.property(name);
    Integer index = property == null ? null : indexes.get(property);
    return index == null ? -1 : index;
  }

  @Override
  public boolean fits(@Nullable Object value, Run run) {
    for (Map.Entry<String, @Nullable Object> entry : Values.object(value).entrySet()) {
      int index = indexOf(entry.getKey());
      if (index >= 0 && !schemas[index].fits(entry.getValue(), run)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean readsTokens() {
    return readTokens(schemas);
  }

  @Override
  boolean fitsContainer(JsonTape tape, int at, Run run) {
    if (!tape.isObject(at)) {
      return false;
    }
    for (int i = at + 1; !tape.isEnd(i); i = tape.after(i)) {
      int index = indexOf(tape.name(i));
      if (index >= 0 && !schemas[index].fits(tape, i, run)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public @Nullable Object apply(@Nullable Object value, Run run) {
    Map<String, @Nullable Object> object = Values.object(value);
    // In the order of the schema, in which errors are told; what was sent for one, in its own.
    @Nullable String[] sent = new @Nullable String[object.size()];
    int[] of = new int[sent.length];
    int count = 0;
    for (String name : object.keySet()) {
      int index = indexOf(name);
      if (index >= 0) {
        sent[count] = name;
        of[count++] = index;
      }
    }
    int before = run.count();
    for (int at : inOrder(of, count)) {
      String name = sent[at];
      if (name == null) {
        continue;
      }
      run.enter(object, name);
      schemas[of[at]].apply(object.get(name), run);
      run.leave();
      if (!exhaustive && run.count() != before) {
        break;
      }
    }
    return value;
  }

  /** The places of what was sent, sorted by the properties that it is for. */
  private int[] inOrder(int[] of, int count) {
    int[] starts = new int[schemas.length + 1];
    for (int i = 0; i < count; i++) {
      starts[of[i] + 1]++;
    }
    for (int i = 1; i < starts.length; i++) {
      starts[i] += starts[i - 1];
    }
    int[] order = new int[count];
    for (int i = 0; i < count; i++) {
      order[starts[of[i]]++] = i;
    }
    return order;
  }
}
