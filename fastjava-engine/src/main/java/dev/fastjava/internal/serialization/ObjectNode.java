package dev.fastjava.internal.serialization;

import dev.fastjava.schema.EncodedText;
import dev.fastjava.schema.Utf8Output;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes objects: maps, records and beans. Only the properties its schema admits are read.
 *
 * <p>Filled in after it is created, so that a schema may refer to itself.
 */
final class ObjectNode extends Node {
  private static final EncodedText EMPTY = EncodedText.of("{}");

  private final boolean nullable;
  private final Conversions conversions;
  private final BeanBindings bindings;
  private PropertyNode[] properties = {};
  private List<String> requiredOnly = List.of();
  private @Nullable ExtraProperties extra;

  ObjectNode(boolean nullable, Conversions conversions, BeanShapes shapes) {
    this.nullable = nullable;
    this.conversions = conversions;
    this.bindings = new BeanBindings(this, shapes);
  }

  /**
   * Completes the node.
   *
   * @param declared the declared properties in the order of the output
   * @param requiredNames names that must be there though they are not declared
   */
  void complete(
      List<PropertyNode> declared, List<String> requiredNames, @Nullable ExtraProperties extras) {
    properties = declared.toArray(PropertyNode[]::new);
    requiredOnly = List.copyOf(requiredNames);
    extra = extras;
  }

  PropertyNode[] properties() {
    return properties;
  }

  List<String> requiredOnly() {
    return requiredOnly;
  }

  @Nullable ExtraProperties extra() {
    return extra;
  }

  @Override
  boolean acceptsNull() {
    return nullable;
  }

  @Override
  void write(@Nullable Object value, Utf8Output out, int depth) {
    if (value instanceof Map<?, ?> map) {
      // Sorted maps refuse to look for keys of another class.
      Map<?, ?> readable = map;
      if (!(map instanceof HashMap) && map instanceof SortedMap) {
        readable = conversions.withTextKeys(map);
      }
      writeMap(readable, out, nested(depth));
    } else if (value == null) {
      out.write(nullable ? NULL : EMPTY);
    } else {
      writeBean(value, out, depth);
    }
  }

  private void writeBean(Object value, Utf8Output out, int depth) {
    BoundProperty[] bound = bindings.find(value.getClass());
    if (bound == null) {
      writeOther(value, out, depth);
      return;
    }
    int start = out.size();
    int inside = nested(depth);
    for (BoundProperty property : bound) {
      property.write(value, out, inside);
    }
    close(start, out);
  }

  /** Writes a value whose class has no properties of its own. */
  private void writeOther(Object value, Utf8Output out, int depth) {
    Object simple = conversions.simplify(value);
    if (simple == null || simple instanceof Map) {
      write(simple, out, depth);
    } else if (simple != value && conversions.isBean(simple)) {
      writeBean(simple, out, depth);
    } else {
      writeMap(Map.of(), out, nested(depth));
    }
  }

  private void writeMap(Map<?, ?> map, Utf8Output out, int depth) {
    int start = out.size();
    if (!requiredOnly.isEmpty()) {
      requireAll(conversions.withTextKeys(map));
    }
    boolean missed = false;
    for (PropertyNode property : properties) {
      Object value = map.get(property.name);
      if (value != null || map.containsKey(property.name)) {
        property.write(value, out, depth);
      } else {
        if (!missed && !hasTextKeys(map)) {
          out.truncate(start);
          writeMap(conversions.withTextKeys(map), out, depth);
          return;
        }
        missed = true;
        property.writeMissing(out);
      }
    }
    if (extra != null) {
      extra.write(conversions.withTextKeys(map), out, depth);
    }
    close(start, out);
  }

  private void requireAll(Map<String, ?> map) {
    for (String name : requiredOnly) {
      if (!map.containsKey(name)) {
        throw PropertyNode.missing(name);
      }
    }
  }

  /** Tells it from the first key; enums and numbers as keys are found by their text. */
  private static boolean hasTextKeys(Map<?, ?> map) {
    return map.isEmpty() || map.keySet().iterator().next() instanceof String;
  }

  /** Turns the comma before the first property into the opening bracket, and closes it. */
  private static void close(int start, Utf8Output out) {
    if (out.size() == start) {
      out.write(EMPTY);
    } else {
      out.array()[start] = '{';
      out.writeByte('}');
    }
  }
}
