package dev.fastjava.internal.serialization;

import dev.fastjava.schema.Utf8Output;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How the properties of a schema are read from maps. */
final class MapMembers {
  private MapMembers() {}

  /**
   * Returns what to do for a map, in this order.
   *
   * @param written whether the maps are what Jackson wrote of records and beans, in which a null
   *     that the schema has no place for is a missing property
   */
  static List<Member> of(ObjectNode object, Conversions conversions, boolean written) {
    List<Member> members = new ArrayList<>();
    for (String name : object.requiredOnly()) {
      members.add(new Check(name));
    }
    for (PropertyNode property : object.properties()) {
      members.add(written ? new OfWritten(property) : new Declared(property));
    }
    ExtraProperties extra = object.extra();
    if (extra != null) {
      members.add(new Extra(extra, conversions));
    }
    return members;
  }

  /** Tells it from the first key; enums and numbers as keys are found by their text. */
  private static boolean hasTextKeys(Map<?, ?> map) {
    return map.isEmpty() || map.keySet().iterator().next() instanceof String;
  }

  /** A declared property. */
  private record Declared(PropertyNode property) implements Member {
    @Override
    public boolean write(Object object, Utf8Output out, int depth) {
      Map<?, ?> map = (Map<?, ?>) object;
      Object value = map.get(property.name());
      if (value != null || map.containsKey(property.name())) {
        property.write(value, out, depth);
        return true;
      }
      if (!hasTextKeys(map)) {
        return false;
      }
      property.writeMissing(map, out);
      return true;
    }
  }

  /** A declared property of what Jackson wrote. */
  private record OfWritten(PropertyNode property) implements Member {
    @Override
    public boolean write(Object object, Utf8Output out, int depth) {
      Map<?, ?> map = (Map<?, ?>) object;
      Object value = map.get(property.name());
      if (value != null || (property.node().acceptsNull() && map.containsKey(property.name()))) {
        property.write(value, out, depth);
      } else {
        property.writeMissing(map, out);
      }
      return true;
    }
  }

  /** A check that an undeclared property is there; it writes nothing. */
  private record Check(String name) implements Member {
    @Override
    public boolean write(Object object, Utf8Output out, int depth) {
      Map<?, ?> map = (Map<?, ?>) object;
      if (!map.containsKey(name)) {
        if (!hasTextKeys(map)) {
          return false;
        }
        throw PropertyNode.missing(name, map);
      }
      return true;
    }
  }

  /** All properties that are admitted without being declared. */
  private record Extra(ExtraProperties extra, Conversions conversions) implements Member {
    @Override
    public boolean write(Object object, Utf8Output out, int depth) {
      extra.write(conversions.withTextKeys((Map<?, ?>) object), out, depth);
      return true;
    }
  }
}
