package dev.fastjava.internal.validation.check;

import dev.fastjava.internal.json.JsonTape;
import dev.fastjava.internal.types.ReadNames;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code properties} of a Java type that reads some of them by more names than one. */
public final class NamedProperties implements Check {
  private final List<Check> schemas;
  private final Map<String, Integer> indexes = new HashMap<>();
  private final ReadNames names;

  /** Makes the check of properties that have a schema which something violates. */
  public NamedProperties(List<String> properties, List<Check> schemas, ReadNames names) {
    this.schemas = schemas;
    this.names = names;
    for (int i = 0; i < properties.size(); i++) {
      indexes.put(properties.get(i), i);
    }
  }

  @Override
  public boolean mutates() {
    return Check.anyMutates(schemas);
  }

  private int indexOf(@Nullable String name) {
    String property = name == null ? null : names.property(name);
    Integer index = property == null ? null : indexes.get(property);
    return index == null ? -1 : index;
  }

  @Override
  public boolean readsTokens() {
    return Check.readTokens(schemas);
  }

  @Override
  public boolean fitsContainer(JsonTape tape, int at, Run look) {
    if (!tape.isObject(at)) {
      return false;
    }
    for (int i = at + 1; !tape.isEnd(i); i = tape.after(i)) {
      int index = indexOf(tape.name(i));
      if (index >= 0 && !schemas.get(index).fits(tape, i, look)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public Verdict check(@Nullable Object value, Run run) {
    Map<String, @Nullable Object> object = Values.object(value);
    Verdict verdict = Verdict.VALID;
    for (String name : run.looks() ? object.keySet() : inOrder(object.keySet())) {
      int index = indexOf(name);
      if (index < 0) {
        continue;
      }
      Verdict each = run.checkProperty(schemas.get(index), object, name, object.get(name));
      if (each != Verdict.VALID) {
        verdict = each;
        if (!run.goesOn()) {
          break;
        }
      }
    }
    return verdict;
  }

  /** In the order of the schema, in which errors are told; what was sent for one, in its own. */
  private Collection<String> inOrder(Collection<String> sent) {
    return sent.stream().sorted(Comparator.comparingInt(this::indexOf)).toList();
  }
}
