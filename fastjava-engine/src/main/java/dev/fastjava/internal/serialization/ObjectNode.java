package dev.fastjava.internal.serialization;

import dev.fastjava.internal.json.JsonWriter;
import dev.fastjava.schema.EncodedText;
import dev.fastjava.schema.Utf8Output;
import java.util.List;
import java.util.Map;
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
  private final ClassBindings bindings;
  private List<PropertyNode> properties = List.of();
  private List<String> requiredOnly = List.of();
  private @Nullable ExtraProperties extra;

  ObjectNode(boolean nullable, Conversions conversions, BeanShapes shapes) {
    this.nullable = nullable;
    this.conversions = conversions;
    this.bindings = new ClassBindings(this, conversions, shapes);
  }

  /**
   * Completes the node.
   *
   * @param declared the declared properties in the order of the output
   * @param requiredNames names that must be there though they are not declared
   */
  void complete(
      List<PropertyNode> declared, List<String> requiredNames, @Nullable ExtraProperties extras) {
    properties = List.copyOf(declared);
    requiredOnly = List.copyOf(requiredNames);
    extra = extras;
  }

  Conversions conversions() {
    return conversions;
  }

  List<PropertyNode> properties() {
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
    if (value == null) {
      out.write(nullable ? NULL : EMPTY);
      return;
    }
    Members members = bindings.find(value.getClass()).members();
    if (members == null) {
      writeOther(value, out, depth);
      return;
    }
    int start = out.size();
    if (members.write(value, out, nested(depth))) {
      JsonWriter.close(start, '{', '}', out);
    } else {
      out.truncate(start);
      writeMap((Map<?, ?>) value, out, depth);
    }
  }

  private void writeMap(Map<?, ?> map, Utf8Output out, int depth) {
    int start = out.size();
    bindings.maps().write(conversions.withTextKeys(map), out, nested(depth));
    JsonWriter.close(start, '{', '}', out);
  }

  /** Writes a value whose class has no properties of its own. */
  private void writeOther(Object value, Utf8Output out, int depth) {
    Object simple = JacksonValues.untagged(conversions.simplify(value));
    if (simple instanceof Map<?, ?> map && !(simple instanceof JacksonValues.WrittenObject)) {
      writeMap(map, out, depth);
    } else if (simple == null
        || simple instanceof Map
        || (simple != value && conversions.isBean(simple))) {
      write(simple, out, depth);
    } else {
      writeMap(Map.of(), out, depth);
    }
  }
}
