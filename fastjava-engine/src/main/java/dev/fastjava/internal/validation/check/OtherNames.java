package dev.fastjava.internal.validation.check;

import dev.fastjava.internal.types.ReadNames;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks for the properties of objects whose properties may have several names. */
final class OtherNames {
  private OtherNames() {}

  /**
   * The properties that are there; one pass over the names, whatever a client sends.
   *
   * @param given the names in an object
   * @param names what they stand for; null when each stands for itself
   */
  static Set<String> present(Iterable<String> given, @Nullable ReadNames names) {
    if (names == null) {
      return Set.of();
    }
    Set<String> present = new HashSet<>();
    for (String name : given) {
      String property = names.property(name);
      if (property != null) {
        present.add(property);
      }
    }
    return present;
  }
}
