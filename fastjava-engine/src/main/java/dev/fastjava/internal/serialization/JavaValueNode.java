package dev.fastjava.internal.serialization;

import dev.fastjava.internal.serialization.JavaWriters.ValueWriter;
import dev.fastjava.schema.Utf8Output;
import org.jspecify.annotations.Nullable;

/**
 * Writes the values of a place whose schema was derived from a Java type: an instance of the type
 * as the mapper writes it, whatever a schema can say of it; null as null; what holds or was written
 * of an instance as that instance; anything else, a map for example, by the schema.
 */
final class JavaValueNode extends Node {
  private final Class<?> type;

  /** Whether trees of ours are maps or lists that the type would take for its own. */
  private final boolean takesTrees;

  private final ValueWriter writer;
  private final OtherValues others;

  JavaValueNode(Class<?> type, ValueWriter writer, OtherValues others) {
    this.type = type;
    this.takesTrees =
        type.isAssignableFrom(JacksonValues.WrittenObject.class)
            || type.isAssignableFrom(JacksonValues.NodeList.class);
    this.writer = writer;
    this.others = others;
  }

  @Override
  void write(@Nullable Object value, Utf8Output out, int depth) {
    if (type.isInstance(value) && !(takesTrees && value instanceof JacksonValues.OfTree)) {
      writer.write(value, out, depth);
    } else {
      others.write(value, out, depth);
    }
  }

  /** As the mapper does, whatever the schema says of it. */
  @Override
  boolean acceptsNull() {
    return true;
  }

  @Override
  boolean isOfJavaType() {
    return true;
  }

  @Override
  @Nullable Class<?> javaTypeOf(@Nullable Object value) {
    Object source = value instanceof JacksonValues.OfTree tree ? tree.source() : value;
    return type.isInstance(source) ? type : null;
  }
}
