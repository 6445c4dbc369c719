package dev.fastjava.internal.serialization;

import dev.fastjava.internal.serialization.JavaWriters.ValueWriter;
import dev.fastjava.schema.Utf8Output;
import org.jspecify.annotations.Nullable;

/**
 * Writes the values of a place whose schema was derived from a Java type: an instance of the type
 * as the mapper writes it, whatever a schema can say of it; anything else, a map for example, by
 * the schema.
 */
final class JavaValueNode extends Node {
  private final Class<?> type;
  private final ValueWriter writer;
  private final Node schema;

  JavaValueNode(Class<?> type, ValueWriter writer, Node schema) {
    this.type = type;
    this.writer = writer;
    this.schema = schema;
  }

  @Override
  void write(@Nullable Object value, Utf8Output out, int depth) {
    if (type.isInstance(value)) {
      writer.write(value, out, depth);
    } else {
      schema.write(value, out, depth);
    }
  }

  @Override
  boolean acceptsNull() {
    return schema.acceptsNull();
  }

  @Override
  boolean isOfJavaType(@Nullable Object value) {
    return type.isInstance(value);
  }
}
