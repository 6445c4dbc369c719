package dev.fastjava.internal.lifecycle;

import dev.fastjava.schema.HttpPart;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The Java values that the parts of one request were bound to: a part is bound once for a type, as
 * long as it is not replaced. Made when the first one is bound.
 */
final class BoundParts {
  private final List<Bound> values = new ArrayList<>(2);

  private record Bound(HttpPart part, Type type, Object value) {}

  @Nullable Object find(HttpPart part, Type type) {
    // Few: a request has four parts, and each is seldom wanted as more than one type.
    for (Bound each : values) {
      if (each.part == part && each.type.equals(type)) {
        return each.value;
      }
    }
    return null;
  }

  void add(HttpPart part, Type type, Object value) {
    values.add(new Bound(part, type, value));
  }

  void forget(HttpPart part) {
    values.removeIf(each -> each.part == part);
  }
}
