package dev.fastjava.internal.validation.check;

import dev.fastjava.internal.json.JsonTape;
import dev.fastjava.internal.types.ReadNames;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks for the properties of objects whose properties may have several names. */
final class OtherNames {
  private OtherNames() {}

  /** The properties that are there; one pass over the names, whatever a client sends. */
  static Set<String> present(Map<String, @Nullable Object> object, ReadNames names) {
    Set<String> present = new HashSet<>();
    for (String name : object.keySet()) {
      String property = names.property(name);
      if (property != null) {
        present.add(property);
      }
    }
    return present;
  }

  /** The properties that are there in the tokens of an object. */
  static Set<String> present(JsonTape tape, int at, ReadNames names) {
    Set<String> present = new HashSet<>();
    for (int i = at + 1; tape.isObject(at) && !tape.isEnd(i); i = tape.after(i)) {
      String name = tape.name(i);
      String property = name == null ? null : names.property(name);
      if (property != null) {
        present.add(property);
      }
    }
    return present;
  }
}
